import type { Samples } from '../data/types.js';
import type { Journal } from './journal.js';
import { type Subject } from './subject.js';
/** The subject on the device that is to be used; the one given where the choice was not left to prune-gate. */
export declare function settleDevice(subject: Subject, samples: Samples, journal: Journal): Promise<Subject>;
