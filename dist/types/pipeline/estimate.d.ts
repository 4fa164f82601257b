import type { ModelPolicy } from '../policy/types.js';
import type { Finding } from '../report/types.js';
import type { Journal } from './journal.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
/** Gives the limits that cannot be decided with so few samples, whatever they show. */
export declare function estimate(subject: Subject, model: ModelPolicy, samples: RunSamples, journal: Journal): Promise<Finding[]>;
