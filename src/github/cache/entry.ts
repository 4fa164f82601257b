/** One entry of the repository's cache: files under a key. What the service or the archive has against it is only said. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../../errors.js';
import { info, notice } from '../log.js';
import { pack, unpack, type Expected } from './archive.js';
import { cacheService, fetchEntry, storeEntry } from './service.js';

/** Tells our entries from those that other actions, or other releases of this one, pack under the same key. */
const VERSION = createHash('sha256').update('prune-gate zip 1').digest('hex');

export interface EntryPlace {
  /** At most 512 characters, no comma. */
  readonly key: string;
  /** For people. */
  readonly what: string;
  /** Folder for temporary files. */
  readonly temp: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Restores an entry into `folder`, replacing it. False where there is none, or none that can be used. Never throws. */
export async function restoreEntry({ key, what, temp, env }: EntryPlace, folder: string, expected: Expected): Promise<boolean> {
  const service = cacheService(env);
  if (typeof service === 'string') return said(`${what}: not from the cache: ${service}`);
  const work = await mkdtemp(join(temp, 'prune-gate-cache-'));
  try {
    const archive = join(work, 'entry.zip');
    if (!await fetchEntry(service, key, VERSION, archive)) return false;
    await unpack(archive, join(work, 'files'), expected);
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await rename(join(work, 'files'), folder);
    return true;
  } catch (thrown) {
    notice(`${what}: the cache is not used: ${messageOf(thrown)}`);
    return false;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Saves `paths` below `folder`. Never throws: a job that cannot save has done its work all the same. */
export async function saveEntry({ key, what, temp, env }: EntryPlace, folder: string, paths: readonly string[]): Promise<void> {
  const service = cacheService(env);
  if (typeof service === 'string') return;
  const work = await mkdtemp(join(temp, 'prune-gate-cache-'));
  try {
    const archive = join(work, 'entry.zip');
    await pack(folder, paths, archive);
    info(await storeEntry(service, key, VERSION, archive) ? `${what}: saved to the cache` : `${what}: the cache has it already`);
  } catch (thrown) {
    info(`${what}: not saved to the cache: ${messageOf(thrown)}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function said(text: string): false {
  info(text);
  return false;
}
