import type { WrittenModel } from './files.js';
import type { Draft, ModelRun } from './model-run.js';
import type { PruneInputs } from './prune-inputs.js';
import type { PrunedModel } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export interface Obtained {
    readonly pruned: PrunedModel;
    readonly written: WrittenModel;
}
export declare function obtainPrune(run: ModelRun, subject: Subject, samples: RunSamples, inputs: PruneInputs, draft: Draft): Promise<Obtained>;
