import type { Draft, ModelRun } from './model-run.js';
import type { Subject } from './subject.js';
export declare function evaluateOnly(run: ModelRun, given: Subject, draft: Draft): Promise<void>;
