/** Files of a dataset: found inside the workspace, recognised, hashed. */
import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { UserError, messageOf } from '../errors.js';
import { slashed } from '../paths.js';
import { resolveInside } from '../policy/paths.js';

export interface SourceFile {
  /** Absolute, symlinks resolved. */
  readonly path: string;
  /** Relative to the workspace, with forward slashes: for people and for hashes. */
  readonly shown: string;
  readonly bytes: number;
}

/** Long enough for every format's magic and for a Git LFS pointer. */
const HEAD_BYTES = 4096;

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1';

/** @throws UserError `data-not-found`, or what `resolveInside` says of a path that leaves the workspace. */
export async function locate(workspace: string, path: string): Promise<{ file: SourceFile; directory: boolean }> {
  const absolute = await resolveInside(workspace, path);
  const stats = await statOrFail(absolute, path);
  if (!stats.isFile() && !stats.isDirectory()) throw notFound(path, 'it is neither a file nor a folder');
  return { file: { path: absolute, shown: shownPath(path), bytes: stats.size }, directory: stats.isDirectory() };
}

/** A file that must not be a folder. */
export async function locateFile(workspace: string, path: string): Promise<SourceFile> {
  const { file, directory } = await locate(workspace, path);
  if (directory) throw notFound(path, 'it is a folder, where a file is wanted');
  return file;
}

export function shownPath(path: string): string {
  return slashed(path).replace(/^\.\//u, '');
}

async function statOrFail(absolute: string, path: string): Promise<Stats> {
  try {
    return await stat(absolute);
  } catch (error) {
    throw notFound(path, isAbsent(error) ? 'there is no such file' : messageOf(error));
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function notFound(path: string, why: string): UserError {
  return new UserError({
    code: 'data-not-found', message: `Dataset ${path} cannot be read: ${why}.`, where: shownPath(path),
    fix: 'Give the path relative to the workspace, and check that the checkout brings the file.',
  });
}

/** The first bytes of a file. @throws UserError `lfs-pointer` */
export async function readHead(file: SourceFile): Promise<Uint8Array> {
  const handle = await open(file.path, 'r');
  try {
    const head = new Uint8Array(Math.min(HEAD_BYTES, file.bytes));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    refuseLfsPointer(head, file);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** @throws UserError `lfs-pointer` where the bytes are a pointer and not the file. */
export function refuseLfsPointer(head: Uint8Array, file: SourceFile): void {
  if (!Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, LFS_POINTER.length)).equals(Buffer.from(LFS_POINTER))) return;
  throw new UserError({
    code: 'lfs-pointer', message: `${file.shown} is a Git LFS pointer, not the data it stands for.`, where: file.shown,
    fix: 'Check out with `lfs: true` (actions/checkout), or run `git lfs pull`.',
  });
}

/** What the lines of a text may end with. */
export const LINE_ENDS = ['\n', '\r\n'] as const;
type LineEnd = (typeof LINE_ENDS)[number];

/** sha256 of the file's bytes, streamed; or of what they would be if every line ended so. */
export async function hashFile(file: SourceFile, end?: LineEnd): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of end === undefined ? pieces(file) : withEnds(pieces(file), end)) hash.update(chunk);
  return hash.digest('hex');
}

const pieces = (file: SourceFile): AsyncIterable<Buffer> => createReadStream(file.path, { highWaterMark: 1 << 20 });

async function* withEnds(chunks: AsyncIterable<Buffer>, end: LineEnd): AsyncGenerator<Buffer> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk.toString('latin1');
    // What follows a return is in the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    yield Buffer.from(text.slice(0, text.length - held.length).replaceAll(/\r?\n/gu, end), 'latin1');
  }
  yield Buffer.from(held, 'latin1');
}

/**
 * One hash for all files of a source. A single file: its own sha256, as `sha256sum` prints it. Several: the sha256 of
 * the lines `HASH  PATH`, in the given order, as `sha256sum FILES | sha256sum` prints it. With `end`: if every line ended so.
 */
export async function hashFiles(files: readonly SourceFile[], end?: LineEnd): Promise<string> {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return hashFile(only, end);
  const all = createHash('sha256');
  for (const file of files) all.update(`${await hashFile(file, end)}  ${file.shown}\n`);
  return all.digest('hex');
}
