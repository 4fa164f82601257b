/** Finished prunes in the repository's cache, by the content of everything they depend on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../report/types.js';
import type { FinishedFolder, Identity } from '../../request.js';
import type { Client } from '../client.js';
import { info } from '../log.js';
import { restoreEntry, saveEntry, type EntryPlace } from './entry.js';
import { onDefaultBranch, reasonForDistrust, type Scope } from './origin.js';
import { cacheService } from './service.js';

/** What a run leaves in a model's folder: record, plan, model, and external data beside it. */
const EXPECTED = /^(?:prune\.json|plan\.json|model\.onnx[A-Za-z0-9._-]*)$/u;
const MOST_BYTES = 4 * 2 ** 30;

export interface ResultsCache {
  readonly scope: Scope;
  readonly repository: { readonly owner: string; readonly repo: string };
  /** Asks who saved an entry; undefined without a token. */
  readonly client: Client | undefined;
  readonly temp: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Whether there is a service to ask at all; what is not there need not be looked for. */
export function hasResults({ env }: Pick<ResultsCache, 'env'>): boolean {
  return typeof cacheService(env) !== 'string';
}

/** Folders of the prunes that are there and may be believed. Never throws. */
export async function restoreResults(cache: ResultsCache, identities: readonly Identity[]): Promise<FinishedFolder[]> {
  const found: FinishedFolder[] = [];
  for (const { model, key } of identities) {
    const place = placeOf(cache, key, model);
    const folder = join(cache.temp, 'prune-gate-results', key);
    if (!await restoreEntry(place, folder, { isExpected: (path) => EXPECTED.test(path), mostBytes: MOST_BYTES })) continue;
    // Asked after the entry was read: one that is put there meanwhile is seen as well.
    const reason = await reasonForDistrust(cache.scope, place.key, cache.repository, cache.client);
    if (reason === undefined) found.push({ model, folder });
    else info(`${place.what}: the cache is not used: ${reason}`);
  }
  return found;
}

/** Saves what this run pruned, on the default branch alone: elsewhere nobody would believe it. Never throws. */
export async function saveResults(cache: ResultsCache, identities: readonly Identity[], restored: readonly FinishedFolder[], report: Report, outDir: string): Promise<void> {
  if (!onDefaultBranch(cache.scope)) return;
  for (const { model, key, folder } of identities) {
    const judged = report.models.find(({ name }) => name === model);
    const path = join(outDir, folder);
    if (judged === undefined || judged.verdict === 'ERROR' || restored.some((one) => one.model === model) || !existsSync(path)) continue;
    // A timing decides what `device: auto` takes: what was pruned may have run on another device than the one that was looked for.
    const made = keyIn(path);
    if (made !== key) {
      info(`prune of ${model}: not saved to the cache: ${made === undefined ? 'its prune.json cannot be read' : 'it was made on another device than the one that was looked for'}`);
      continue;
    }
    await saveEntry(placeOf(cache, key, model), path, readdirSync(path).filter((name) => EXPECTED.test(name)));
  }
}

function keyIn(folder: string): unknown {
  try {
    return (JSON.parse(readFileSync(join(folder, 'prune.json'), 'utf8')) as { readonly key?: unknown }).key;
  } catch {
    return undefined;
  }
}

function placeOf({ temp, env }: ResultsCache, key: string, model: string): EntryPlace {
  return { key: `prune-gate-prune-${key}`, what: `prune of ${model}`, temp, env };
}
