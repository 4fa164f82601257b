/** How many times faster: the ratio of two medians of repeated timings, and how sure it is. */
import { quantile, REPLICATES } from './bootstrap.js';
import type { Interval } from './paired-proportions.js';

export interface TimingPair {
  /** Milliseconds, in the order in which they were taken; entry i of both lists stems from the same round. */
  readonly dense: ArrayLike<number>;
  readonly pruned: ArrayLike<number>;
}

export interface MedianRatioOptions {
  /** Of each one-sided bound. */
  readonly confidence: number;
  /** Uniform on [0, 1). */
  readonly random: () => number;
  readonly replicates?: number;
}

export interface MedianRatio extends Interval {
  /** Median of dense over median of pruned. */
  readonly ratio: number;
}

/**
 * Ratio of medians with a percentile interval from a moving-block bootstrap over rounds (H. R. Kuensch, Ann. Stat. 17
 * (1989) 1217-1241): neighbouring timings share the machine's mood, so blocks of about n^(1/3) rounds are drawn whole,
 * dense and pruned together. Lists of unequal length are cut to the shorter; empty lists give NaN.
 */
export function medianRatioInterval(timings: TimingPair, options: MedianRatioOptions): MedianRatio {
  const rounds = Math.min(timings.dense.length, timings.pruned.length);
  const dense = Float64Array.from({ length: rounds }, (_, i) => timings.dense[i] as number);
  const pruned = Float64Array.from({ length: rounds }, (_, i) => timings.pruned[i] as number);
  const ratio = median(dense.slice()) / median(pruned.slice());
  if (rounds === 0) return { ratio, low: Number.NaN, high: Number.NaN };
  const ratios = ratiosOfDraws(dense, pruned, options).sort();
  return { ratio, low: quantile(ratios, 1 - options.confidence), high: quantile(ratios, options.confidence) };
}

function ratiosOfDraws(dense: Float64Array, pruned: Float64Array, options: MedianRatioOptions): Float64Array {
  const { random, replicates = REPLICATES } = options;
  const block = Math.max(1, Math.round(Math.cbrt(dense.length)));
  const drawnDense = new Float64Array(dense.length);
  const drawnPruned = new Float64Array(dense.length);
  const ratios = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let filled = 0; filled < dense.length; filled += block) {
      const start = Math.floor(random() * (dense.length - block + 1));
      const length = Math.min(block, dense.length - filled);
      drawnDense.set(dense.subarray(start, start + length), filled);
      drawnPruned.set(pruned.subarray(start, start + length), filled);
    }
    ratios[replicate] = median(drawnDense) / median(drawnPruned);
  }
  return ratios;
}

/** Median; sorts in place. NaN for an empty list. */
export function median(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  const upper = values[middle] ?? Number.NaN;
  return values.length % 2 === 1 ? upper : (upper + (values[middle - 1] ?? Number.NaN)) / 2;
}
