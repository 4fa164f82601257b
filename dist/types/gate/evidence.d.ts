/** What a check is judged on: a value in the check's unit, how sure it is, or why there is none. */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, MetricResult } from '../report/types.js';
import { type Interval } from './statistics/index.js';
export interface SampledEvidence {
    readonly kind: 'sampled';
    readonly value: number;
    /** Null where the samples do not carry an interval: then nothing is decided in mode `interval`. */
    readonly interval: Interval | null;
    /** Said after the interval. */
    readonly note?: string;
    /**
     * Further samples (of this slice, where it is one) that would take `limit` out of the interval, also of one at a higher
     * confidence; null where it is too close. Absent where more samples would not help.
     */
    readonly further?: (limit: number, confidence?: number) => number | null;
    /** The interval at another confidence of each bound; absent: `interval` is stretched as a normal one would be. */
    readonly at?: (confidence: number) => Interval;
    /** The smallest limit that this many samples can keep, even if the models never disagreed; absent where unknown. */
    readonly least?: number;
    readonly samples?: number;
}
/** One slice of a metric, or why it has no figure. */
export interface SliceEvidence {
    readonly by: string;
    readonly value: string;
    readonly samples: number;
    readonly evidence: SampledEvidence | null;
}
export type Evidence = {
    readonly kind: 'missing';
    readonly reason: string;
}
/** The base is not known, or not comparable: undecided. */
 | {
    readonly kind: 'no-baseline';
    readonly code: 'baseline-missing' | 'baseline-other-machine';
    readonly reason: string;
}
/** There is no base, so that nothing can have got worse: not judged. */
 | {
    readonly kind: 'without-base';
    readonly code: 'baseline-none';
    readonly reason: string;
}
/** Counted, not sampled: no uncertainty. */
 | {
    readonly kind: 'exact';
    readonly value: number;
    readonly note?: string;
} | SampledEvidence
/** The worst of several parts is limited. At least one has a figure. */
 | {
    readonly kind: 'slices';
    readonly what: string;
    readonly slices: readonly SliceEvidence[];
};
/** What a check can be decided by. */
export type Judgeable = Exclude<Evidence, {
    kind: 'without-base';
}>;
interface Scaled {
    readonly value: number;
    readonly interval: Interval;
    readonly samples: number;
    /** Of the interval. */
    readonly confidence: number;
}
/** Of an interval that shrinks with the root of the samples. */
export declare const scaledFurther: ({ value, interval, samples, confidence }: Scaled) => NonNullable<SampledEvidence["further"]>;
/** As a normal one at another confidence. */
export declare const stretchedInterval: (value: number, { low, high }: Interval, by: number) => Interval;
/** `<metric>.drop`: absolute, or for unit `relative` as a share of the dense value (taken as fixed). */
export declare function dropEvidence(metric: MetricResult, unit: LimitUnit, confidence: number): Evidence;
/** `<metric>.class-drop` and `<metric>.slice-drop`: the drop in each class, or in each value of the named columns. */
export declare function slicesEvidence(metric: MetricResult, aspect: 'class-drop' | 'slice-drop', unit: LimitUnit, confidence: number): Evidence;
/** `<metric>.pruned` and `<metric>.dense`: with an exact interval where each sample is right or wrong. */
export declare function levelEvidence(metric: MetricResult, which: 'dense' | 'pruned', confidence: number): Evidence;
export type MeasureReader = (measures: MeasurePair, unit: LimitUnit) => Evidence;
type Countable = 'fileBytes' | 'gzipBytes' | 'parameters' | 'nonZeros' | 'macs';
/** A share saved (unit `relative`) or dense over pruned (unit `x`). */
export declare const reductionOf: (key: Countable) => MeasureReader;
export declare const levelOf: (key: Countable) => MeasureReader;
type MemoryKey = 'flashBytes' | 'ramBytes' | 'residentBytes';
/** Of the pruned model, in bytes. */
export declare const memoryLevel: (key: MemoryKey) => MeasureReader;
/** A share saved or dense over pruned. */
export declare const memoryReduction: (key: MemoryKey) => MeasureReader;
/**
 * The ratio of medians; its interval is widened by what timing the dense model against itself shows. Of several settings
 * (batch sizes, threads) the limit must hold for all: the slowest bounds of any of them make the interval.
 */
export declare const speedupEvidence: MeasureReader;
/** The pruned model's median or another quantile, give or take the noise floor; the longest of several settings. */
export declare const latencyOf: (key: "medianMs" | "p95Ms") => MeasureReader;
/** Joules of a run; an estimate says that it is one. */
export declare const energyLevel: MeasureReader;
export declare const energyReduction: MeasureReader;
type BoardKey = 'latency' | 'energy' | 'memory';
export declare const boardLevel: (key: BoardKey) => MeasureReader;
export declare const boardReduction: (key: BoardKey) => MeasureReader;
export {};
