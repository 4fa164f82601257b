/** What a check is judged on: a value in the check's unit, how sure it is, or why there is none. */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, MetricResult } from '../report/types.js';
import { type Interval } from './statistics/index.js';
export type Evidence = {
    readonly kind: 'missing';
    readonly reason: string;
}
/** Counted, not sampled: no uncertainty. */
 | {
    readonly kind: 'exact';
    readonly value: number;
    readonly note?: string;
} | {
    readonly kind: 'sampled';
    readonly value: number;
    /** Null where the samples do not carry an interval: then nothing is decided in mode `interval`. */
    readonly interval: Interval | null;
    /** Said after the interval. */
    readonly note?: string;
    /** Further samples that would take `limit` out of the interval; null where unknown. */
    readonly further: (limit: number) => number | null;
};
/** `<metric>.drop`: absolute, or for unit `relative` as a share of the dense value (taken as fixed). */
export declare function dropEvidence(metric: MetricResult, unit: LimitUnit, confidence: number): Evidence;
/** `<metric>.pruned` and `<metric>.dense`: with a score interval where each sample is right or wrong. */
export declare function levelEvidence(metric: MetricResult, which: 'dense' | 'pruned', confidence: number): Evidence;
export type MeasureReader = (measures: MeasurePair, unit: LimitUnit) => Evidence;
type Countable = 'fileBytes' | 'gzipBytes' | 'parameters' | 'nonZeros' | 'macs';
/** A share saved (unit `relative`) or dense over pruned (unit `x`). */
export declare const reductionOf: (key: Countable) => MeasureReader;
export declare const levelOf: (key: Countable) => MeasureReader;
/** The ratio of medians; its interval is widened by what timing the dense model against itself shows. */
export declare const speedupEvidence: MeasureReader;
/** The pruned model's median, give or take the noise floor. */
export declare const latencyEvidence: MeasureReader;
export {};
