/** One stored array, samples along its first axis, read in blocks of samples: the base of .npy, .npz and IDX. */
import { UserError } from '../errors.js';
import type { ElementType, HostTensor } from '../runtime/types.js';
import { bytesPerElement, elementCount, elementsOf } from './elements.js';
import { openReader, type ForwardReader, type Stretch } from './forward-reader.js';
import type { Column, Cursor } from './table.js';

export interface StoredArray {
  readonly name: string;
  /** File, or file and member, for people. */
  readonly shown: string;
  readonly type: ElementType;
  readonly bigEndian: boolean;
  readonly fortran: boolean;
  readonly dims: readonly number[];
  /** Everything from the header's first byte to the data's last. */
  readonly stretch: Stretch;
  /** Bytes of `stretch` before the data. */
  readonly headerBytes: number;
}

/** A Fortran-ordered array has no sample in one piece, so it is turned around in memory, up to this size. */
const MAX_FORTRAN_BYTES = 256 * 2 ** 20;

/** Larger samples would not fit a batch in memory; the largest real ones (images, spectra) are far below. */
const MAX_SAMPLE_BYTES = 2 ** 30;

const sampleDims = (array: StoredArray): readonly number[] => array.dims.slice(1);

const sampleBytes = (array: StoredArray): number => elementCount(sampleDims(array)) * bytesPerElement(array.type);

export function arrayColumn(array: StoredArray): Column {
  return {
    name: array.name, type: array.type, dims: sampleDims(array), count: array.dims[0] ?? 0,
    problem: arrayProblem(array), origin: 'stored',
  };
}

function arrayProblem(array: StoredArray): UserError | undefined {
  const refuse = (message: string, fix: string): UserError =>
    new UserError({ code: 'data-unsupported', message, where: array.shown, fix });
  if (array.dims.length === 0) {
    return refuse(`${array.shown} is a single number, not one value per sample.`, 'Save an array whose first axis counts the samples.');
  }
  if (sampleBytes(array) > MAX_SAMPLE_BYTES) {
    return refuse(`${array.shown} has samples of ${sampleBytes(array)} bytes, over the limit of ${MAX_SAMPLE_BYTES}.`, 'Check that its first axis counts the samples.');
  }
  if (isScattered(array) && array.stretch.unpacked > MAX_FORTRAN_BYTES) {
    return refuse(
      `${array.shown} is stored in Fortran order and too large (${array.stretch.unpacked} bytes) to be turned around in memory.`,
      'Save it in C order: numpy.save(path, numpy.ascontiguousarray(array)).',
    );
  }
  return undefined;
}

/** Fortran order differs from C order only where at least two axes are longer than 1. */
const isScattered = (array: StoredArray): boolean => array.fortran && array.dims.filter((dim) => dim > 1).length > 1;

/** A fresh pass over the array. */
export async function openArray(array: StoredArray): Promise<ArrayCursor> {
  const reader = await openReader(array.stretch);
  try {
    await reader.read(new Uint8Array(array.headerBytes));
    return new ArrayCursor(array, isScattered(array) ? await turnedAround(array, reader) : reader);
  } catch (error) {
    await reader.close();
    throw error;
  }
}

export class ArrayCursor {
  private next = 0;
  private block = new Uint8Array(0);
  private readonly array: StoredArray;
  private readonly reader: ForwardReader;

  constructor(array: StoredArray, reader: ForwardReader) {
    this.array = array;
    this.reader = reader;
  }

  /** [indices, ...sample]; valid until the next call. */
  async take(indices: readonly number[]): Promise<HostTensor> {
    const width = sampleBytes(this.array);
    const bytes = this.room(indices.length * width);
    for (let from = 0; from < indices.length;) {
      const run = runLength(indices, from);
      const start = indices[from] ?? 0;
      await this.reader.skip((start - this.next) * width);
      await this.reader.read(bytes.subarray(from * width, (from + run) * width));
      this.next = start + run;
      from += run;
    }
    if (this.array.bigEndian) swapBytes(bytes, bytesPerElement(this.array.type));
    const dims = [indices.length, ...sampleDims(this.array)];
    return { type: this.array.type, dims, data: elementsOf(this.array.type, bytes) };
  }

  async close(): Promise<void> {
    await this.reader.close();
  }

  private room(bytes: number): Uint8Array {
    if (this.block.length < bytes) this.block = new Uint8Array(bytes);
    return this.block.subarray(0, bytes);
  }
}

/** How many indices from `from` on follow each other without a gap. */
function runLength(indices: readonly number[], from: number): number {
  let to = from + 1;
  while (to < indices.length && indices[to] === (indices[to - 1] ?? 0) + 1) to++;
  return to - from;
}

/** In place: big-endian elements to the machine's own order. */
function swapBytes(bytes: Uint8Array, width: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (width === 2) buffer.swap16();
  if (width === 4) buffer.swap32();
  if (width === 8) buffer.swap64();
}

/** Reads a whole Fortran-ordered array and hands it out in C order. */
async function turnedAround(array: StoredArray, reader: ForwardReader): Promise<ForwardReader> {
  const width = bytesPerElement(array.type);
  const stored = new Uint8Array(elementCount(array.dims) * width);
  await reader.read(stored);
  const turned = new Uint8Array(stored.length);
  const strides = fortranStrides(array.dims);
  const index = new Array<number>(array.dims.length).fill(0);
  for (let to = 0; to < turned.length; to += width) {
    const from = index.reduce((sum, at, axis) => sum + at * (strides[axis] ?? 0), 0) * width;
    for (let byte = 0; byte < width; byte++) turned[to + byte] = stored[from + byte] ?? 0;
    advance(index, array.dims);
  }
  return new MemoryReader(turned, reader);
}

function fortranStrides(dims: readonly number[]): number[] {
  let stride = 1;
  return dims.map((dim) => {
    const own = stride;
    stride *= dim;
    return own;
  });
}

/** The next index in C order. */
function advance(index: number[], dims: readonly number[]): void {
  for (let axis = index.length - 1; axis >= 0; axis--) {
    index[axis] = (index[axis] ?? 0) + 1;
    if ((index[axis] ?? 0) < (dims[axis] ?? 0)) return;
    index[axis] = 0;
  }
}

class MemoryReader implements ForwardReader {
  private position = 0;
  private readonly bytes: Uint8Array;
  private readonly source: ForwardReader;

  constructor(bytes: Uint8Array, source: ForwardReader) {
    this.bytes = bytes;
    this.source = source;
  }

  async read(target: Uint8Array): Promise<void> {
    target.set(this.bytes.subarray(this.position, this.position + target.length));
    this.position += target.length;
  }

  async skip(bytes: number): Promise<void> {
    this.position += bytes;
  }

  async close(): Promise<void> {
    await this.source.close();
  }
}

/** Several arrays read side by side. */
export async function openArrays(arrays: readonly StoredArray[]): Promise<Cursor> {
  const cursors: { readonly name: string; readonly cursor: ArrayCursor }[] = [];
  const close = async (): Promise<void> => {
    for (const { cursor } of cursors) await cursor.close();
  };
  try {
    for (const array of arrays) cursors.push({ name: array.name, cursor: await openArray(array) });
  } catch (error) {
    await close();
    throw error;
  }
  const take = async (indices: readonly number[]): Promise<ReadonlyMap<string, HostTensor>> => {
    const rows = new Map<string, HostTensor>();
    for (const { name, cursor } of cursors) rows.set(name, await cursor.take(indices));
    return rows;
  };
  return { take, close };
}
