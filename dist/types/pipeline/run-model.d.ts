import type { Draft, ModelRun } from './model-run.js';
export declare function runModel(run: ModelRun, draft: Draft): Promise<void>;
