/**
 * Baseline records: what a run on the default branch reported for a commit, kept under that commit, so that a later change
 * of that commit can be shown beside it. For people: no verdict looks at it. Believed like finished prunes, from the
 * default branch alone.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../errors.js';
import type { Report } from '../../report/types.js';
import { info } from '../log.js';
import { restoreEntry, saveEntry, type EntryPlace } from './entry.js';
import { onDefaultBranch, reasonForDistrust } from './origin.js';
import { hasResults, type ResultsCache } from './results.js';

const FILE = 'report.json';
/** A report has kilobytes a model. */
const MOST_BYTES = 64 * 2 ** 20;

/** Keeps the report of this commit, on the default branch alone. Never throws. */
export async function saveBaseline(cache: ResultsCache, policy: string, commit: string, report: Report, outDir: string): Promise<void> {
  if (!hasResults(cache) || !onDefaultBranch(cache.scope) || report.verdict === 'ERROR') return;
  await saveEntry(placeOf(cache, policy, commit), outDir, [FILE]);
}

/** The report of a commit on the default branch; undefined where there is none that may be believed. Never throws. */
export async function restoreBaseline(cache: ResultsCache, policy: string, commit: string): Promise<Report | undefined> {
  if (!hasResults(cache)) return undefined;
  const place = placeOf(cache, policy, commit);
  const folder = await mkdtemp(join(cache.temp, 'prune-gate-baseline-'));
  try {
    if (!await restoreEntry(place, join(folder, 'entry'), { isExpected: (path) => path === FILE, mostBytes: MOST_BYTES })) return undefined;
    const reason = await reasonForDistrust(cache.scope, place.key, cache.repository, cache.client);
    if (reason !== undefined) throw new Error(reason);
    const report = JSON.parse(await readFile(join(folder, 'entry', FILE), 'utf8')) as Report;
    if (report.version !== 1 || !Array.isArray(report.models)) throw new Error('it is no report');
    return report;
  } catch (thrown) {
    info(`${place.what}: not shown: ${messageOf(thrown)}`);
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The policy's path tells several uses in one repository apart. */
function placeOf({ temp, env }: ResultsCache, policy: string, commit: string): EntryPlace {
  const use = createHash('sha256').update(policy).digest('hex').slice(0, 16);
  return { key: `prune-gate-baseline-${use}-${commit}`, what: `baseline of ${commit.slice(0, 7)}`, temp, env };
}

