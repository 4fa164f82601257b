/**
 * Limits against the base of a change: what its own pruned model was, by the same policy and data.
 *
 * 1. `regression`: how much worse the pruned model is than the base's pruned model, or how much larger or slower.
 * 2. `drift`: how much more the same pruning costs now than it cost the base: the change made the model less prunable.
 * 3. Two intervals make that of a difference by their squares (R. G. Newcombe, Stat. Med. 17, 1998, 873-890). Both models
 *    see the same samples, and what they have in common only makes the true interval shorter.
 * 4. A baseline that cannot be had, or the times of another machine, leave the check undecided: inconclusive, never a pass.
 * 5. Where there is no base (no change is judged, or the change brings the model), there is nothing that could have got worse:
 *    that is said, and the other limits decide.
 */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, MetricResult, ModelReport } from '../report/types.js';
import { type Evidence } from './evidence.js';
export type Baseline = {
    readonly kind: 'known';
    readonly model: ModelReport;
    readonly sameMachine: boolean;
} | {
    readonly kind: 'missing';
    readonly reason: string;
}
/** There is nothing before. */
 | {
    readonly kind: 'none';
    readonly reason: string;
};
/** Whether a check, by its name, takes the base of the change to compare with. */
export declare const comparesWithBase: ({ check }: {
    readonly check: string;
}) => boolean;
export declare const NO_BASELINE: Baseline;
/** Rules 1 and 2, for a metric. */
export declare function metricAgainstBase(now: MetricResult, aspect: 'regression' | 'drift', unit: LimitUnit, confidence: number, baseline: Baseline): Evidence;
type Grown = 'fileBytes' | 'gzipBytes' | 'parameters' | 'macs';
/** Growth of the pruned model as a share of the base's. */
export declare const growthOf: (key: Grown) => ({ pruned }: MeasurePair, baseline: Baseline) => Evidence;
/** Of the median, within the noise floors of both runs. */
export declare function latencyGrowth({ pruned, speedup }: MeasurePair, baseline: Baseline): Evidence;
export {};
