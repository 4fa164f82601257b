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
export declare function medianRatioInterval(timings: TimingPair, options: MedianRatioOptions): MedianRatio;
/** Median; sorts in place. NaN for an empty list. */
export declare function median(values: Float64Array): number;
