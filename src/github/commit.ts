/**
 * Files of a commit that is not checked out, as git keeps them: trees list names with the ids of what they stand for, and an
 * id is the hash of the content. What is read is held against its id, wherever the bytes came from.
 *
 * A tree lists all that there is: what it does not name is not there. (The contents endpoint answers 404 for that, and for a
 * token that may not look.)
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../errors.js';

export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'submodule';
  /** Hexadecimal SHA-1, or SHA-256 in repositories that use it. */
  readonly id: string;
  /** Of a file, where the source tells it. */
  readonly bytes?: number | undefined;
}

export interface Submodule {
  /** In the repository, links followed. */
  readonly path: string;
  readonly commit: string;
  readonly inside: string;
}

/** As far as a path leads: the entry there is at `at`, and `inside` is what it did not lead through. */
interface Followed {
  readonly entry: Entry | undefined;
  readonly isWhole: boolean;
  readonly at: string;
  readonly inside: string;
}

/** Where objects come from: GitHub's API, or the object store of a checkout. Both throw where they do not have one. */
export interface ObjectSource {
  readonly what: string;
  /** Entries of a tree, by name. `id` is a tree's or a commit's. */
  tree(id: string): Promise<ReadonlyMap<string, Entry>>;
  /** The content, to be checked by whoever asks. */
  blob(id: string): Promise<Readable>;
  /** Blobs that one run may ask for. */
  readonly mostBlobs: number;
}

/** Links that are followed before a path is given up. */
const MOST_LINKS = 8;
const MOST_LINK_BYTES = 4096;
/** Folders below one that is listed. */
const MOST_FOLDERS = 2000;

/** Files of one commit. Paths are relative to the repository's root, with `/`. */
export class CommitFiles {
  private blobs = 0;
  /** What was read of small files: each is looked at once for a pointer, and may be wanted itself then. */
  private readonly small = new Map<string, Buffer>();
  private readonly trees = new Map<string, Promise<ReadonlyMap<string, Entry>>>();

  constructor(readonly commit: string, private readonly source: ObjectSource) {}

  /** Throws where the source does not have the commit. */
  async open(): Promise<void> {
    await this.list(this.commit);
  }

  /** The entry at a path, links followed, those on the way to it too; undefined where the commit has none. Throws where the source fails. */
  async find(path: string): Promise<Entry | undefined> {
    const { entry, isWhole } = await this.follow(path);
    return isWhole ? entry : undefined;
  }

  /** What hides a path from us, so that the commit may have it all the same: a submodule, or a link that leads out of the repository. */
  async hiddenBy(path: string): Promise<'submodule' | 'link' | undefined> {
    const { entry, isWhole } = await this.follow(path);
    return !isWhole && (entry?.kind === 'submodule' || entry?.kind === 'link') ? entry.kind : undefined;
  }

  /** The submodule that the path is or leads into, where the commit has one there; `inside` is the path from it on, '' for itself. */
  async submoduleAt(path: string): Promise<Submodule | undefined> {
    const { entry, at, inside } = await this.follow(path);
    return entry?.kind === 'submodule' ? { path: at, commit: entry.id, inside } : undefined;
  }

  private async follow(path: string, links = 0): Promise<Followed> {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const { entry, depth } = await this.walk(parts);
    const [at, inside] = [parts.slice(0, depth).join('/'), parts.slice(depth).join('/')];
    if (entry?.kind !== 'link') return { entry, isWhole: depth === parts.length, at, inside };
    const target = await this.bytes(entry.id, MOST_LINK_BYTES);
    const resolved = target === undefined ? undefined : resolveLink(at, target.toString('utf8'));
    if (resolved === undefined || links === MOST_LINKS) return { entry, isWhole: false, at, inside };
    return this.follow([resolved, ...parts.slice(depth)].join('/'), links + 1);
  }

  /** Files below a folder, by their path relative to it; links and submodules are left as they are. */
  async filesBelow(folder: Entry): Promise<ReadonlyMap<string, Entry>> {
    const files = new Map<string, Entry>();
    const folders = [{ prefix: '', id: folder.id }];
    for (const { prefix, id } of folders) {
      for (const [name, entry] of await this.list(id)) {
        if (entry.kind === 'folder') folders.push({ prefix: `${prefix}${name}/`, id: entry.id });
        else files.set(`${prefix}${name}`, entry);
      }
      if (folders.length > MOST_FOLDERS) throw new Error(`it has more than ${MOST_FOLDERS} folders`);
    }
    return files;
  }

  /** Names of the files in a folder itself; none where there is no such folder. */
  async namesIn(folder: string): Promise<readonly string[]> {
    const entry = await this.find(folder);
    return entry?.kind === 'folder' ? [...await this.list(entry.id)].filter(([, { kind }]) => kind === 'file').map(([name]) => name) : [];
  }

