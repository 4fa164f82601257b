/**
 * External data: where a tensor's `location` leads. A model is untrusted, so a location must be relative,
 * stay inside the model's folder as written (onnxruntime wants that too), lead to a regular file, and stay
 * inside the root after symbolic links are resolved. `.git` is out of bounds: a checkout keeps its token there, and
 * what is read as weights is written into the pruned model.
 */
import { realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { isBelow, isGitFolder, wayTo } from '../paths.js';
import { shown } from './limits.js';

export interface ExternalFile {
  /** Absolute, symbolic links resolved. */
  readonly path: string;
  readonly size: number;
}

export type ExternalResolver = (location: string) => ExternalFile;

/** Resolves locations relative to `directory`; real paths must lie in `root` (default: the directory). */
export function externalResolver(directory: string, root: string = directory): ExternalResolver {
  const known = new Map<string, ExternalFile>();
  return (location) => {
    const found = known.get(location) ?? resolveExternal(location, directory, root);
    known.set(location, found);
    return found;
  };
}

/** For models that come as bytes alone. */
export const noExternalFiles: ExternalResolver = (location) => {
  throw missing(location, 'the model was given as bytes, without a folder');
};

function resolveExternal(location: string, directory: string, root: string): ExternalFile {
  const path = resolve(directory, location);
  if (location === '' || location.includes('\0')) {
    throw new UserError({
      code: 'external-invalid',
      message: `The model names ${location === '' ? 'no' : 'an impossible'} external data file (${shown(location)}).`,
      fix: 'Export the model again.',
    });
  }
  if (isAbsolute(location) || location.includes('\\') || !isBelow(resolve(directory), path)) throw outside(location);
  const real = realPath(path, location);
  const realRoot = realpathSync.native(root);
  if (!isBelow(realRoot, real) || wayTo(realRoot, real).split('/').some(isGitFolder)) throw outside(location);
  const stats = statSync(real);
  if (!stats.isFile()) throw missing(location, `it is ${kindOf(stats)}`);
  return { path: real, size: stats.size };
}

function realPath(path: string, location: string): string {
  try {
    // The system's own: it also tells the names by which Windows and macOS know a file (GIT~1, letter case) for what they are.
    return realpathSync.native(path);
  } catch (cause) {
    throw missing(location, 'there is no such file', cause);
  }
}

function kindOf(stats: Stats): string {
  return stats.isDirectory() ? 'a folder' : 'no regular file';
}

function outside(location: string): UserError {
  return new UserError({
    code: 'external-outside',
    message: `External data ${shown(location)} lies outside the model's folder, or inside \`.git\`.`,
    fix: 'Keep the data file beside the model, and its location relative.',
  });
}

function missing(location: string, why: string, cause?: unknown): UserError {
  return new UserError({
    code: 'external-missing',
    message: `External data file ${shown(location)} cannot be read: ${why}.`,
    fix: 'Commit the data file beside the model (with Git LFS: `lfs: true` on actions/checkout).',
    cause,
  });
}
