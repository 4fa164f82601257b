/**
 * What can be found wrong with metrics and labels before minutes go into pruning: one batch of the dense model shows
 * whether the metric fits the output and how many classes there are, and all labels are read, without their inputs.
 */
import type { Samples } from '../data/types.js';
import type { MetricSpec } from '../policy/types.js';
import type { MetricProblem } from '../report/types.js';
import type { Session } from '../runtime/types.js';
export interface MetricTrouble extends MetricProblem {
    readonly metric: string;
}
export interface PreflightOptions {
    readonly session: Session;
    readonly samples: Samples;
    readonly metrics: readonly MetricSpec[];
    readonly batch: number;
}
/** Problems of the metrics in the policy's order; none where nothing is known to be wrong. */
export declare function preflight({ session, samples, metrics, batch }: PreflightOptions): Promise<MetricTrouble[]>;
