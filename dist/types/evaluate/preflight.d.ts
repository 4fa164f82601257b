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
/**
 * Metrics for which some held-out samples, evenly spaced, show a dense model that guesses: the commonest cause is wrong
 * preprocessing. What these samples show is not certain, so it is a warning: the verdict looks at all of them.
 */
export declare function glance({ session, samples, metrics, batch }: PreflightOptions): Promise<MetricTrouble[]>;
