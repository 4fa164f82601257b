/** The dense model of one run: read once, its weights stored once in a temporary folder, opened on a device. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withVariant } from '../calibrate/variant.js';
import type { Model } from '../onnx/ir.js';
import { inlineFunctions } from '../onnx/inline.js';
import { refuseTrainingMode } from '../onnx/training-mode.js';
import { unshareUniform } from '../onnx/uniform-constants.js';
import { dropZeroStates } from '../onnx/zero-states.js';
import { readDense } from '../onnx/sparse.js';
import { storeWeights, writeVariant } from '../onnx/store.js';
import { unfused } from '../onnx/unfuse.js';
import { resolveInside } from '../policy/paths.js';
import type { DeviceName } from '../policy/types.js';
import { createRuntime } from '../runtime/runtime.js';
import type { Port, Runtime } from '../runtime/types.js';
import { externalFiles } from '../onnx/constants.js';

export interface Subject {
  /** Absolute path of the model file. */
  readonly path: string;
  /** The model file and its external data files. */
  readonly files: readonly string[];
  readonly sha256: string;
  /** Bytes on disk, external data included. */
  readonly fileBytes: number;
  /** Weights lie in `directory`. */
  readonly model: Model;
  readonly hadExternalData: boolean;
  /** Weights that the file holds as sparse initializers; dense in `model`. */
  readonly sparse: number;
  readonly directory: string;
  readonly runtime: Runtime;
  readonly inputs: readonly Port[];
  dispose(): Promise<void>;
}

export async function openSubject(workspace: string, path: string, device: DeviceName): Promise<Subject> {
  const file = await resolveInside(workspace, path);
  const { model: read, sparse } = await readDense(file, { root: workspace });
  const plain = inlineFunctions(read);
  refuseTrainingMode(plain.graph);
  const external = externalFiles(read.graph);
  const directory = await mkdtemp(join(tmpdir(), 'prune-gate-'));
  const dispose = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const runtime = await createRuntime({ device });
    const model = await storeWeights(untied(plain), directory);
    // The same on every device: whether one that `auto` found runs this model is looked at later (settle-device.ts).
    const opened = runtime.device.requested === 'auto' ? { ...runtime, open: (path: string | Uint8Array) => runtime.open(path, { device: 'cpu' }) } : runtime;
    const inputs = await withVariant(opened, model, directory, (session) => Promise.resolve(session.inputs));
    const files = [file, ...external];
    const { sha256, bytes } = await hashFiles(files);
    return { path: file, files, sha256, fileBytes: bytes, model, hadExternalData: external.length > 0, sparse, directory, runtime, inputs, dispose };
  } catch (thrown) {
    await dispose();
    throw thrown;
  }
}

/** sha256 of a model as `openSubject` tells it, without opening it. Throws where it cannot be read. */
export async function hashModel(workspace: string, path: string): Promise<string> {
  const file = await resolveInside(workspace, path);
  const { model } = await readDense(file, { root: workspace });
  return (await hashFiles([file, ...externalFiles(model.graph)])).sha256;
}

/** The same function of its inputs, without what only the way it is written ties together or hides. */
const untied = (model: Model): Model => unshareUniform(dropZeroStates(unfused(model)));

/** A variant of the subject's model beside its weights; gone with the subject. */
export async function placeVariant(subject: Subject, model: Model, name: string): Promise<string> {
  const path = join(subject.directory, `${name}.onnx`);
  await writeVariant(model, path);
  return path;
}

export async function hashFiles(files: readonly string[]): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of files) {
    await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    });
  }
  return { sha256: hash.digest('hex'), bytes };
}
