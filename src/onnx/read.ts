/** Reads a model file: bounded, and with a clear refusal for everything that is not a whole ONNX model. */
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { messageOf, UserError } from '../errors.js';
import { isBelow } from '../paths.js';
import { modelFromMessage } from './codec.js';
import { externalResolver, noExternalFiles } from './external.js';
import type { Model } from './ir.js';
import { MAX_PROTO_BYTES } from './limits.js';
import { ModelProtoSchema } from './proto/onnx_pb.gen.js';
import { LFS_POINTER, looksLike } from './sniff.js';
import { validated } from './validate.js';
import { wireProblem } from './wire-check.js';

export interface ReadOptions {
  /** The workspace: model and external data must lie in it, symbolic links resolved. Default: the model's folder. */
  readonly root?: string;
}

export interface DecodeOptions extends ReadOptions {
  /** The folder external data is relative to; without it, external data is refused. */
  readonly directory?: string;
}

/**
 * Reads and checks a model. Its tensors are views on one buffer that holds the file. Throws UserError:
 * `model-not-found`, `model-outside`, `model-too-large`, and what `decodeModel` throws; `where` is the path.
 */
export async function readModel(path: string, options: ReadOptions = {}): Promise<Model> {
  try {
    const real = await findModel(path, options.root);
    return decodeModel(await readWhole(real), { directory: dirname(resolve(path)), ...options });
  } catch (thrown) {
    throw located(thrown, path);
  }
}

/**
 * Decodes a model without copying tensors: the result keeps views on `file`. Throws UserError: `model-empty`,
 * `lfs-pointer`, `not-onnx`, `model-truncated`, `model-corrupt`, `no-graph`, `external-*`, `tensor-*`, `graph-*`,
 * `opset-unsupported`.
 */
export function decodeModel(file: Uint8Array, options: DecodeOptions = {}): Model {
  // A plain view: a Buffer's `slice` would share memory where every other array's copies.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  refuseOtherFiles(bytes);
  const { directory, root } = options;
  const external = directory === undefined ? noExternalFiles : externalResolver(directory, root);
  return validated(modelFromMessage(parse(bytes), external));
}

function parse(bytes: Uint8Array) {
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch (cause) {
    throw new UserError({
      code: 'model-corrupt', message: `The model cannot be decoded: ${messageOf(cause)}.`, fix: 'Export the model again.', cause,
    });
  }
}

function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UserError({ code: 'model-empty', message: 'The file is empty.', fix: 'Check how the model is written or fetched.' });
  const problem = wireProblem(ModelProtoSchema, bytes);
  if (problem === undefined) return;
  const kind = looksLike(bytes);
  if (kind === LFS_POINTER) throw lfsPointer();
  if (kind !== undefined || !problem.begun) throw notOnnx(kind);
  throw problem.kind === 'truncated' ? truncated(bytes.length) : corrupt(problem.offset);
}

function lfsPointer(): UserError {
  return new UserError({
    code: 'lfs-pointer',
    message: 'The file is a Git LFS pointer, not the model itself.',
    fix: 'Check out with LFS: add `with: { lfs: true }` to the actions/checkout step (locally: git lfs pull).',
  });
}

function notOnnx(kind: string | undefined): UserError {
  return new UserError({
    code: 'not-onnx',
    message: kind === undefined ? 'The file is not an ONNX model.' : `The file is not an ONNX model: it looks like ${kind}.`,
    fix: 'Point `path` at an .onnx file.',
  });
}

function truncated(size: number): UserError {
  return new UserError({
    code: 'model-truncated',
    message: `The model is cut short: the file ends after ${size} bytes, in the middle of a field.`,
    fix: 'Fetch or export the model again.',
  });
}

function corrupt(offset: number): UserError {
  return new UserError({
    code: 'model-corrupt', message: `The model is damaged near byte ${offset}.`, fix: 'Fetch or export the model again.',
  });
}

async function findModel(path: string, root: string | undefined): Promise<string> {
  const real = await realpath(path).catch((cause: unknown) => { throw unreadable(cause); });
  if (root !== undefined && !isBelow(await realpath(root), real)) {
    throw new UserError({ code: 'model-outside', message: 'The model lies outside the workspace.', fix: 'Keep the model inside the repository.' });
  }
  return real;
}

function unreadable(cause: unknown): UserError {
  const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return notFound(absent ? 'there is no such file' : messageOf(cause), cause);
}

function notFound(why: string, cause?: unknown): UserError {
  return new UserError({ code: 'model-not-found', message: `The model cannot be read: ${why}.`, fix: 'Check the path, in the policy or on the command line; it starts at the workspace (--workspace), letter case counts, and the file must be in the checkout.', cause });
}

/** One exact buffer: `readFile` stops at 2 GiB and gives pooled memory for small files. */
async function readWhole(path: string): Promise<Uint8Array> {
  // Asked before opening: opening a named pipe waits for its writer.
  const stats = await stat(path);
  if (!stats.isFile()) throw notFound(stats.isDirectory() ? 'it is a folder, where a file is wanted' : 'it is not a regular file');
  if (stats.size > MAX_PROTO_BYTES) throw tooLarge(stats.size);
  const file = await open(path, 'r').catch((cause: unknown) => { throw unreadable(cause); });
  try {
    return await fill(file, new Uint8Array(stats.size));
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, buffer: Uint8Array): Promise<Uint8Array> {
  let at = 0;
  while (at < buffer.length) {
    const { bytesRead } = await file.read(buffer, at, buffer.length - at, at);
    if (bytesRead === 0) return buffer.subarray(0, at);
    at += bytesRead;
  }
  return buffer;
}

function tooLarge(size: number): UserError {
  return new UserError({
    code: 'model-too-large',
    message: `The model file has ${size} bytes; a protobuf message ends at 2 GiB.`,
    fix: 'Save the model with its weights as external data.',
  });
}

/** The same error, with the model's path where the error names no place. */
function located(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof UserError) || thrown.where !== undefined) return thrown;
  const { code, message, fix, cause } = thrown;
  return new UserError({ code, message, where: path, ...(fix === undefined ? {} : { fix }), ...(cause === undefined ? {} : { cause }) });
}
