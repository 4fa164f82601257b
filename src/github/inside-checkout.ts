/** What lies in the checkout, a pull request can write: no native library is loaded from there that is not known by its hash. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isInside } from '../paths.js';

/** Links followed on both sides; a path that is not there is taken as it is written. */
export function liesInside(path: string, workspace: string): boolean {
  return [resolve(path), real(path)].some((at) => [resolve(workspace), real(workspace)].some((root) => isInside(root, at)));
}

function real(path: string): string {
  try {
    // The system's own: letter case and Windows' short names (RUNNER~1) count for nothing there.
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
