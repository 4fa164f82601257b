/** The drop of a mean over seeds, with its interval over samples: every sample is judged by the dense and by each pruned model. */
import { meanInterval } from './interval.js';
import type { Measured } from './row.js';

export interface Drop {
  /** Of accuracy, 0 to 1. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Of each sample, 1 right and 0 wrong. */
export type Judged = Pick<Measured, 'dense' | 'pruned'>;

/** @param rows of the same held-out samples; those of another number of samples (a borrowed split) are pooled */
export function pairedDrop(rows: readonly Judged[]): Drop {
  const length = rows[0]?.dense.length ?? 0;
  const aligned = rows.every(({ dense }) => dense === rows[0]?.dense);
  const lost = ({ dense, pruned }: Judged, i: number): number => Number(dense[i]) - Number(pruned[i]);
  const differences = aligned
    ? Array.from({ length }, (_, i) => rows.reduce((sum, row) => sum + lost(row, i), 0) / rows.length)
    : rows.flatMap((row) => Array.from(row.dense, (_, i) => lost(row, i)));
  return meanInterval(differences);
}
