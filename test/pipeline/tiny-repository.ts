/** A whole repository that is pruned and judged in a second: a seeded perceptron, data that it mostly gets right, a policy. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNpz } from '../../src/data/write-npz.js';
import { seededRandom } from '../../src/kernels/random.js';
import { makeNode } from '../../src/onnx/graph.js';
import { writeModel } from '../../src/onnx/write.js';
import { noise, sketch, tensor } from '../calibrate/bench-model.js';

const HIDDEN = 48;
const CLASSES = 4;

export interface TinyOptions {
  readonly names?: readonly string[];
  readonly samples?: number;
  /** Numbers a sample. */
  readonly inputs?: number;
  readonly metrics?: string;
  readonly gate?: string;
  /** Differs between models that shall differ. */
  readonly seed?: number;
  /** How far models of another seed are from the one that the labels come from: 1 is as far as their own weights are large. */
  readonly distance?: number;
  readonly policy?: string;
}

/** Writes models (`models/NAME.onnx`), data and `.github/prune-gate.yml` into an existing folder. */
export async function writeTinyRepository(folder: string, options: TinyOptions = {}): Promise<void> {
  const { names = ['tiny'], samples = 400, inputs = 8, seed = 1, distance = 0.2, policy = '.github/prune-gate.yml' } = options;
  for (const name of ['models', 'data', '.github']) mkdirSync(join(folder, name), { recursive: true });
  for (const [i, name] of names.entries()) await writePerceptron(join(folder, `models/${name}.onnx`), inputs, seed + i, distance);
  await writeData(join(folder, 'data/heldout.npz'), inputs, samples, 11);
  await writeData(join(folder, 'data/calibration.npz'), inputs, 120, 12);
  writeFileSync(join(folder, policy), tinyPolicy(names, options));
}

export function tinyPolicy(names: readonly string[], { metrics = '[{ name: accuracy }]', gate = '[{ check: accuracy.drop, max: 30pp }, { check: size.reduction, min: 5% }]' }: TinyOptions = {}): string {
  return `version: 1\nmodels:\n${names.map((name) => `  - name: ${name}
    path: models/${name}.onnx
    data:
      heldout: { path: data/heldout.npz, inputs: { x: x }, target: y, slices: [device] }
      calibration: { path: data/calibration.npz, inputs: { x: x } }
    prune: [{ method: structured, criterion: l2, allocation: uniform, target: { macs: 1.5x }, repair: [bias] }]
    metrics: ${metrics}
    gate: ${gate}
    latency: { runs: 10, warmup: 1 }
`).join('')}`;
}

/** Seed 1 is the perceptron that the labels come from; near it others are mostly right too. */
async function writePerceptron(path: string, inputs: number, seed: number, distance: number): Promise<void> {
  const weights = (length: number, which: number): Float32Array => {
    const other = noise(length, seed + which);
    return noise(length, 1 + which).map((value, i) => (seed === 1 ? value : value + distance * (other[i] as number)));
  };
  const model = sketch({
    input: ['n', inputs],
    outputs: [['scores', ['n', CLASSES]]],
    tensors: [
      tensor('first', [inputs, HIDDEN], weights(inputs * HIDDEN, 0)), tensor('shift', [HIDDEN], weights(HIDDEN, 100)),
      tensor('second', [HIDDEN, CLASSES], weights(HIDDEN * CLASSES, 200)), tensor('offset', [CLASSES], weights(CLASSES, 300)),
    ],
    nodes: [
      makeNode('Gemm', ['x', 'first', 'shift'], ['hidden']),
      makeNode('Relu', ['hidden'], ['active']),
      makeNode('Gemm', ['active', 'second', 'offset'], ['scores']),
    ],
  });
  await writeModel(model, path);
}

/** Labels are what the first perceptron answers, a fifth of them at random. */
async function writeData(path: string, inputs: number, samples: number, seed: number): Promise<void> {
  const x = noise(samples * inputs, seed);
  const random = seededRandom(`labels ${seed}`);
  const y = BigInt64Array.from({ length: samples }, (_, sample) => BigInt(random() < 0.2 ? Math.floor(random() * CLASSES) : answer(x.subarray(sample * inputs, (sample + 1) * inputs))));
  await writeNpz(path, [
    { name: 'x', type: 'float32', dims: [samples, inputs], chunks: [x] }, { name: 'y', type: 'int64', dims: [samples], chunks: [y] },
    { name: 'device', type: 'int32', dims: [samples], chunks: [Int32Array.from({ length: samples }, (_, i) => i % 3)] },
  ]);
}

function answer(x: Float32Array): number {
  const inputs = x.length;
  const [first, shift, second, offset] = [noise(inputs * HIDDEN, 1), noise(HIDDEN, 101), noise(HIDDEN * CLASSES, 201), noise(CLASSES, 301)] as const;
  const hidden = Array.from(shift, (bias, h) => Math.max(0, x.reduce((sum, value, i) => sum + value * (first[i * HIDDEN + h] ?? 0), bias)));
  const scores = Array.from(offset, (bias, c) => hidden.reduce((sum, value, h) => sum + value * (second[h * CLASSES + c] ?? 0), bias));
  return scores.indexOf(Math.max(...scores));
}
