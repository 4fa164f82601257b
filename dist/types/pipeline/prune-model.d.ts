import type { ModelPolicy } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { Journal } from './journal.js';
import type { PrunedModel } from './prune-state.js';
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
}
export declare function pruneModel(run: PruneRun): Promise<PrunedModel>;
