/** Small graphs, temporary folders and facts for the tests of this folder. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeGraph, makeModel, makeValueInfo, type ModelOptions } from '../../src/onnx/graph.js';
import { DataType, type Dim, type Graph, type Model, type Node, type Tensor } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { storeWeights } from '../../src/onnx/store.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import type { Facts } from '../../src/ops/facts.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { Feeds, HostTensor, Runtime } from '../../src/runtime/types.js';

let cpu: Promise<Runtime> | undefined;

export function cpuRuntime(): Promise<Runtime> {
  cpu ??= createRuntime({ device: 'cpu' });
  return cpu;
}

/** Runs with a fresh folder that is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'prune-gate-runtime-')));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function factsOf(model: Model, feeds?: Feeds): Promise<Facts> {
  return inFolder(async (directory) => {
    const stored = await storeWeights(model, directory);
    return gatherFacts(await cpuRuntime(), stored, { directory, ...(feeds === undefined ? {} : { feeds }) });
  });
}

export async function factsOfFile(path: string, feeds?: Feeds): Promise<{ readonly model: Model; readonly facts: Facts }> {
  const model = await readModel(path);
  return { model, facts: await factsOf(model, feeds) };
}

export interface Parts {
  readonly nodes: readonly Node[];
  /** Name to [element type, dims]; null dims: no shape declared. */
  readonly inputs: Readonly<Record<string, readonly [number, readonly Dim[] | null]>>;
  readonly outputs: readonly string[];
  readonly initializers?: readonly Tensor[];
}

export function graphOf({ nodes, inputs, outputs, initializers = [] }: Parts): Graph {
  return makeGraph({
    nodes,
    inputs: Object.entries(inputs).map(([name, [type, dims]]) => makeValueInfo(name, type, dims)),
    outputs: outputs.map((name) => makeValueInfo(name, 0, null)),
    initializers: new Map(initializers.map((tensor) => [tensor.name, tensor])),
  });
}

export function modelOf(parts: Parts, options?: ModelOptions): Model {
  return makeModel(graphOf(parts), options);
}

/** Values 0, 0.1, 0.2, ... */
export function floats(name: string, dims: readonly number[]): Tensor {
  const count = dims.reduce((a, b) => a * b, 1);
  return makeTensor(name, DataType.FLOAT, dims, Float32Array.from({ length: count }, (_, index) => index / 10));
}

export function zeros(dims: readonly number[]): HostTensor {
  return { type: 'float32', dims, data: new Float32Array(dims.reduce((a, b) => a * b, 1)) };
}

export const [FLOAT, INT64, BOOL] = [DataType.FLOAT, DataType.INT64, DataType.BOOL] as const;
