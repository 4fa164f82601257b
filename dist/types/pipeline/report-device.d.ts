/** What a report says of the device that a model ran on. */
import type { Samples } from '../data/types.js';
import type { ModelReport } from '../report/types.js';
import type { DeviceInfo } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { type Draft } from './model-run.js';
import type { Subject } from './subject.js';
export declare function reportedDevice({ requested, used, notes, gpus, libraries, versions }: DeviceInfo): NonNullable<ModelReport['device']>;
/** The subject on the device that is used, and the proof that this may be believed, into the draft. Throws UserError `device-disagrees`. */
export declare function judgeDevice(draft: Draft, given: Subject, samples: Samples, journal: Journal): Promise<Subject>;
/** Where batches had to be cut, on whatever device. */
export declare function noteMemory({ runtime }: Subject, journal: Journal): void;
