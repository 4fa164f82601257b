import type { Draft, ModelRun } from './model-run.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export declare function explainModel(run: ModelRun, subject: Subject, samples: RunSamples, draft: Draft): Promise<void>;
