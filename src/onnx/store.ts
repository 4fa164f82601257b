/**
 * Weights on disk once. A model's big initializers go into one file; every variant of the model (probes, masked,
 * pruned candidates) is then a small proto beside it, opened by path, so that onnxruntime maps the weights instead
 * of parsing them. The protos must lie in the same folder: onnxruntime refuses data outside a model's folder.
 */
import { basename, dirname, join, resolve } from 'node:path';
import { realpath, rm } from 'node:fs/promises';
import type { Model, Tensor } from './ir.js';
import { MIN_EXTERNAL_BYTES } from './limits.js';
import { elementCount, rawLength, tensorBytes } from './tensors.js';
import { DataFile, type Place, writeChunks, writeWithDataFile, type WrittenFiles } from './write.js';

export const WEIGHTS_FILE = 'weights.bin';

/**
 * Writes the main graph's initializers of 1 KiB and more (all but strings) to `directory/weights.bin` and gives the
 * model with those initializers there. Smaller ones stay as they are: onnxruntime wants shapes and scalars at hand.
 *
 * @param file where the directory holds weights of other models already; tensors that lie in their files stay there
 */
export async function storeWeights(model: Model, directory: string, file = WEIGHTS_FILE): Promise<Model> {
  const folder = await realpath(directory);
  const path = join(folder, file);
  const data = new DataFile(file);
  const initializers = new Map([...model.graph.initializers].map(([name, tensor]) => [name, stored(tensor, path, data)]));
  await writeChunks(path, data.chunks());
  return { ...model, graph: { ...model.graph, initializers } };
}

function stored(tensor: Tensor, path: string, file: DataFile): Tensor {
  const bytes = rawLength(tensor.dataType, elementCount(tensor.dims));
  if (bytes === undefined || bytes < MIN_EXTERNAL_BYTES) return tensor;
  const { data } = tensor;
  if (data.kind === 'external' && data.path !== path && dirname(data.path) === dirname(path)) return tensor;
  const { offset, length } = file.add(data.kind === 'typed' ? { kind: 'raw', bytes: tensorBytes(tensor) } : data);
  return { ...tensor, data: { kind: 'external', path, offset, length } };
}

/** Raw tensors from here on go to the variant's own data file: protos stay quick to parse. */
const MAX_INLINE_TENSOR = 256 * 1024;

/**
 * Writes a variant of a stored model to `path`, in the folder of the stored weights. Tensors that are there are
 * referred to; changed tensors go inside, big ones into `<name>.data`.
 */
export async function writeVariant(model: Model, path: string): Promise<WrittenFiles> {
  const folder = await realpath(dirname(resolve(path)));
  const keep: Place = (_, data) => data.kind === 'external' && dirname(data.path) === folder
    ? { location: basename(data.path), offset: data.offset, length: data.length } : undefined;
  return writeWithDataFile(model, path, (_, bytes) => bytes >= MAX_INLINE_TENSOR, keep);
}

export interface Temporary {
  readonly path: string;
  /** Removes all files of the variant. */
  readonly remove: () => Promise<void>;
}

let temporaries = 0;

/** As `writeVariant`, into `directory` under a name that no other variant of this process has. */
export async function writeTemporary(model: Model, directory: string): Promise<Temporary> {
  temporaries += 1;
  const path = join(directory, `variant-${process.pid}-${temporaries}.onnx`);
  const { files } = await writeVariant(model, path);
  return { path, remove: async () => { for (const file of files) await rm(file, { force: true }); } };
}
