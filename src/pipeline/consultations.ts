/**
 * How often held-out samples were consulted for a change: each look lets chance have another go, so the report says the
 * number. On a terminal it is counted in the output folder, `run` and `evaluate` together; elsewhere whoever asks keeps count.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../supervisor/files.js';

export const CONSULTATIONS_FILE = 'consultations.json';

interface Consultation {
  readonly model: string;
  /** sha256 of the held-out source. */
  readonly heldout: string;
  readonly count: number;
}

/** Counts this look and gives the number of all, this one included. */
export async function consult(folder: string, model: string, heldout: string): Promise<number> {
  const path = join(folder, CONSULTATIONS_FILE);
  const known = await readConsultations(path);
  const isThis = (one: Consultation): boolean => one.model === model && one.heldout === heldout;
  const count = (known.find(isThis)?.count ?? 0) + 1;
  const consultations = [...known.filter((one) => !isThis(one)), { model, heldout, count }];
  await writeAtomically(path, `${JSON.stringify({ version: 1, consultations }, null, 1)}\n`);
  return count;
}

/** None where there is no record, or none that can be read: then this look is the first that is known. */
async function readConsultations(path: string): Promise<readonly Consultation[]> {
  try {
    const record: unknown = JSON.parse(await readFile(path, 'utf8'));
    const list = typeof record === 'object' && record !== null && 'consultations' in record ? record.consultations : [];
    return Array.isArray(list) ? list.filter(isConsultation) : [];
  } catch {
    return [];
  }
}

function isConsultation(one: unknown): one is Consultation {
  if (typeof one !== 'object' || one === null || !('model' in one) || !('heldout' in one) || !('count' in one)) return false;
  return typeof one.model === 'string' && typeof one.heldout === 'string' && Number.isSafeInteger(one.count) && (one.count as number) >= 0;
}
