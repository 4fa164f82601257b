import type { Facts } from '../ops/facts.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Prunable } from '../prune/prunable.js';
export interface RunCounts {
    readonly heldout: number;
    readonly fit: number;
    readonly decide: number;
    /** Split C, where something is searched for by quality. */
    readonly search: number;
}
export interface ModelTimes {
    /** Seconds to open it. */
    readonly open: number;
    /** Seconds to run it on one sample, once it is warm. */
    readonly perSample: number;
}
export interface CostRequest {
    readonly prunable: Prunable;
    readonly facts: Facts;
    readonly policy: ModelPolicy;
    readonly samples: RunCounts;
    readonly times: ModelTimes;
}
export declare function secondsOfRun(request: CostRequest): number;
interface LayerWork {
    readonly rows: number;
    readonly inputs: number;
    readonly outputs: number;
}
/** Of the layers that a fit can be made for. */
export declare function plansOf(prunable: Prunable, facts: Facts, samples: number, rowsPerInput?: number): LayerWork[];
export {};
