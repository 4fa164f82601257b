/** What holds for the records of all shared work, whatever it is about: each part is there, once, and of the same division. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import type { Finding } from '../report/types.js';

export interface Numbered {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** As many as a matrix can have, and more; a record that says otherwise is none. */
const MOST_PARTS = 9999;

/** `shard-3-of-8.json` */
export const partFile = ({ index, count }: Numbered): string => `shard-${String(index)}-of-${String(count)}.json`;

export function problem(code: string, what: string, where: string): UserError {
  return new UserError({
    code, message: `${what}.`, where,
    fix: 'Run the workflow again, all jobs of it; each of the jobs 1/n to n/n must have run once, on the same commit, with the same policy and models.',
  });
}

/**
 * The files below `folder` whose name fits and whose folder `isPlace`, read one after the other; what is kept of each is what `take`
 * gives, which may be a hundred megabytes less. Throws UserError `shard-damaged`, also where `take` throws.
 */
export async function readParts<T extends Numbered, U extends Numbered>(
  folder: string, fits: RegExp, isPlace: (folder: string) => boolean, take: (record: T) => U,
): Promise<(U & { readonly place: string })[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: (U & { readonly place: string })[] = [];
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile() && fits.test(entry.name) && isPlace(entry.parentPath))) {
    const path = join(parentPath, name);
    try {
      const record = JSON.parse(await readFile(path, 'utf8')) as T & { readonly version: unknown };
      if (record.version !== 1 || !isNumbered(record)) throw new Error('it is no record of a part');
      found.push({ ...take(record), place: parentPath });
    } catch (thrown) {
      throw problem('shard-damaged', `A part cannot be read: ${messageOf(thrown)}`, path);
    }
  }
  return found;
}

const isNumbered = ({ index, count }: Numbered): boolean => Number.isSafeInteger(index) && Number.isSafeInteger(count) && count >= 1 && count <= MOST_PARTS;

/** All parts, first to last. Throws UserError `shard-missing`, `shard-duplicate`, `shard-foreign`. */
export function complete<T extends Numbered>(found: readonly T[], where: string): readonly T[] {
  const [first] = found;
  if (first === undefined) throw problem('shard-missing', 'No part was found', where);
  const { count } = first;
  const sorted = [...found].sort((a, b) => a.index - b.index);
  const foreign = sorted.find((part) => part.count !== count || part.index < 1 || part.index > count);
  if (foreign !== undefined) throw problem('shard-foreign', `Part ${String(foreign.index)} of ${String(foreign.count)} is of another number of parts than part ${String(first.index)} of ${String(count)}`, where);
  const double = sorted.find(({ index }, i) => sorted[i + 1]?.index === index);
  if (double !== undefined) throw problem('shard-duplicate', `Part ${String(double.index)} of ${String(count)} is there twice`, where);
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !sorted.some((one) => one.index === index));
  if (missing.length > 0) throw problem('shard-missing', `Of ${String(count)} parts these are missing: ${missing.join(', ')}`, where);
  return sorted;
}

export interface OnDevice {
  readonly index: number;
  readonly device?: string | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

/** What the parts' devices showed that is not `known`, and where not all of them are the one that is `used`; `did` says what was done there. */
export function deviceFindings(parts: readonly OnDevice[], used: string, known: readonly Finding[], did: { readonly first: string; readonly parts: string }): Finding[] {
  const own = new Map(parts.flatMap(({ findings = [] }) => findings).map((finding) => [finding.message, finding]));
  const others = parts.filter((part) => part.device !== used).map((part) => `${String(part.index)} on ${part.device ?? 'an unknown device'}`);
  return [
    ...[...own.values()].filter(({ message }) => !known.some((one) => one.message === message)),
    ...(others.length === 0 ? [] : [{
      code: 'device-placement', level: 'warning' as const, where: 'device: parts', fix: 'Name one device instead of "auto", and run all jobs on the same kind of runner.',
      message: `${did.first} on ${used}, and not all parts ${did.parts} there: ${others.join(', ')}.`,
    }]),
  ];
}
