/** Writes models: streaming (weights go from where they are to the file) and atomic (temporary file, then rename). */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import { type FileRange, hadExternalData, messageFromModel, type Placed, type Placing } from './codec.js';
import { type Chunk, Chunks, frameModel } from './frame.js';
import type { Model, Tensor, TensorData } from './ir.js';
import { MAX_INLINE_BYTES, MIN_EXTERNAL_BYTES } from './limits.js';
import type { TensorProto } from './proto/onnx_pb.gen.js';
import { readRange } from './tensors.js';

export interface WriteOptions {
  /**
   * `inline`: all weights inside the .onnx file. `file`: weights of 1 KiB and more in `<name>.data` beside it.
   * `keep` (default): what the model was read from. Above 1.9 GB `keep` and `inline` become `file`.
   */
  readonly external?: 'keep' | 'inline' | 'file';
}

export interface WrittenFiles {
  /** Absolute or relative as given; the model first, then its data file where there is one. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/** One buffer with everything inside, external data too: for small models. */
export function encodeModel(model: Model): Uint8Array {
  const chunks = framed(model, () => undefined);
  if (chunks.size > MAX_INLINE_BYTES) throw tooLarge(chunks.size);
  const bytes = new Uint8Array(chunks.size);
  let at = 0;
  for (const chunk of chunks.list) {
    bytes.set(chunk instanceof Uint8Array ? chunk : readRange(chunk), at);
    at += chunk.length;
  }
  return bytes;
}

/** What goes into the model's file, and into the data file beside it. */
interface Layout {
  readonly chunks: Chunks;
  readonly data: DataFile;
}

/** Writes a model to `path`, and its data file before it where there is one. */
export async function writeModel(model: Model, path: string, options: WriteOptions = {}): Promise<WrittenFiles> {
  return writeLayout(layoutOf(model, path, options), path);
}

/** Bytes that `writeModel` would write under this name, without writing. */
export function writtenBytes(model: Model, path: string, options: WriteOptions = {}): number {
  const { chunks, data } = layoutOf(model, path, options);
  return chunks.size + data.size;
}

function layoutOf(model: Model, path: string, { external = 'keep' }: WriteOptions): Layout {
  const wantsFile = external === 'file' || (external === 'keep' && hadExternalData(model));
  if (!wantsFile) {
    const chunks = framed(model, () => undefined);
    if (chunks.size <= MAX_INLINE_BYTES) return { chunks, data: dataFileOf(path) };
  }
  return layoutWithDataFile(model, path, (_, bytes) => bytes >= MIN_EXTERNAL_BYTES);
}

const dataFileOf = (path: string): DataFile => new DataFile(`${basename(path)}.data`);

/** Tensors that `toFile` picks go to `<name>.data`, the others into the proto. */
export async function writeWithDataFile(model: Model, path: string, toFile: ToFile, keep?: Place): Promise<WrittenFiles> {
  return writeLayout(layoutWithDataFile(model, path, toFile, keep), path);
}

type ToFile = (tensor: Tensor, bytes: number) => boolean;

function layoutWithDataFile(model: Model, path: string, toFile: ToFile, keep: Place = () => undefined): Layout {
  const data = dataFileOf(path);
  const chunks = framed(model, (tensor, source) => keep(tensor, source) ?? (toFile(tensor, byteLength(source)) ? data.add(source) : undefined));
  if (chunks.size > MAX_INLINE_BYTES) throw tooLarge(chunks.size);
  return { chunks, data };
}

async function writeLayout({ chunks, data }: Layout, path: string): Promise<WrittenFiles> {
  const dataPath = join(dirname(path), data.name);
  if (data.size > 0) await writeChunks(dataPath, data.chunks());
  await writeChunks(path, chunks.list);
  return { files: data.size > 0 ? [path, dataPath] : [path], bytes: chunks.size + data.size };
}

type RawData = Exclude<TensorData, { kind: 'typed' }>;
export type Place = (tensor: Tensor, data: RawData) => Placed | undefined;

function framed(model: Model, place: Place): Chunks {
  const ranges = new Map<TensorProto, FileRange>();
  const placing: Placing = { place, ranges };
  return frameModel(messageFromModel(model, placing), ranges);
}

export function byteLength(data: RawData): number {
  return data.kind === 'raw' ? data.bytes.length : data.length;
}

/** Offsets on page boundaries let onnxruntime map big tensors; small ones need no more than a cache line. */
const PAGE_BYTES = 4096;
const LINE_BYTES = 64;

/** The layout of a data file: where each tensor's bytes go. */
export class DataFile {
  private readonly parts: { readonly offset: number; readonly data: RawData }[] = [];
  size = 0;