  /** Content of at most `most` bytes, checked; undefined where it has more. */
  async bytes(id: string, most: number): Promise<Buffer | undefined> {
    const known = this.small.get(id);
    if (known !== undefined) return known.length > most ? undefined : known;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of await this.content(id)) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) return undefined;
    }
    const content = Buffer.concat(chunks);
    if (digestOf(id, content.length).update(content).digest('hex') !== id) throw new Error(`${this.source.what} gave something else than ${id}`);
    if (content.length <= MOST_POINTER_BYTES) this.small.set(id, content);
    return content;
  }

  /** Writes the content to a new file, checked; nothing stays where it is not what it should be. */
  async save(id: string, path: string): Promise<void> {
    const known = this.small.get(id);
    await pipeline(known === undefined ? await this.content(id) : Readable.from([known]), createWriteStream(path, { flags: 'wx' }));
    if (await blobId(path, id.length) === id) return;
    await rm(path);
    throw new Error(`${this.source.what} gave something else than ${id}`);
  }

  private content(id: string): Promise<Readable> {
    this.blobs += 1;
    if (this.blobs > this.source.mostBlobs) throw new Error(`more than ${this.source.mostBlobs} files would have to be fetched by ${this.source.what}`);
    return this.source.blob(id);
  }

  /** As far as folders lead: the entry after `depth` parts, which is a file's or a link's where it stops early. */
  private async walk(parts: readonly string[]): Promise<{ readonly entry: Entry | undefined; readonly depth: number }> {
    let entry: Entry | undefined = { kind: 'folder', id: this.commit };
    let depth = 0;
    for (; depth < parts.length && entry?.kind === 'folder'; depth += 1) entry = (await this.list(entry.id)).get(parts[depth] ?? '');
    return { entry, depth };
  }

  private list(id: string): Promise<ReadonlyMap<string, Entry>> {
    const known = this.trees.get(id) ?? this.source.tree(id);
    this.trees.set(id, known);
    return known;
  }
}

/** The git id that this file's content has; `length` of hexadecimal digits says which hash. */
export async function blobId(path: string, length = 40): Promise<string> {
  const hash = digestOf('0'.repeat(length), (await stat(path)).size);
  await pipeline(createReadStream(path), new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      hash.update(chunk);
      callback();
    },
  }));
  return hash.digest('hex');
}

/** As much of a file as git looks at for a NUL, which no text has. */
const TELLS_BINARY = 8000;

/**
 * The git id that a text had before git gave it Windows' ends of lines (`core.autocrlf`, which Git for Windows sets). Undefined
 * for what git takes for binary, and where there are none.
 */
export async function textBlobId(path: string, length = 40): Promise<string | undefined> {
  const before = (await stat(path)).size;
  let size = 0;
  for await (const chunk of withoutReturns(path)) {
    if (size === 0 && chunk.subarray(0, TELLS_BINARY).includes(0)) return undefined;
    size += chunk.length;
  }
  if (size === before) return undefined;
  const hash = digestOf('0'.repeat(length), size);
  for await (const chunk of withoutReturns(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Its bytes, LF for each CR LF. */
async function* withoutReturns(path: string): AsyncGenerator<Buffer> {
  let held = '';
  for await (const chunk of createReadStream(path)) {
    const text = held + (chunk as Buffer).toString('latin1');
    // What follows it is in the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    yield Buffer.from(text.slice(0, text.length - held.length).replaceAll('\r\n', '\n'), 'latin1');
  }
  yield Buffer.from(held, 'latin1');
}

function digestOf(id: string, size: number): Hash {
  return createHash(id.length === 64 ? 'sha256' : 'sha1').update(`blob ${size}\0`);
}

/** Undefined where it leads out of the repository. */
function resolveLink(from: string, target: string): string | undefined {
  if (target.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** What Git LFS commits in place of a file. */
export interface LfsPointer {
  readonly sha256: string;
  readonly bytes: number;
}

/** A pointer has about 130 bytes. */
export const MOST_POINTER_BYTES = 1024;

/** The pointer that this text is; undefined for anything else. */
export function lfsPointer(content: Buffer): LfsPointer | undefined {
  const text = content.toString('utf8');
  if (content.length > MOST_POINTER_BYTES || !text.startsWith('version https://git-lfs.github.com/spec/v1\n')) return undefined;
  const sha256 = /^oid sha256:([0-9a-f]{64})$/mu.exec(text)?.[1];
  const bytes = Number(/^size (\d{1,15})$/mu.exec(text)?.[1] ?? Number.NaN);
  return sha256 === undefined || Number.isNaN(bytes) ? undefined : { sha256, bytes };
}

/** The pointer in this file; undefined where it is none. */
export async function lfsPointerIn(path: string): Promise<LfsPointer | undefined> {
  return (await stat(path)).size > MOST_POINTER_BYTES ? undefined : lfsPointer(await readFile(path));
}

export function unreadable(commit: string, reason: string): UserError {
  return new UserError({
    code: 'base-unreadable', message: `What the commit ${commit.slice(0, 7)} has cannot be read: ${reason}. A change is judged by the policy and the data that it is based on, never by its own alone.`,
    where: commit,
    fix: 'grant "permissions: contents: read" to the job, or check out with "fetch-depth: 0", so that the commit is there without asking',
  });
}
