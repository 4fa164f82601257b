/**
 * Held-out data as the base commit has it. What the change did not touch is read where it lies; what it did is put into a
 * folder of its own, under the same path, where the pipeline looks first.
 */
import { constants } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import { compareWith, restoreFrom, type Comparison, type FetchLfs } from '../github/commit-compare.js';
import type { CommitFiles } from '../github/commit.js';
import { placeOf } from '../github/submodule.js';
import { isBelow, wayTo } from '../paths.js';
import { resolveInside } from '../policy/paths.js';
import type { DataSource, ModelPolicy } from '../policy/types.js';

/** Where the workspace's paths lie in the repository. */
export interface Checkout {
  /** Absolute. */
  readonly workspace: string;
  /** Root of the repository's checkout, absolute: the workspace, a folder in it, or one above. */
  readonly root: string;
}

export interface DataState {
  /** Paths of the policy that differ from the commit's. */
  readonly changed: readonly string[];
  /** Paths that the commit does not have, of data without a sha256 in the policy. */
  readonly unpinned: readonly string[];
}

/** The workspace's path as the repository has it; undefined where it is no part of it. */
export function inRepository({ workspace, root }: Checkout, path: string): string | undefined {
  const place = resolve(workspace, path);
  return isBelow(root, place) ? wayTo(root, place) : undefined;
}

export async function inspectData(files: CommitFiles, models: readonly ModelPolicy[], checkout: Checkout): Promise<DataState> {
  const changed = new Set<string>();
  const unpinned = new Set<string>();
  for (const { data: { heldout } } of models) {
    for (const path of pathsOf(heldout)) {
      const place = inRepository(checkout, path);
      const state = place === undefined ? 'absent' : await compareAt(files, place, checkout, path);
      if (state === 'changed') changed.add(path);
      if (state === 'absent' && heldout.sha256 === undefined) unpinned.add(path);
    }
  }
  return { changed: [...changed], unpinned: [...unpinned] };
}

/** Where the base's submodule cannot be told from the change's, the change may have moved it on. */
async function compareAt(files: CommitFiles, place: string, { root, workspace }: Checkout, path: string): Promise<Comparison> {
  const found = await placeOf(files, place, root);
  return found === undefined ? 'changed' : compareWith(found.files, found.path, await resolveInside(workspace, path));
}

/** Puts all files of the data that changed below `folder`, as the commit has them where it does. Throws UserError `base-data-unavailable`. */
export async function pinData(files: CommitFiles, models: readonly ModelPolicy[], { changed }: DataState, checkout: Checkout, folder: string, fetchLfs: FetchLfs): Promise<void> {
  const done = new Set<string>();
  // The pipeline takes the folder for whichever model has its samples there: then with all that belongs to them.
  const touched = new Set(models.map(({ data: { heldout } }) => heldout).filter((heldout) => pathsOf(heldout).some((path) => changed.includes(path))).map(({ path }) => path));
  for (const { data: { heldout } } of models) {
    if (!touched.has(heldout.path)) continue;
    for (const path of pathsOf(heldout)) {
      if (done.has(path)) continue;
      done.add(path);
      const place = inRepository(checkout, path);
      try {
        const local = await resolveInside(checkout.workspace, path);
        // What base does not have, images that a step fetches say, is read as it lies; but beside base's labels, which the change edits.
        const found = place === undefined ? undefined : await placeOf(files, place, checkout.root);
        if (place !== undefined && found === undefined) throw new Error('the base has it in a submodule, whose commit there is not in this checkout');
        if (found === undefined || await found.files.find(found.path) === undefined) await cp(local, join(folder, path), { recursive: true, mode: constants.COPYFILE_FICLONE });
        else await restoreFrom(found.files, found.path, local, join(folder, path), fetchLfs);
      } catch (thrown) {
        throw unavailable(files.commit, path, thrown);
      }
    }
  }
}

const pathsOf = ({ path, labels }: DataSource): readonly string[] => (labels === undefined ? [path] : [path, labels]);

function unavailable(commit: string, path: string, cause: unknown): UserError {
  return new UserError({
    code: 'base-data-unavailable', where: path, cause,
    message: `This change touches the held-out data, and what the base commit ${commit.slice(0, 7)} has of it cannot be had: ${messageOf(cause)}. A change is not judged by data of its own alone.`,
    fix: 'check out with "fetch-depth: 0" (and "lfs: true" where the data is in Git LFS, "submodules: true" where it is in a submodule): GitHub\'s API gives files of up to 100 MB. Or name a label in the input approval-label, and set it once the new data has been reviewed',
  });
}
