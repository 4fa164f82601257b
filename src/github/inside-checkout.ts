/** What lies in the checkout, a pull request can write: no native library is loaded from there that is not known by its hash. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Links followed on both sides; a path that is not there is taken as it is written. */
export function liesInside(path: string, workspace: string): boolean {
  return [resolve(path), real(path)].some((at) => [resolve(workspace), real(workspace)].some((root) => isBelow(at, root)));
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
