/** Paths that come from a policy: relative, plain, and inside the workspace also after symbolic links are resolved. */
import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { isGitFolder, isInside, wayTo, windowsProblem } from '../paths.js';

/** Why a path cannot be used on this platform, from its text alone; undefined where nothing is wrong with it. */
export function pathProblem(path: string, platform: NodeJS.Platform = process.platform): string | undefined {
  const parts = path.split('/');
  if (path.trim() === '') return 'expected a path; found an empty text';
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'a path cannot hold control characters';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'expected a path relative to the workspace; found an absolute one';
  if (path.startsWith('~')) return 'expected a path relative to the workspace; `~` is not expanded';
  if (path.includes('\\')) return 'expected `/` between folders; found `\\`';
  if (parts.includes('..')) return 'expected a path inside the workspace; found `..` in it';
  if (parts.some(isGitFolder)) return 'the `.git` folder may hold credentials; no path may lead into it';
  // Windows would open another file than the one of that name: a device, a stream of it (`.git::$DATA`), the one without the dot.
  return platform === 'win32' ? parts.map(windowsProblem).find((problem) => problem !== undefined) : undefined;
}

/**
 * The absolute path of `path` below `workspace`, symbolic links resolved as far as it exists (what is missing is for
 * the reader of the file to report). Throws UserError `path-outside` where it is not a plain relative path or leads
 * out of the workspace.
 */
export async function resolveInside(workspace: string, path: string): Promise<string> {
  const problem = pathProblem(path);
  if (problem !== undefined) throw outside(path, problem);
  const root = await realpath(workspace);
  const real = await realpathOfExisting(resolve(root, path), path);
  if (!isInside(root, real)) throw outside(path, 'a symbolic link leads out of the workspace');
  const inside = wayTo(root, real);
  if (inside.split('/').some(isGitFolder)) throw outside(path, 'a symbolic link leads into the `.git` folder');
  const name = process.platform === 'linux' ? undefined : misspelt(path, inside);
  if (name !== undefined) throw outside(path, `the file's name is \`${name}\`, and letter case counts: the repository has it under no other`);
  return real;
}

/**
 * The name on disk where `written` is found under another letter case or Unicode form of it, as Windows and macOS do: git knows
 * the one on disk alone, and Linux finds no other. Undefined where a link was followed, or nothing differs.
 */
export function misspelt(written: string, onDisk: string): string | undefined {
  const plain = posix.normalize(written).replace(/\/$/u, '');
  const folded = (text: string): string => text.normalize('NFC').toLowerCase();
  return plain !== onDisk && folded(plain) === folded(onDisk) ? onDisk : undefined;
}

async function realpathOfExisting(absolute: string, written: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch (cause) {
    if (!isMissing(cause)) throw outside(written, 'the path cannot be followed', cause);
    // Not there, or a link to what is not there: the latter would point anywhere once its target is made.
    if (await isLink(absolute)) throw outside(written, 'a symbolic link leads nowhere', cause);
    const parent = dirname(absolute);
    return join(await realpathOfExisting(parent, written), absolute.slice(parent.length));
  }
}

/** A part of the path is not there, or is a file where a folder is wanted. */
function isMissing(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

function outside(path: string, message: string, cause?: unknown): UserError {
  return new UserError({
    code: 'path-outside', message, where: path, fix: 'write a path relative to the root of the repository, such as data/test.npz', cause,
  });
}
