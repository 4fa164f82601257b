/**
 * Paired bootstrap: in a draw each sample counts Poisson(1) times (poisson.ts), the same for dense and pruned, so that
 * parts of the samples judged on several machines merge to what one machine would find. The interval is bias-corrected
 * and accelerated (BCa): B. Efron, "Better bootstrap confidence intervals", J. Am. Stat. Assoc. 82 (1987) 171-185.
 */
import { normalCdf, normalQuantile } from './normal.js';
import { poissonCounts } from './poisson.js';
import type { Interval } from './paired-proportions.js';

/** A figure of all samples, where sample i counts `weights[i]` times. NaN where this draw does not define it. */
export type WeightedStatistic = (weights: Uint32Array) => number;

export interface BootstrapOptions {
  readonly samples: number;
  /** Of each one-sided bound. */
  readonly confidence: number;
  /** Uniform on [0, 1). */
  readonly random: () => number;
  readonly replicates?: number;
}

export const REPLICATES = 2000;

/** Leave-out groups for the acceleration: each stands for 1/400 of the samples, its skewness is that of single ones. */
const JACKKNIFE_GROUPS = 400;

/** Fewer defined replicates than this share: the figure is too fragile for an interval. */
const DEFINED_SHARE = 0.95;

/** One interval per statistic, all from the same draws; null where a statistic is undefined too often. */
export function bootstrapIntervals(
  statistics: readonly WeightedStatistic[], options: BootstrapOptions,
): (Interval | null)[] {
  const { samples, random, replicates = REPLICATES, confidence } = options;
  const draws = statistics.map(() => new Float64Array(replicates));
  const weights = new Uint32Array(samples);
  for (let replicate = 0; replicate < replicates; replicate++) {
    poissonCounts(Math.floor(random() * 2 ** 32), weights);
    statistics.forEach((statistic, s) => { (draws[s] as Float64Array)[replicate] = statistic(weights); });
  }
  return statistics.map((statistic, s) => acceleratedInterval(statistic, draws[s] as Float64Array, samples, confidence));
}

function acceleratedInterval(
  statistic: WeightedStatistic, draws: Float64Array, samples: number, confidence: number,
): Interval | null {
  const estimate = statistic(new Uint32Array(samples).fill(1));
  const defined = draws.filter(Number.isFinite).sort();
  if (!Number.isFinite(estimate) || defined.length < DEFINED_SHARE * draws.length) return null;
  const bias = biasCorrection(defined, estimate);
  const acceleration = accelerationOf(statistic, samples);
  const at = (p: number) => quantile(defined, adjusted(p, bias, acceleration));
  return { low: at(1 - confidence), high: at(confidence) };
}

/** z0: how far the estimate lies from the median of the replicates; ties count half, and it stays finite. */
function biasCorrection(sorted: Float64Array, estimate: number): number {
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const edge = 1 / (sorted.length + 1);
  return normalQuantile(Math.min(1 - edge, Math.max(edge, below / sorted.length)));
}

/** Skewness of the jackknife's influence over six; 0 where nothing varies. */
function accelerationOf(statistic: WeightedStatistic, samples: number): number {
  const groups = Math.min(samples, JACKKNIFE_GROUPS);
  const left: number[] = [];
  const weights = new Uint32Array(samples);
  for (let group = 0; group < groups; group++) {
    weights.fill(1);
    for (let i = group; i < samples; i += groups) weights[i] = 0;
    const value = statistic(weights);
    if (Number.isFinite(value)) left.push(value);
  }
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  let second = 0;
  let third = 0;
  for (const value of left) {
    second += (mean - value) ** 2;
    third += (mean - value) ** 3;
  }
  return second > 0 ? third / (6 * second ** 1.5) : 0;
}

function adjusted(p: number, bias: number, acceleration: number): number {
  const shifted = bias + normalQuantile(p);
  const scale = 1 - acceleration * shifted;
  return scale > 0 ? normalCdf(bias + shifted / scale) : normalCdf(bias + shifted);
}

/** The p-quantile of sorted values, interpolated between order statistics (B + 1) p. */
export function quantile(sorted: Float64Array, p: number): number {
  const position = Math.min(sorted.length - 1, Math.max(0, (sorted.length + 1) * p - 1));
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (high - low) * (position - below);
}
