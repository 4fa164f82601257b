import type { Draft, ModelRun } from './model-run.js';
import type { PruneInputs } from './prune-inputs.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
/** A report is there after each point, so that a sweep that is cut short still says what it found. */
export declare function sweepModel(run: ModelRun, subject: Subject, samples: RunSamples, inputs: PruneInputs, draft: Draft): Promise<void>;