  constructor(readonly name: string) {}

  add(data: RawData): Placed {
    const length = byteLength(data);
    // Pages for tensors of 16 pages and more: padding then costs at most 6 %.
    const unit = length >= 16 * PAGE_BYTES ? PAGE_BYTES : LINE_BYTES;
    const offset = Math.ceil(this.size / unit) * unit;
    this.parts.push({ offset, data });
    this.size = offset + length;
    return { location: this.name, offset, length };
  }

  chunks(): Chunk[] {
    const chunks = new Chunks();
    for (const { offset, data } of this.parts) {
      chunks.push(new Uint8Array(offset - chunks.size));
      chunks.push(data.kind === 'raw' ? data.bytes : data);
    }
    return chunks.list;
  }
}

/** Small chunks are joined up to this. */
const BUFFER_BYTES = 1024 * 1024;
/** Step in which ranges of files are copied; two of these are held. */
const COPY_BYTES = 1024 * 1024;

/** Writes a file atomically against crashes and cancelled jobs (not against power loss: no fsync). */
export async function writeChunks(path: string, chunks: readonly Chunk[]): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await stream(file, chunks);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

async function stream(file: FileHandle, chunks: readonly Chunk[]): Promise<void> {
  const buffer = new Uint8Array(BUFFER_BYTES);
  let filled = 0;
  const flush = async () => {
    await writeAll(file, buffer.subarray(0, filled));
    filled = 0;
  };
  const sources = new Sources();
  try {
    for (const chunk of chunks) {
      if (filled + chunk.length > buffer.length) await flush();
      if (!(chunk instanceof Uint8Array)) {
        await flush();
        await sources.copy(file, chunk);
      } else if (chunk.length > buffer.length) {
        await writeAll(file, chunk);
      } else {
        buffer.set(chunk, filled);
        filled += chunk.length;
      }
    }
    await flush();
  } finally {
    await sources.close();
  }
}

/** Kernels write at most 2 GiB at once; 1 GiB steps stay below. */
const MAX_WRITE_BYTES = 2 ** 30;

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(bytes.length - at, MAX_WRITE_BYTES));
    at += bytesWritten;
  }
}

/** External data files, each opened once: a model's tensors are many ranges of one. */
class Sources {
  private readonly handles = new Map<string, FileHandle>();
  private readonly buffers = [new Uint8Array(COPY_BYTES), new Uint8Array(COPY_BYTES)] as const;

  /** Reads ahead into one buffer while the other is written. */
  async copy(file: FileHandle, { path, offset, length }: FileRange): Promise<void> {
    const source = this.handles.get(path) ?? await open(path, 'r');
    this.handles.set(path, source);
    let [ahead, other] = this.buffers as [Uint8Array, Uint8Array];
    const readAt = (at: number) => source.read(ahead, 0, Math.min(ahead.length, length - at), offset + at);
    let reading = length > 0 ? readAt(0) : undefined;
    for (let at = 0; reading !== undefined;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) throw new UserError({ code: 'external-short', message: 'The external data file has become shorter.', where: path });
      at += bytesRead;
      const full = ahead.subarray(0, bytesRead);
      [ahead, other] = [other, ahead];
      reading = at < length ? readAt(at) : undefined;
      // A failed write must not leave a read without anyone who waits for it.
      await Promise.all([writeAll(file, full), reading]);
    }
  }

  async close(): Promise<void> {
    for (const handle of this.handles.values()) await handle.close();
  }
}

function tooLarge(size: number): UserError {
  return new UserError({
    code: 'model-too-large',
    message: `The model would take ${size} bytes in one protobuf message, and 2 GiB is the end.`,
    fix: 'Keep its weights as raw data or external data, which can go to a file beside the model.',
  });
}
