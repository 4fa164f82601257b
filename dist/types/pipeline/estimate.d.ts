import type { ModelPolicy } from '../policy/types.js';
import type { Journal } from './journal.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
export declare function estimate(subject: Subject, model: ModelPolicy, samples: RunSamples, journal: Journal): Promise<void>;
