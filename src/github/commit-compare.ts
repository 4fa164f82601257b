/** Files and folders of a commit against those that lie in the checkout: whether they differ, and the commit's own put elsewhere. */
import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { wayTo } from '../paths.js';
import { blobId, lfsPointer, MOST_POINTER_BYTES, textBlobId, type CommitFiles, type Entry, type LfsPointer } from './commit.js';
import { returnsIn, type MayHaveReturns } from './line-ends.js';

/** Fetches what a pointer of Git LFS stands for into a new file, checked. */
export type FetchLfs = (pointer: LfsPointer, path: string) => Promise<void>;

export type Comparison = 'same' | 'changed' | 'absent';

/**
 * What the commit has at `path`, against what lies at `local` (absolute, links resolved). `absent`: the commit has nothing there.
 *
 * @param composes whether names may lie there apart (NFD) that git keeps together (NFC), as macOS writes them
 */
export async function compareWith(files: CommitFiles, path: string, local: string, composes = process.platform === 'darwin'): Promise<Comparison> {
  const entry = await files.find(path);
  if (entry === undefined) return 'absent';
  if (!existsSync(local)) return 'changed';
  const isFolder = (await stat(local)).isDirectory();
  if (isFolder !== (entry.kind === 'folder')) return 'changed';
  const checkout = { files, mayHaveReturns: returnsIn(files, local) };
  if (!isFolder) return await isSame(checkout, path, entry, local) ? 'same' : 'changed';
  const listed = await files.filesBelow(entry);
  // A submodule as a whole has one beside its files; git tracks none of that name.
  const here = (await filesIn(local)).filter((name) => name !== '.git' || path !== '');
  if (here.length !== listed.size) return 'changed';
  const seen = new Set<Entry>();
  for (const name of here) {
    const one = listed.get(name) ?? (composes ? listed.get(name.normalize('NFC')) : undefined);
    // Two names that compose to one are two files here and one there.
    if (one === undefined || seen.has(one)) return 'changed';
    seen.add(one);
    if (!await isSame(checkout, `${path}/${name}`, one, join(local, name))) return 'changed';
  }
  return 'same';
}

/** Puts the commit's file or folder at `to`: what is the same is copied from the checkout, all else fetched. */
export async function restoreFrom(files: CommitFiles, path: string, local: string, to: string, fetchLfs: FetchLfs): Promise<void> {
  const entry = await files.find(path);
  if (entry === undefined) return;
  const checkout = { files, mayHaveReturns: returnsIn(files, local) };
  if (entry.kind !== 'folder') return restoreOne(checkout, path, entry, local, to, fetchLfs);
  await mkdir(to, { recursive: true });
  for (const [name, one] of await files.filesBelow(entry)) await restoreOne(checkout, `${path}/${name}`, one, join(local, name), join(to, name), fetchLfs);
}

interface Checkout {
  readonly files: CommitFiles;
  readonly mayHaveReturns: MayHaveReturns;
}

async function restoreOne(checkout: Checkout, path: string, entry: Entry, local: string, to: string, fetchLfs: FetchLfs): Promise<void> {
  if (entry.kind !== 'file') throw new Error(`it holds a ${entry.kind}, which is not followed`);
  await mkdir(dirname(to), { recursive: true });
  if (await isSame(checkout, path, entry, local)) return copyFile(local, to, constants.COPYFILE_FICLONE);
  const { files } = checkout;
  const pointer = await pointerOf(files, entry);
  if (pointer === undefined) await files.save(entry.id, to);
  else await fetchLfs(pointer, to);
}

/**
 * By content, ends of lines aside in a text that git may have given others (line-ends.ts); a checkout of Git LFS has the file where the commit has a
 * pointer. A link is never followed: the change may have put it there, and it may lead to a device that has no end.
 */
async function isSame({ files, mayHaveReturns }: Checkout, path: string, entry: Entry, local: string): Promise<boolean> {
  if (entry.kind !== 'file' || !await isFile(local)) return false;
  if (await blobId(local, entry.id.length) === entry.id) return true;
  if (await textBlobId(local, entry.id.length) === entry.id) return mayHaveReturns(path);
  const pointer = await pointerOf(files, entry);
  return pointer !== undefined && (await stat(local)).size === pointer.bytes && await sha256Of(local) === pointer.sha256;
}

async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() === true;
}

async function pointerOf(files: CommitFiles, { id, bytes }: Entry): Promise<LfsPointer | undefined> {
  if (bytes !== undefined && bytes > MOST_POINTER_BYTES) return undefined;
  const start = await files.bytes(id, MOST_POINTER_BYTES);
  return start === undefined ? undefined : lfsPointer(start);
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => wayTo(folder, join(entry.parentPath, entry.name)));
}
