/**
 * The cheapest model that loses no more than was allowed: factors are halved between (on a logarithmic scale), each is pruned
 * and repaired in full, and its drop is taken on samples that neither fitted nor decided anything in it. The held-out
 * samples take no part, so that the verdict is not about what was searched on.
 */
import type { Samples } from '../data/types.js';
import type { MetricSpec, ModelPolicy, StructuredStep } from '../policy/types.js';
import type { DropSearch } from '../prune/plan.gen.js';
import type { RepairResult } from '../prune/repair/repair.js';
import type { StructuredRequest, StructuredResult } from '../prune/structured.js';
import type { Model } from '../onnx/ir.js';
import type { Journal } from './journal.js';
import type { Subject } from './subject.js';
export interface Found {
    readonly result: StructuredResult;
    readonly repaired: RepairResult;
    readonly search: DropSearch;
    /** False: even the least cut loses more, and the policy accepts that. */
    readonly within: boolean;
}
export interface DropRequest {
    readonly subject: Subject;
    readonly policy: ModelPolicy;
    readonly request: StructuredRequest;
    readonly step: StructuredStep;
    readonly drop: number;
    /** Split C of the calibration samples. */
    readonly samples: Samples;
    readonly repair: (result: StructuredResult) => Promise<RepairResult>;
    readonly journal: Journal;
}
/** @throws UserError `target-unreached` where even the least cut loses more than is allowed */
export declare function searchByDrop(search: DropRequest): Promise<Found>;
/** Labels where there are some, with the options of the policy's own metric; else how often the answers agree. */
export declare function metricFor({ metrics }: ModelPolicy, labelled: boolean): MetricSpec;
/** @throws UserError `search-undecided` where the drop has no value */
export declare function dropOf({ subject, policy, request, samples }: Pick<DropRequest, 'subject' | 'policy' | 'request' | 'samples'>, model: Model, metric: MetricSpec): Promise<number>;
