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
export declare const REPLICATES = 2000;
/** One interval per statistic, all from the same draws; null where a statistic is undefined too often. */
export declare function bootstrapIntervals(statistics: readonly WeightedStatistic[], options: BootstrapOptions): (Interval | null)[];
/** The p-quantile of sorted values, interpolated between order statistics (B + 1) p. */
export declare function quantile(sorted: Float64Array, p: number): number;
