/** A row of bench/sparse.md: plain JSON, so that a run can be interrupted and taken up again. */
export interface SparseRow {
  readonly target: string;
  readonly method: string;
  readonly seed: number;
  /** Held-out accuracy of the dense model. */
  readonly dense: number;
  /** After each step that was tried: loss on calibration split B, and held-out accuracy of the model as it stands then. */
  readonly ladder: readonly { readonly step: string; readonly loss: number | null; readonly accepted: boolean; readonly heldout: number }[];
  /** Share of zeros in the weights that could be pruned. */
  readonly zeros: number;
  readonly drop: { readonly value: number; readonly low: number; readonly high: number };
  readonly samples: number;
  readonly calibrationSamples: number;
  readonly seconds: number;
}
