/** What a row of bench/results.md holds: plain JSON, so that a run can be interrupted and taken up again. */

/** Where a row comes from: what it says is true of that commit. */
export interface Origin {
  readonly commit: string;
}

/** A row as it is kept. */
export type Kept<T> = T & Origin;

export interface Rung {
  readonly step: string;
  /** Loss on calibration split B, what was decided on; null where it is not finite. */
  readonly loss: number | null;
  readonly accepted: boolean;
  /** Held-out metric of the model as it stands after the step; null where the metric has no evidence. */
  readonly heldout: number | null;
}

export interface Measured {
  readonly name: string;
  readonly factor: number;
  readonly status: 'measured';
  readonly metric: string;
  /** On the held-out samples of this run. */
  readonly dense: number | null;
  readonly pruned: number | null;
  readonly drop: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly samples: number;
  readonly calibrationSamples: number;
  readonly ladder: readonly Rung[];
  /** Dense over pruned. */
  readonly macs: number;
  readonly bytes: readonly [dense: number, pruned: number];
  readonly gzip: readonly [dense: number, pruned: number];
  /** Milliseconds a run of one sample. */
  readonly latency: readonly [dense: number, pruned: number];
  readonly speedup: { readonly ratio: number; readonly low: number; readonly high: number; readonly noiseFloor: number };
  readonly seconds: { readonly prune: number; readonly repair: number };
  readonly groups: { readonly pruned: number; readonly kept: number; readonly refused: number };
  readonly proof: { readonly holds: boolean; readonly values: number; readonly worst: number };
}

export interface Refused {
  readonly name: string;
  readonly factor: number;
  readonly status: 'refused';
  readonly code: string;
  readonly reason: string;
}

export type Row = Measured | Refused;

/** The dense model on every row of its held-out file. */
export interface DenseRow {
  readonly name: string;
  readonly metric: string;
  readonly value: number | null;
  readonly expected: number | null;
  readonly samples: number;
}
