/** Writes arrays as .npz: a zip of .npy members, stored, so that other tools can map them. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ElementType, TypedArray } from '../runtime/types.js';
import { bytesOf, bytesPerElement, elementCount } from './elements.js';

export interface NpzEntry {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
  /** The elements in row-major order, in pieces of any length. */
  readonly chunks: Iterable<TypedArray> | AsyncIterable<TypedArray>;
}

const DESCR: Readonly<Record<ElementType, string>> = {
  bool: '|b1', uint8: '|u1', int8: '|i1', uint16: '<u2', int16: '<i2', uint32: '<u4', int32: '<i4', uint64: '<u8', int64: '<i8',
  float16: '<f2', float32: '<f4', float64: '<f8',
};

/** The same content is the same file: zip's earliest date instead of today's. */
const MEMBER = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true } as const;

/**
 * Replaces `path` once everything is written. A name that a zip member cannot have is changed until it can (`memberNames`).
 * @throws where an entry's pieces do not add up to its shape
 */
export async function writeNpz(path: string, entries: readonly NpzEntry[]): Promise<void> {
  const zip = new ZipFile();
  const names = memberNames(entries.map(({ name }) => name));
  for (const [i, entry] of entries.entries()) {
    const header = npyHeader(entry.type, entry.dims);
    const size = header.length + elementCount(entry.dims) * bytesPerElement(entry.type);
    const open = (): Readable => Readable.from(memberBytes(header, entry), { objectMode: false });
    zip.addReadStreamLazy(`${names[i] ?? ''}.npy`, { ...MEMBER, size }, (callback) => callback(null, open()));
  }
  zip.end();
  await writeWhole(zip, path);
}

async function writeWhole(zip: ZipFile, path: string): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  const abort = new AbortController();
  zip.once('error', (error) => abort.abort(error));
  try {
    await pipeline(zip.outputStream, createWriteStream(partial), { signal: abort.signal });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw abort.signal.aborted ? abort.signal.reason : error;
  }
}

/** Characters of a member's name; zip itself allows 65,535 bytes. */
const MAX_NAME = 200;

/** Relative, without `..` and `\\`, not too long, each once: `/head/../out` becomes `head/_/out`. */
export function memberNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[\\:\u0000-\u001f]/gu, '_').replace(/^\/+/u, '').split('/').map((part) => (part === '..' ? '_' : part)).join('/');
    const short = plain.slice(0, MAX_NAME) || '_';
    let unique = short;
    for (let again = 2; taken.has(unique); again++) unique = `${short}_${again}`;
    taken.add(unique);
    return unique;
  });
}

async function* memberBytes(header: Uint8Array, entry: NpzEntry): AsyncGenerator<Uint8Array> {
  yield header;
  for await (const chunk of entry.chunks) if (chunk.length > 0) yield bytesOf(chunk);
}

/** Version 1.0; padded so that the data start at a multiple of 64, as numpy does. */
export function npyHeader(type: ElementType, dims: readonly number[]): Uint8Array {
  const shape = dims.length === 1 ? `${dims[0] ?? 0},` : dims.join(', ');
  const dictionary = `{'descr': '${DESCR[type]}', 'fortran_order': False, 'shape': (${shape}), }`;
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const header = Buffer.alloc(10 + length, ' ');
  header.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  header.writeUInt16LE(length, 8);
  header.write(dictionary, 10, 'latin1');
  header[9 + length] = 0x0a;
  return header;
}
