/**
 * How the pruned model's file holds its weights. Rules of the sparse form (`sparse_initializer`):
 *
 * 1. It is tried where an unstructured step asks for it (`store: sparse`), or where the committed model has it.
 * 2. Each weight takes it where that is smaller (onnx/sparse.ts); the file is kept only where it is smaller as a whole.
 * 3. It is proven on the device that judges: read back, every weight has the same bits; loaded by onnxruntime, every output
 *    has the bits that the dense file gives. What does not hold leaves the dense file, with the reason in the report.
 */
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { messageOf } from '../errors.js';
import type { Samples } from '../data/types.js';
import { DataType } from '../onnx/ir.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { readDense, sparsified } from '../onnx/sparse.js';
import { tensorBytes } from '../onnx/tensors.js';
import { writeModel } from '../onnx/write.js';
import type { ModelPolicy } from '../policy/types.js';
import { bytes as shownBytes } from '../report/format.js';
import type { Feeds, HostTensor, Runtime } from '../runtime/types.js';
import { withSessions } from './assess.js';
import { MODEL_FILE, SPARSE_DRAFT, writePruned } from './files.js';
import type { WrittenModel } from './files.js';
import type { Journal } from './journal.js';
import { firstFeeds } from './samples.js';
import { hashFiles } from './subject.js';
import type { Subject } from './subject.js';

export interface StoreRequest {
  readonly outDir: string;
  readonly folder: string;
  readonly model: Model;
  readonly subject: Pick<Subject, 'hadExternalData' | 'sparse' | 'runtime' | 'inputs'>;
  readonly policy: Pick<ModelPolicy, 'prune'>;
  /** The proof runs on the first of them. */
  readonly samples: Samples;
  readonly journal: Pick<Journal, 'note'>;
}

export async function storePruned(request: StoreRequest): Promise<WrittenModel> {
  const { outDir, folder, model, subject, policy } = request;
  const dense = await writePruned(outDir, folder, model, subject.hadExternalData);
  const wanted = subject.sparse > 0 || policy.prune.some((step) => step.method === 'unstructured' && step.store === 'sparse');
  if (!wanted) return dense;
  const draft = join(outDir, folder, SPARSE_DRAFT);
  try {
    return await storeSparse(request, dense, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function storeSparse({ outDir, folder, model, subject, samples, journal }: StoreRequest, dense: WrittenModel, draft: string): Promise<WrittenModel> {
  const stay = (why: string): WrittenModel => {
    journal.note(`The pruned model is stored dense: ${why}.`);
    return dense;
  };
  const { model: sparse, weights } = sparsified(model);
  if (weights.length === 0) return stay('no weight has so many zeros that its sparse form would be smaller');
  await mkdir(draft, { recursive: true });
  const path = join(draft, MODEL_FILE);
  const tried = await problemOf(async () => {
    const { files, bytes } = await writeModel(sparse, path, { external: subject.hadExternalData ? 'file' : 'inline' });
    if (bytes >= dense.bytes) return `in sparse form the file would have ${String(bytes)} bytes, and dense it has ${String(dense.bytes)}`;
    return await differentWeight(model, path) ?? await differentOutput(subject.runtime, [dense.path, path], await firstFeeds(samples, subject.inputs)) ?? files;
  });
  if (typeof tried === 'string') return stay(tried);
  const files = tried.map((file) => join(outDir, folder, basename(file)));
  // The model's file goes last, over the dense one: there is a model at every moment. What that had beside it, the sparse one may not have.
  for (const [i, file] of [...tried.entries()].reverse()) await rename(file, files[i] ?? '');
  for (const file of dense.files) if (!files.includes(file)) await rm(file, { force: true });
  const { sha256, bytes } = await hashFiles(files);
  journal.note(`${String(weights.length)} weights are stored as sparse initializers: the file has ${shownBytes(bytes)} instead of ${shownBytes(dense.bytes)}. Loaded by onnxruntime it gives the same bits; there it is dense again, in memory and in time.`);
  return { ...dense, files, sha256, bytes, sparse: weights.length };
}

/** The written files, or why they cannot be used; what onnxruntime refuses is such a reason. */
async function problemOf(attempt: () => Promise<string | readonly string[]>): Promise<string | readonly string[]> {
  try {
    return await attempt();
  } catch (thrown) {
    return `its sparse form cannot be used (${messageOf(thrown)})`;
  }
}

async function differentWeight({ graph }: Model, path: string): Promise<string | undefined> {
  const { model: read } = await readDense(path);
  const isSame = (name: string, tensor: Tensor): boolean => {
    const stored = read.graph.initializers.get(name);
    return stored !== undefined && String(stored.dims) === String(tensor.dims) && isSameBytes(tensorBytes(stored), tensorBytes(tensor));
  };
  const [other] = [...graph.initializers].find(([name, tensor]) => tensor.dataType !== DataType.STRING && !isSame(name, tensor)) ?? [];
  return other === undefined ? undefined : `weight ${other} has other values when it is read back`;
}

/** Of the two files, run on the same samples. */
async function differentOutput(runtime: Runtime, paths: readonly string[], feeds: Feeds): Promise<string | undefined> {
  const [dense, sparse] = await withSessions(runtime, paths, (sessions) => Promise.all(sessions.map((session) => session.run(feeds))));
  const isSame = (a: HostTensor, b: HostTensor | undefined): boolean => b !== undefined && String(a.dims) === String(b.dims) && isSameBytes(bytesOf(a), bytesOf(b));
  const [other] = [...dense ?? []].find(([name, value]) => !isSame(value, sparse?.get(name))) ?? [];
  return other === undefined ? undefined : `output ${other} differs from what the dense file gives`;
}

const bytesOf = ({ data }: HostTensor): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
