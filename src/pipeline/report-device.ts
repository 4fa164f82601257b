/** What a report says of the device that a model ran on. */
import type { Samples } from '../data/types.js';
import type { ModelReport } from '../report/types.js';
import type { DeviceInfo } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { withFindings, type Draft } from './model-run.js';
import { proveDevice } from './prove-device.js';
import { settleDevice } from './settle-device.js';
import type { Subject } from './subject.js';

export function reportedDevice({ requested, used, notes, gpus, libraries, versions }: DeviceInfo): NonNullable<ModelReport['device']> {
  return { requested, used, notes: [...notes], ...(gpus.length > 0 ? { gpus: [...gpus] } : {}), ...(libraries.length > 0 ? { libraries: [...libraries] } : {}), ...(versions.length > 0 ? { versions: [...versions] } : {}) };
}

/** The subject on the device that is used, and the proof that this may be believed, into the draft. Throws UserError `device-disagrees`. */
export async function judgeDevice(draft: Draft, given: Subject, samples: Samples, journal: Journal): Promise<Subject> {
  const subject = await settleDevice(given, samples, journal);
  const device = reportedDevice(subject.runtime.device);
  draft.report = { ...draft.report, device };
  const evidence = await proveDevice(subject, samples, journal);
  if (evidence === undefined) return subject;
  const { findings, ...proof } = evidence;
  draft.report = { ...draft.report, device: { ...device, ...proof }, ...withFindings(draft.report, findings) };
  return subject;
}

/** Where batches had to be cut, on whatever device. */
export function noteMemory({ runtime }: Subject, journal: Journal): void {
  const least = runtime.smallestPiece();
  if (least !== undefined) journal.note(`Memory ran out on ${runtime.device.used}: batches were cut to as few as ${String(least)} samples, and none was lost.`);
}
