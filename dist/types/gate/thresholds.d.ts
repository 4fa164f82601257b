/**
 * The table of checks: what may be limited, on which side, in which units, and where the value comes from.
 * A new threshold is a new row. Metric checks are `<metric id>.<aspect>`, the others are named here in full.
 */
import type { Check, LimitUnit, MetricName, MetricSpec } from '../policy/types.js';
import type { MeasurePair, MetricResult } from '../report/types.js';
import { type Baseline } from './baseline.js';
import { type Evidence } from './evidence.js';
export interface MeasureThreshold {
    readonly check: string;
    /** What the value is, as the subject of a sentence. */
    readonly noun: string;
    readonly bound: Check['bound'];
    readonly units: readonly LimitUnit[];
    /** Looks at the base of the change only where it is compared with. */
    readonly read: (measures: MeasurePair, unit: LimitUnit, baseline: Baseline) => Evidence;
}
export declare const MEASURE_THRESHOLDS: readonly MeasureThreshold[];
export declare const METRIC_ASPECTS: readonly ["drop", "pruned", "dense", "slice-drop", "class-drop", "regression", "drift"];
export type MetricAspect = (typeof METRIC_ASPECTS)[number];
interface MetricUnits {
    readonly drop: readonly LimitUnit[];
    readonly level: readonly LimitUnit[];
    /** Whether a level lies in 0..1, so that a bare limit above 1 must be a forgotten `%`. */
    readonly share: boolean;
    readonly higherIsBetter: boolean;
}
/** What each metric is counted in. A bare drop limit on a share is refused: 1 might be a point or everything. */
export declare const METRIC_UNITS: Readonly<Record<MetricName, MetricUnits>>;
export interface Threshold {
    readonly noun: string;
    readonly bound: Check['bound'];
    readonly units: readonly LimitUnit[];
    readonly evidence: (context: EvidenceContext) => Evidence;
}
export interface EvidenceContext {
    readonly metrics: readonly MetricResult[];
    readonly measures: MeasurePair | null;
    readonly confidence: number;
    /** Absent: there is none. */
    readonly baseline?: Baseline | undefined;
}
/** The row for a check, or why there is none. Metric ids go before measures of the same name. */
export declare function thresholdOf(check: Check, metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): Threshold | {
    readonly problem: string;
};
export interface CheckProblem {
    readonly check: Check;
    /** What is wrong and what would be right, in one sentence. */
    readonly message: string;
}
/** What is wrong with the checks of a policy, before anything is measured. */
export declare function checkUnits(checks: readonly Check[], metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): CheckProblem[];
/** Why a check cannot be judged as it is written; undefined where it can. */
export declare function problemOf(check: Check, metrics: readonly Pick<MetricSpec, 'id' | 'name'>[]): string | undefined;
export {};
