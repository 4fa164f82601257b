/**
 * Whether git itself may have given a checkout's texts Windows' ends of lines, so that they are still what was committed. Said by
 * whoever set the machine up or by the commit that is compared with, never by the change: its `.gitattributes` could have bytes of
 * data replaced under an unchanged commit.
 *
 * 1. On Windows git does so by what Git for Windows sets, and by an attribute as common as `text=auto`.
 * 2. Elsewhere by `core.autocrlf` or `core.eol`, or by `eol=crlf` in the commit's `.gitattributes` at or above the file.
 */
import { execFile } from 'node:child_process';
import { dirname, posix } from 'node:path';
import { promisify } from 'node:util';
import type { CommitFiles } from './commit.js';
import { gitCheckout } from './git-folder.js';

const MOST_ATTRIBUTE_BYTES = 2 ** 20;

/** Asked for a path of the commit. */
export type MayHaveReturns = (path: string) => Promise<boolean>;

/** @param local absolute, a place in the checkout: how git is set there is looked up once */
export function returnsIn(files: CommitFiles, local: string, platform: NodeJS.Platform = process.platform): MayHaveReturns {
  let configured: Promise<boolean> | undefined;
  const byFolder = new Map<string, Promise<boolean>>();
  return async (path) => {
    if (platform === 'win32' || await (configured ??= isConfigured(gitCheckout(dirname(local))?.folder))) return true;
    const folder = posix.dirname(path);
    const asked = byFolder.get(folder) ?? hasAttribute(files, path);
    byFolder.set(folder, asked);
    return asked;
  };
}

async function isConfigured(git: string | undefined): Promise<boolean> {
  if (git === undefined) return false;
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  // Exits with 1 where none is set; without git nothing was checked out by it.
  const { stdout } = await promisify(execFile)('git', [`--git-dir=${git}`, 'config', '--get-regexp', '^core\\.(autocrlf|eol)$'], { env }).catch(() => ({ stdout: '' }));
  const set = new Map(stdout.split('\n').map((line): [string, string] => [line.split(' ')[0] ?? '', (line.split(' ')[1] ?? '').toLowerCase()]));
  return ['true', 'yes', 'on', '1', ''].includes(set.get('core.autocrlf') ?? 'false') || set.get('core.eol') === 'crlf';
}

async function hasAttribute(files: CommitFiles, path: string): Promise<boolean> {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const entry = await files.find([...parts.slice(0, depth), '.gitattributes'].join('/'));
    const text = entry?.kind === 'file' ? await files.bytes(entry.id, MOST_ATTRIBUTE_BYTES) : undefined;
    if (text !== undefined && /^[^#\s].*\seol=crlf(?:\s|$)/mu.test(text.toString('utf8'))) return true;
  }
  return false;
}
