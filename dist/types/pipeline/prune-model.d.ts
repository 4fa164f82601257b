import type { ModelPolicy, StructuredStep } from '../policy/types.js';
import type { Prunable } from '../prune/prunable.js';
import type { Plan } from '../prune/plan.js';
import type { DropSearch } from '../prune/plan.gen.js';
import type { RepairResult } from '../prune/repair/repair.js';
import type { Measured, StructuredRequest, StructuredResult } from '../prune/structured.js';
import type { Journal } from './journal.js';
import type { Progress, PrunedModel } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export interface PruneRun {
    readonly subject: Subject;
    readonly policy: ModelPolicy;
    readonly samples: RunSamples;
    readonly journal: Journal;
    /** Replayed. */
    readonly plan?: Plan | undefined;
    /** Its latency tables are used again. */
    readonly timed?: Plan | undefined;
    /** Measurements of one step (the first, unless `measuredAt` names another), shared with other prunes that come to it alike. */
    readonly measured?: Measured;
    readonly measuredAt?: number;
}
export declare function pruneModel(run: PruneRun): Promise<PrunedModel>;
interface CutAndRepaired {
    readonly result: StructuredResult;
    readonly repaired: RepairResult;
    readonly search?: DropSearch;
    /** False where a drop is larger than allowed, which the policy accepts. */
    readonly within: boolean;
}
export declare function cutAndRepair(run: PruneRun, request: StructuredRequest, step: StructuredStep, index: number): Promise<CutAndRepaired>;
/** The model the step starts from, analysed, and what pruning it needs. */
export declare function openStep({ subject, policy, samples, journal, plan, timed, measured, measuredAt }: PruneRun, step: StructuredStep, state: Progress, index: number): Promise<{
    request: StructuredRequest;
    prunable: Prunable;
}>;
export {};
