/** What a run leaves: plain JSON, so that the benchmark can be interrupted and taken up again. */

/** `engine`: the policy's defaults; `plain`, `shifted`: see cases.ts. */
export type Method = 'engine' | 'plain' | 'shifted';

export interface Rung {
  readonly step: string;
  /** On calibration split B, what was decided on; null where it is not finite. */
  readonly loss: number | null;
  readonly accepted: boolean;
}

export interface Speedup {
  readonly batch: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface Measured {
  readonly status: 'measured';
  readonly method: Method;
  readonly seed: number;
  /** Of each held-out sample: 1 right, 0 wrong. */
  readonly dense: string;
  readonly pruned: string;
  readonly calibrationSamples: number;
  /** Dense over pruned multiply-accumulates; 1 where only zeros were set. */
  readonly macs: number;
  readonly ladder: readonly Rung[];
  readonly speedups: readonly Speedup[];
  readonly seconds: number;
}

export interface Refused {
  readonly status: 'refused';
  readonly method: Method;
  readonly seed: number;
  readonly code: string;
  readonly reason: string;
}

export type Row = Measured | Refused;
