/** Second moments of unfolded inputs against sums written out, in one part and in several. */
import { afterAll, describe, expect, it } from 'vitest';
import { AuxiliaryGraph } from '../../../src/calibrate/auxiliary.js';
import { withVariant } from '../../../src/calibrate/variant.js';
import { intsOf, makeNode, textOf } from '../../../src/onnx/graph.js';
import { storeWeights } from '../../../src/onnx/store.js';
import { inputMoments } from '../../../src/prune/repair/input-moments.js';
import { layerContext, layersOf } from '../../../src/prune/repair/layers.js';
import { featureRows, keepsRows, linesInput, outputRows, partsOf, planRows, stacked } from '../../../src/prune/repair/rows.js';
import type { RowPlan } from '../../../src/prune/repair/rows.js';
import { sequentialRefit } from '../../../src/prune/repair/sequential.js';
import type { HostTensor } from '../../../src/runtime/types.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, memorySamples, noise, sketch, stored, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from './cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

interface Case {
  readonly channels: number;
  readonly size: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly stride?: number;
  readonly dilation?: number;
  readonly pads: readonly number[];
  readonly parts: number;
}

const OUTPUTS = 2;
const SAMPLES = 7;

/** Rows of taps in row-major order, then channels, at every output position. */
function rowsOf(x: Float32Array, { channels, size: [height, width], kernel: [tall, wide], stride = 1, dilation = 1, pads: [top = 0, left = 0] }: Case, output: readonly [number, number]): number[][] {
  const at = (n: number, c: number, row: number, column: number): number =>
    (row < 0 || row >= height || column < 0 || column >= width ? 0 : x[((n * channels + c) * height + row) * width + column] as number);
  const rows: number[][] = [];
  for (let n = 0; n < SAMPLES; n++) for (let i = 0; i < output[0]; i++) for (let j = 0; j < output[1]; j++) {
    const row: number[] = [];
    for (let a = 0; a < tall; a++) for (let b = 0; b < wide; b++) for (let c = 0; c < channels; c++) row.push(at(n, c, i * stride + a * dilation - top, j * stride + b * dilation - left));
    rows.push(row);
  }
  return rows;
}

const CASES: readonly Case[] = [
  { channels: 3, size: [5, 6], kernel: [3, 3], pads: [1, 1, 1, 1], parts: 1 },
  { channels: 2, size: [9, 7], kernel: [3, 2], stride: 2, pads: [1, 0, 1, 1], parts: 1 },
  { channels: 2, size: [8, 8], kernel: [3, 3], dilation: 2, pads: [2, 2, 2, 2], parts: 1 },
  { channels: 4, size: [6, 6], kernel: [1, 1], pads: [0, 0, 0, 0], parts: 1 },
  { channels: 40, size: [4, 5], kernel: [3, 3], pads: [1, 1, 1, 1], parts: 2 },
  { channels: 64, size: [5, 5], kernel: [3, 3], pads: [0, 1, 0, 1], parts: 3 },
  { channels: 70, size: [4, 4], kernel: [3, 3], stride: 2, pads: [1, 1, 1, 1], parts: 3 },
  // Fewer lines are looked at than there are.
  { channels: 3, size: [11, 7], kernel: [2, 3], stride: 4, pads: [1, 0, 2, 1], parts: 1 },
  { channels: 70, size: [9, 4], kernel: [1, 6], stride: 2, pads: [0, 1, 0, 2], parts: 2 },
];

