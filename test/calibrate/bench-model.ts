/** Small models written by hand, seeded numbers, and samples held in memory: shared by these tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch, Samples } from '../../src/data/types.js';
import { makeGraph, makeValueInfo } from '../../src/onnx/graph.js';
import type { Dim, Model, Node, Tensor } from '../../src/onnx/ir.js';
import { DataType } from '../../src/onnx/ir.js';
import { storeWeights } from '../../src/onnx/store.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import type { Feeds } from '../../src/runtime/types.js';

/** A seeded stream of roughly normal values (sum of four uniforms, unit variance). */
export function noise(length: number, seed: number): Float32Array {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Float32Array.from({ length }, () => (uniform() + uniform() + uniform() + uniform()) * Math.sqrt(3));
}

export function tensor(name: string, dims: readonly number[], values: ArrayLike<number>): Tensor {
  return makeTensor(name, DataType.FLOAT, dims, Float32Array.from(values));
}

export interface Sketch {
  readonly nodes: readonly Node[];
  readonly tensors?: readonly Tensor[];
  readonly input?: readonly Dim[];
  readonly outputs: readonly (readonly [string, readonly Dim[] | null])[];
  readonly opset?: number;
}

/** A model with one float input `x`. */
export function sketch({ nodes, tensors = [], input = ['n', 4], outputs, opset = 13 }: Sketch): Model {
  return {
    irVersion: 8, opsets: new Map([['', opset]]), producer: 'test', functions: [],
    graph: makeGraph({
      nodes, initializers: new Map(tensors.map((each) => [each.name, each])),
      inputs: [makeValueInfo('x', DataType.FLOAT, input)],
      outputs: outputs.map(([name, dims]) => makeValueInfo(name, DataType.FLOAT, dims)),
    }),
  };
}

/** Rows of `x`, [count, ...shape], as a dataset. */
export function memorySamples(x: Float32Array, shape: readonly number[], input = 'x'): Samples {
  const size = shape.reduce((a, b) => a * b, 1);
  return rowsOf(x, shape, size, Array.from({ length: x.length / size }, (_, i) => i), input);
}

function rowsOf(x: Float32Array, shape: readonly number[], size: number, rows: readonly number[], input: string): Samples {
  const feedsOf = (indices: readonly number[]): Feeds => {
    const data = new Float32Array(indices.length * size);
    indices.forEach((row, i) => { data.set(x.subarray(row * size, (row + 1) * size), i * size); });
    return new Map([[input, { type: 'float32', dims: [indices.length, ...shape], data }]]);
  };
  return {
    count: rows.length, hasTarget: false, sha256: '', description: 'rows in memory',
    async* batches(length): AsyncIterable<Batch> {
      for (let at = 0; at < rows.length; at += length) {
        const indices = rows.slice(at, at + length);
        yield { indices, feeds: feedsOf(indices), target: undefined };
      }
    },
    subset: (positions) => rowsOf(x, shape, size, positions.map((position) => rows[position] ?? -1), input),
    sampleHashes: async () => rows.map(String),
  };
}

/** Runs `use` with a temporary folder. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As `inFolder`, with the model's weights stored there. */
export async function stored<T>(model: Model, use: (model: Model, folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => use(await storeWeights(model, folder), folder));
}
