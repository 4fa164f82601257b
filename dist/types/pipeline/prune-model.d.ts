import type { ModelPolicy } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { Journal } from './journal.js';
import type { PrunedModel } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export declare function pruneModel(subject: Subject, policy: ModelPolicy, samples: RunSamples, journal: Journal, plan?: Plan): Promise<PrunedModel>;
