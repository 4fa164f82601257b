import type { ModelPolicy, UnstructuredStep } from '../policy/types.js';
import type { PlanStep } from '../prune/plan.gen.js';
import type { Journal } from './journal.js';
import type { Progress } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export interface WeightsStep {
    readonly subject: Subject;
    readonly policy: ModelPolicy;
    readonly step: UnstructuredStep;
    readonly samples: RunSamples;
    readonly journal: Journal;
    readonly state: Progress;
    readonly planned: PlanStep | undefined;
}
export declare function pruneWeights({ subject, policy, step, samples, journal, state, planned }: WeightsStep): Promise<void>;
