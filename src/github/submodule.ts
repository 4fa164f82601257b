/**
 * Files that a commit has in a submodule. The commit names the submodule's own commit, an id of everything in it, whose objects
 * are looked for where the submodule is checked out: another repository is never asked, since a token need not reach it.
 */
import { join, resolve } from 'node:path';
import type { CommitFiles } from './commit.js';
import { openCommit } from './commit-sources.js';
import { gitCheckout } from './git-folder.js';

export interface Place {
  readonly files: CommitFiles;
  /** In the repository of these files. */
  readonly path: string;
}

/**
 * Whose files have the path: the commit's own, or those of the submodule that it leads into.
 *
 * @param root where the repository is checked out, absolute
 * @returns undefined where it leads into a submodule whose commit is not here, so that nothing can be told
 */
export async function placeOf(files: CommitFiles, path: string, root: string): Promise<Place | undefined> {
  const submodule = await files.submoduleAt(path);
  if (submodule === undefined) return { files, path };
  const folder = resolve(join(root, submodule.path));
  const git = gitCheckout(folder);
  // Where it is not checked out, the checkout around it is found.
  if (git === undefined || git.root !== folder) return undefined;
  const inner = await openCommit(submodule.commit, { owner: '', repo: '', gitFolder: git.folder, client: undefined }).catch(() => undefined);
  // A link out of it may lead to what the change has beside it.
  if (inner === undefined || await inner.hiddenBy(submodule.inside) === 'link') return undefined;
  return placeOf(inner, submodule.inside, folder);
}