describe('second moments of unfolded inputs', () => {
  it.each(CASES)('$channels channels, $kernel taps, stride $stride, dilation $dilation', async (given) => {
    const { channels, size, kernel, stride = 1, dilation = 1, pads, parts } = given;
    const model = sketch({
      nodes: [makeNode('Conv', ['x', 'w'], ['y'], { name: 'layer', attributes: [['strides', intsOf([stride, stride])], ['dilations', intsOf([dilation, dilation])], ['pads', intsOf(pads)]] })],
      tensors: [tensor('w', [OUTPUTS, channels, ...kernel], noise(OUTPUTS * channels * kernel[0] * kernel[1], 3))], input: ['n', channels, ...size], outputs: [['y', null]],
    });
    const output = kernel.map((taps, i) => Math.floor(((size[i] as number) + (pads[i] as number) + (pads[i + 2] as number) - dilation * (taps - 1) - 1) / stride) + 1) as unknown as [number, number];
    const dims: Record<string, readonly number[]> = { x: [1, channels, ...size], y: [1, OUTPUTS, ...output] };
    const [layer] = layersOf(layerContext(model.graph, (value) => dims[value]?.length));
    if (layer === undefined) throw new Error('one layer');
    // Every line: the sums then do not depend on which are drawn.
    const plan = { ...planRows(layer, [OUTPUTS, channels, ...kernel], (value) => dims[value], SAMPLES, 1, 0) as RowPlan, lines: output[0] };
    expect(partsOf(plan)).toHaveLength(parts);
    const x = noise(SAMPLES * channels * size[0] * size[1], 5);
    const rows = rowsOf(x, given, output);
    const [found] = await inFolder(async (folder) => {
      const kept = await storeWeights(model, folder);
      return inputMoments({ runtime, directory: folder, samples: memorySamples(x, [channels, ...size]), batch: 3 }, kept, [plan]);
    });
    const d = plan.inputs;
    expect(found?.rows).toBe(rows.length);
    const mean = Float64Array.from({ length: d }, (_, i) => rows.reduce((sum, row) => sum + (row[i] as number), 0) / rows.length);
    const worst = { mean: 0, covariance: 0 };
    for (let i = 0; i < d; i++) {
      worst.mean = Math.max(worst.mean, Math.abs((found?.mean[i] as number) - (mean[i] as number)));
      for (let j = 0; j < d; j++) {
        const expected = rows.reduce((sum, row) => sum + ((row[i] as number) - (mean[i] as number)) * ((row[j] as number) - (mean[j] as number)), 0) / rows.length;
        worst.covariance = Math.max(worst.covariance, Math.abs((found?.covariance[i * d + j] as number) - expected));
      }
    }
    expect(worst.mean).toBeLessThan(1e-5);
    expect(worst.covariance).toBeLessThan(1e-5);
  });

  it.each<readonly [string, readonly number[], readonly number[], readonly number[], readonly number[], number]>([
    ['one axis', [9], [3], [2], [1, 2], 13], ['one axis, few lines', [11], [2], [4], [1, 2], 13], ['three axes', [4, 3, 5], [2, 1, 3], [1, 2, 2], [1, 0, 1, 0, 0, 2], 13],
    ['three axes, few lines', [9, 3, 5], [1, 2, 3], [2, 1, 1], [0, 1, 1, 0, 0, 0], 13], ['two axes before opset 10', [5, 6], [3, 2], [1, 2], [1, 0, 1, 1], 9],
    ['two axes in opset 7', [5, 6], [3, 2], [1, 2], [1, 0, 1, 1], 7],
  ])('the output of a layer is its weights times the rows: %s', async (_, size, kernel, strides, pads, opset) => {
    const [channels, taps] = [3, kernel.reduce((a, b) => a * b, 1)];
    const dims = [OUTPUTS, channels, ...kernel];
    const w = noise(OUTPUTS * channels * taps, 3);
    const output = kernel.map((each, i) => Math.floor(((size[i] as number) + (pads[i] as number) + (pads[i + size.length] as number) - each) / (strides[i] as number)) + 1);
    const model = sketch({
      nodes: [makeNode('Conv', ['x', 'w'], ['y'], { attributes: [['strides', intsOf(strides)], ['pads', intsOf(pads)]] })],
      tensors: [tensor('w', dims, w)], input: ['n', channels, ...size], outputs: [['y', null]], opset,
    });
    const sizes: Record<string, readonly number[]> = { x: [1, channels, ...size], y: [1, OUTPUTS, ...output] };
    const [layer] = layersOf(layerContext(model.graph, (value) => sizes[value]?.length));
    if (layer === undefined) throw new Error('one layer');
    const plan = { ...planRows(layer, dims, (value) => sizes[value], SAMPLES, 1, 0) as RowPlan, lines: output[0] as number };
    const graph = new AuxiliaryGraph(model);
    const lines = linesInput(graph, plan);
    const [rows, wanted] = [graph.output(stacked(graph, featureRows(graph, 'x', plan, lines))), graph.output(outputRows(graph, 'y', plan, lines))];
    await stored(graph.build(), async (built, directory) => withVariant(runtime, built, directory, async (session) => {
      const drawn = { type: 'int64', dims: [plan.lines], data: BigInt64Array.from({ length: plan.lines }, (__, line) => BigInt(line)) } as const;
      const found = await session.run(new Map<string, HostTensor>([['x', { type: 'float32', dims: [2, channels, ...size], data: noise(2 * channels * size.reduce((a, b) => a * b, 1), 7) }], [lines, drawn]]));
      const [u, y] = [rows, wanted].map((name) => found.get(name)?.data as Float32Array) as [Float32Array, Float32Array];
      const count = y.length / OUTPUTS;
      expect(u).toHaveLength(taps * channels * count);
      const made = y.map((__, at) => {
        const [out, row] = [Math.floor(at / count), at % count];
        let sum = 0;
        for (let tap = 0; tap < taps; tap++) for (let c = 0; c < channels; c++) sum += (w[(out * channels + c) * taps + tap] as number) * (u[(tap * channels + c) * count + row] as number);
        return sum;
      });
      expect(Math.max(...made.map((value, at) => Math.abs(value - (y[at] as number))))).toBeLessThan(1e-5);
    }));
  });

  it.each([['btc,cd->btd', true], ['btc,cd->tbd', false], ['cd,tcb->tdb', true], ['cd,tcb->bdt', false]] as const)('of %s are those of its output: %s', (equation, expected) => {
    const inputs = equation.startsWith('cd') ? ['w', 'x'] : ['x', 'w'];
    const model = sketch({ nodes: [makeNode('Einsum', inputs, ['y'], { attributes: [['equation', textOf(equation)]] })], tensors: [tensor('w', [4, 2], noise(8, 3))], input: ['n', 4, 4], outputs: [['y', null]] });
    expect(layersOf(layerContext(model.graph, () => 3)).map(keepsRows)).toEqual([expected]);
  });
});

it('a layer that reorders its rows is not refit on them', () => inFolder(async (directory) => {
  const model = sketch({
    nodes: [makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('Relu', ['h'], ['a']), makeNode('Einsum', ['a', 'w2'], ['g'], { attributes: [['equation', textOf('btc,cd->tbd')]] })],
    tensors: [tensor('w1', [6, 6], noise(36, 31)), tensor('w2', [6, 4], noise(24, 33))], input: ['n', 3, 6], outputs: [['g', null]],
  });
  const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape: [3, 6], cut: [0, 1], count: 400 });
  const refit = await sequentialRefit({ runtime, directory, prunable, cut, samples: fit, judge, batch: 50 }, pruned);
  expect(refit?.outcomes).toEqual([{ weight: 'w2', node: 'g', fitted: false, reason: 'it reorders its rows' }]);
}));
