/** Cuts that can be repaired exactly, over every way to write a linear layer. */
import { afterAll, describe, expect, it } from 'vitest';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import { weightTensors } from '../../../src/onnx/constants.js';
import { floatOf, intOf, intsOf, makeNode, textOf } from '../../../src/onnx/graph.js';
import { DataType } from '../../../src/onnx/ir.js';
import type { Model, Node, Tensor } from '../../../src/onnx/ir.js';
import { makeTensor } from '../../../src/onnx/tensors.js';
import { repair } from '../../../src/prune/repair/repair.js';
import type { RepairRequest, RepairResult } from '../../../src/prune/repair/repair.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from './cut-model.js';
import type { CutOptions } from './cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

/** Cuts and repairs; the ladder's losses are on samples the fit has not seen. */
function attempt(options: CutOptions, overrides: Partial<RepairRequest> = {}): Promise<RepairResult> {
  return inFolder(async (directory) => {
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, options);
    const dense = prunable.model;
    const kinds = new Map(dense.graph.outputs.map(({ name }) => [name, 'values' as const]));
    const yardstick = await createYardstick({ runtime, dense, directory, samples: judge, batch: 50, kinds });
    return repair({
      runtime, directory, prunable, pruned, cut, steps: ['bias', 'refit', 'statistics'], samples: fit, judge, yardstick, batch: 50, ridges: [1e-9], ...overrides,
    });
  });
}

const lossAfter = (result: RepairResult, step: string): number => result.ladder.find((each) => each.step === step)?.loss ?? NaN;

/** Channels 1 and 4 of 6 repeat channels 0 and 3 (scaled); others are their own. */
function withDuplicates(values: Float32Array, channels: number, size: number): Float32Array {
  const out = Float32Array.from(values);
  for (const [copy, from, factor] of [[1, 0, 2], [4, 3, -1]] as const) {
    for (let i = 0; i < size; i += 1) out[copy * size + i] = factor * (values[from * size + i] ?? 0);
  }
  if (out.length !== channels * size) throw new Error('sizes');
  return out;
}

/** A 1x1 Conv making 6 channels of which two repeat others, then `nodes` that read them as `h`. */
function duplicated(nodes: readonly Node[], tensors: readonly Tensor[], opset = 13): Model {
  const first = [
    tensor('w1', [6, 4, 1, 1], withDuplicates(noise(24, 3), 6, 4)),
    tensor('b1', [6], withDuplicates(noise(6, 4), 6, 1).map((v, i) => v + (i === 1 ? 3 : 0))),
  ];
  return sketch({
    nodes: [makeNode('Conv', ['x', 'w1', 'b1'], ['h'], { name: 'first' }), ...nodes],
    tensors: [...first, ...tensors], input: ['n', 4, 5, 5], outputs: [['y', null]], opset,
  });
}

/** The same with Gemm on rows. */
function duplicatedRows(nodes: readonly Node[], tensors: readonly Tensor[], shape: readonly number[] = ['n' as never, 4]): Model {
  const first = [
    tensor('w1', [4, 6], Array.from({ length: 24 }, (_, i) => withDuplicates(noise(24, 3), 6, 4)[(i % 6) * 4 + Math.floor(i / 6)] ?? 0)),
    tensor('b1', [6], withDuplicates(noise(6, 4), 6, 1)),
  ];
  return sketch({
    nodes: [makeNode('MatMul', ['x', 'w1'], ['m'], { name: 'first' }), makeNode('Add', ['m', 'b1'], ['h']), ...nodes],
    tensors: [...first, ...tensors], input: shape, outputs: [['y', null]],
  });
}

const conv = (inputs: readonly string[], attributes: Parameters<typeof makeNode>[3] = {}): Node => makeNode('Conv', inputs, ['y'], attributes);
const fused = (op: string, inputs: readonly string[], options: Parameters<typeof makeNode>[3]): Node => makeNode(op, inputs, ['y'], { ...options, domain: 'com.microsoft' });
const einsum = (equation: string, inputs: readonly string[] = ['h', 'w2']): Node => makeNode('Einsum', inputs, ['y'], { attributes: [['equation', textOf(equation)]] });
const w2 = tensor('w2', [3, 6, 3, 3], noise(162, 5));
const b2 = tensor('b2', [3], [1, 2, 3]);

describe('refit restores the dense output where cut channels are combinations of kept ones', () => {
  const rows: readonly (readonly [string, Model, readonly number[]])[] = [
    ['Conv 3x3 with bias', duplicated([conv(['h', 'w2', 'b2'])], [w2, b2]), [4, 5, 5]],
    ['Conv without bias', duplicated([conv(['h', 'w2'])], [w2]), [4, 5, 5]],
    ['strided Conv', duplicated([conv(['h', 'w2', 'b2'], { attributes: [['strides', intsOf([2, 2])], ['dilations', intsOf([1, 1])]] })], [w2, b2]), [4, 5, 5]],
    ['Conv whose weight is transposed in the graph', duplicated([
      makeNode('Transpose', ['stored'], ['w2'], { attributes: [['perm', intsOf([3, 2, 0, 1])]] }), conv(['h', 'w2']),
    ], [tensor('stored', [3, 3, 6, 3], noise(162, 8))]), [4, 5, 5]],
    ['Gemm', duplicatedRows([makeNode('Gemm', ['h', 'w2', 'b2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5)), b2]), [4]],
    ['Gemm with transB, alpha and beta', duplicatedRows([
      makeNode('Gemm', ['h', 'w2', 'b2'], ['y'], { attributes: [['transB', intOf(1)], ['alpha', floatOf(0.5)], ['beta', floatOf(2)]] }),
    ], [tensor('w2', [3, 6], noise(18, 5)), b2]), [4]],
    ['Gemm with a scalar bias', duplicatedRows([makeNode('Gemm', ['h', 'w2', 'b2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5)), tensor('b2', [1], [4])]), [4]],
    ['Gemm without bias', duplicatedRows([makeNode('Gemm', ['h', 'w2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5))]), [4]],
    ['MatMul and Add', duplicatedRows([makeNode('MatMul', ['h', 'w2'], ['m2']), makeNode('Add', ['b2', 'm2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5)), b2]), [4]],
    ['MatMul without bias', duplicatedRows([makeNode('MatMul', ['h', 'w2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5))]), [4]],
    ['MatMul over tokens', duplicatedRows([makeNode('MatMul', ['h', 'w2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['a weight from the left', duplicatedRows([
      makeNode('Transpose', ['h'], ['t'], { attributes: [['perm', intsOf([0, 2, 1])]] }), makeNode('MatMul', ['w2', 't'], ['y']),
    ], [tensor('w2', [3, 6], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['Einsum', duplicatedRows([einsum('bti,io->bto')], [tensor('w2', [6, 3], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['Einsum, weight first and transposed, its axis in the middle', duplicatedRows([einsum('oi,bti->bot', ['w2', 'h'])], [tensor('w2', [3, 6], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['FusedMatMul', duplicatedRows([
      fused('FusedMatMul', ['h', 'w2'], { attributes: [['transB', intOf(1)], ['alpha', floatOf(0.5)]] }),
    ], [tensor('w2', [3, 6], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['FusedMatMul with a turned activation', duplicatedRows([
      makeNode('Transpose', ['h'], ['t'], { attributes: [['perm', intsOf([0, 2, 1])]] }), fused('FusedMatMul', ['t', 'w2'], { attributes: [['transA', intOf(1)]] }),
    ], [tensor('w2', [6, 3], noise(18, 5))], ['n' as never, 7, 4]), [7, 4]],
    ['FusedGemm', duplicatedRows([
      fused('FusedGemm', ['h', 'w2', 'b2'], { attributes: [['transB', intOf(1)], ['alpha', floatOf(0.5)], ['activation', textOf('LeakyRelu')], ['activation_alpha', floatOf(0.1)]] }),
    ], [tensor('w2', [3, 6], noise(18, 5)), b2]), [4]],
    ['FusedConv', duplicated([fused('FusedConv', ['h', 'w2', 'b2'], { attributes: [['activation', textOf('Relu')]] })], [w2, b2]), [4, 5, 5]],
    ['one weight read twice', duplicatedRows([
      makeNode('Gemm', ['h', 'w2', 'b2'], ['p']), makeNode('Neg', ['h'], ['g']), makeNode('Gemm', ['g', 'w2', 'b2'], ['q']), makeNode('Concat', ['p', 'q'], ['y'], { attributes: [['axis', intOf(1)]] }),
    ], [tensor('w2', [6, 3], noise(18, 5)), b2]), [4]],
  ];
  it.each(rows)('%s', async (_, model, shape) => {
    const result = await attempt({ model, shape, cut: [1, 4] });
    expect(lossAfter(result, 'pruned')).toBeGreaterThan(0.05);
    expect(lossAfter(result, '+ refit')).toBeLessThan(1e-8);
    expect(result.decisions.every(({ method }) => method === 'refit')).toBe(true);
  });

  it.each([
    ['Einsum', einsum('bti,io->bto'), tensor('w2', [6, 3], noise(18, 5))],
    ['Einsum with its axis in the middle', einsum('oi,bti->bot', ['w2', 'h']), tensor('w2', [3, 6], noise(18, 5))],
    ['FusedMatMul', fused('FusedMatMul', ['h', 'w2'], { attributes: [['transB', intOf(1)], ['alpha', floatOf(0.5)]] }), tensor('w2', [3, 6], noise(18, 5))],
  ])('the sequential form finds it too: %s', async (_, node, weight) => {
    const result = await attempt({ model: duplicatedRows([node], [weight], ['n' as never, 7, 4]), shape: [7, 4], cut: [1, 4] }, { steps: ['sequential'] });
    expect(lossAfter(result, '+ sequential') / lossAfter(result, 'pruned')).toBeLessThan(1e-4);
  });

  it.each([
    ['padded borders', conv(['h', 'w2', 'b2'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), [w2, b2]],
    ['phases of a strided ConvTranspose', makeNode('ConvTranspose', ['h', 'wt'], ['y'], { attributes: [['strides', intsOf([2, 2])]] }), [tensor('wt', [6, 3, 2, 2], noise(72, 6))]],
  ])('holds at %s where the cut channels need no constant', async (_, node, tensors) => {
    const model = duplicated([node], tensors);
    const initializers = new Map(model.graph.initializers).set('b1', tensor('b1', [6], withDuplicates(noise(6, 4), 6, 1)));
    const result = await attempt({ model: { ...model, graph: { ...model.graph, initializers } }, shape: [4, 5, 5], cut: [1, 4] });
    expect(lossAfter(result, '+ refit')).toBeLessThan(1e-8);
  });
});

describe('bias compensation', () => {
  /** Channels 1 and 4 do not depend on the input. */
  const constant = (nodes: readonly Node[], tensors: readonly Tensor[]): Model => {
    const model = duplicated(nodes, tensors);
    const w1 = noise(24, 3);
    for (const channel of [1, 4]) w1.fill(0, channel * 4, channel * 4 + 4);
    const initializers = new Map(model.graph.initializers).set('w1', tensor('w1', [6, 4, 1, 1], w1)).set('b1', tensor('b1', [6], [0, 5, 0, 0, -4, 0]));
    return { ...model, graph: { ...model.graph, initializers } };
  };

  it('restores the dense output where cut channels are constant', async () => {
    const result = await attempt({ model: constant([conv(['h', 'w2', 'b2'])], [w2, b2]), shape: [4, 5, 5], cut: [1, 4] }, { steps: ['bias'] });
    expect(lossAfter(result, 'pruned')).toBeGreaterThan(0.05);
    expect(lossAfter(result, '+ bias')).toBeLessThan(1e-9);
    expect(result.accepted).toEqual(['bias']);
  });

  it.each([
    ['ConvTranspose', makeNode('ConvTranspose', ['h', 'wt'], ['t'], { attributes: [['strides', intsOf([2, 2])], ['pads', intsOf([1, 1, 1, 1])]] }), tensor('wt', [6, 3, 4, 4], noise(288, 6))],
    ['padded Conv', makeNode('Conv', ['h', 'w2'], ['t'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), w2],
    ['Conv with auto_pad', makeNode('Conv', ['h', 'w2'], ['t'], { attributes: [['auto_pad', textOf('SAME_UPPER')], ['strides', intsOf([2, 2])]] }), w2],
    ['dilated Conv', makeNode('Conv', ['h', 'w2'], ['t'], { attributes: [['pads', intsOf([2, 1, 0, 3])], ['dilations', intsOf([2, 1])]] }), w2],
  ])('%s: counts each tap as often as it sees the input, so that means are exact', async (_, node, weight) => {
    const model = constant([node, makeNode('GlobalAveragePool', ['t'], ['y'])], [weight]);
    const result = await attempt({ model, shape: [4, 5, 5], cut: [1, 4] }, { steps: ['bias'] });
    expect(lossAfter(result, 'pruned')).toBeGreaterThan(0.05);
    expect(lossAfter(result, '+ bias')).toBeLessThan(1e-8);
  });

  it('is all that is done where calibration rows are few, and the reason is said', async () => {
    const model = duplicatedRows([makeNode('Gemm', ['h', 'w2', 'b2'], ['y'])], [tensor('w2', [6, 3], noise(18, 5)), b2]);
    const result = await attempt({ model, shape: [4], cut: [1, 4], count: 20 });
    expect(result.decisions[0]?.method).not.toBe('refit');
    expect(result.decisions[0]?.reason).toContain('too few');
  });

  it('leaves a weight alone that a lookup reads too', async () => {
    const model = duplicatedRows([
      makeNode('Gather', ['table', 'row'], ['r'], { attributes: [['axis', intOf(0)]] }), makeNode('Add', ['h', 'r'], ['s']),
      makeNode('Transpose', ['table'], ['t'], { attributes: [['perm', intsOf([1, 0])]] }), makeNode('MatMul', ['s', 't'], ['y']),
    ], [tensor('table', [3, 6], noise(18, 5)), { name: 'row', dataType: 7, dims: [], data: { kind: 'raw', bytes: new Uint8Array(8) } }]);
    const result = await attempt({ model, shape: [4], cut: [1, 4] });
    expect(result.decisions[0]?.reason).toContain('Gather reads the same weight');
  });
});

describe('repair keeps', () => {
  const model = duplicated([conv(['h', 'w2', 'b2'])], [w2, b2]);

  it('the dense model unchanged and the ladder in order', async () => {
    const before = [...weightTensors(model.graph).values()].map(({ dims }) => dims.join('x'));
    const result = await attempt({ model, shape: [4, 5, 5], cut: [1, 4] });
    expect(result.ladder.map(({ step }) => step)).toEqual(['dense', 'pruned', '+ bias', '+ refit', '+ statistics']);
    expect([...weightTensors(model.graph).values()].map(({ dims }) => dims.join('x'))).toEqual(before);
  });

  it('word of what the sequential refit did to each weight, where it is kept', async () => {
    const kept = await attempt({ model, shape: [4, 5, 5], cut: [0, 3, 5] }, { steps: ['sequential'] });
    expect(kept.accepted).toEqual(['sequential']);
    expect(kept.decisions.slice(0, 1)).toEqual([expect.objectContaining({ weight: 'w2', method: 'sequential' })]);
    expect(kept.decisions[0]?.reason).toMatch(/^fitted on [1-9]\d* rows of the repaired inputs, ridge 0\.\d+; in turn with first, 1 round: \d+ % less error$/u);
    const exact = await attempt({ model, shape: [4, 5, 5], cut: [1, 4] }, { steps: ['refit', 'sequential'] });
    expect(exact.decisions[0]?.method).toBe(exact.accepted.includes('sequential') ? 'sequential' : 'refit');
  });

  it('a step only where the loss falls', async () => {
    const result = await attempt({ model, shape: [4, 5, 5], cut: [1, 4] });
    let loss = Infinity;
    for (const step of result.ladder.slice(1)) {
      expect(step.accepted).toBe(step.loss < loss);
      if (step.accepted) loss = step.loss;
    }
  });

  it('the same bytes when run again', async () => {
    const [one, two] = [await attempt({ model, shape: [4, 5, 5], cut: [2] }), await attempt({ model, shape: [4, 5, 5], cut: [2] })];
    expect(one.ladder).toEqual(two.ladder);
    expect(weightTensors(one.model.graph).get('w2')?.data).toEqual(weightTensors(two.model.graph).get('w2')?.data);
  });
});

describe('float16 weights', () => {
  const half = (name: string, dims: readonly number[], values: Float32Array): Tensor => makeTensor(name, DataType.FLOAT16, dims, values);
  const model = sketch({
    nodes: [
      makeNode('Cast', ['x'], ['x16'], { attributes: [['to', intOf(DataType.FLOAT16)]] }), makeNode('MatMul', ['x16', 'w1'], ['h']),
      makeNode('MatMul', ['h', 'w2'], ['y16']), makeNode('Cast', ['y16'], ['y'], { attributes: [['to', intOf(DataType.FLOAT)]] }),
    ],
    tensors: [half('w1', [3, 6], Float32Array.from(noise(18, 3))), half('w2', [6, 3], noise(18, 4))], input: ['n', 3], outputs: [['y', null]],
  });

  it('are fitted in higher precision and rounded back; an inserted bias has their type', async () => {
    // Six channels of three inputs: any three of them determine the rest.
    const result = await attempt({ model, shape: [3], cut: [1, 4] }, { steps: ['refit'], ridges: [1e-6] });
    expect(lossAfter(result, 'pruned')).toBeGreaterThan(0.05);
    expect(lossAfter(result, '+ refit')).toBeLessThan(1e-5);
    expect([...result.model.graph.initializers.values()].map(({ dataType }) => dataType)).toEqual([10, 10, 10]);
  });
});

describe('sequential refit', () => {
  it.each([
    ['Conv 3x3', conv(['h', 'w2', 'b2']), [w2, b2]],
    ['strided Conv with padding and without bias', conv(['h', 'w2'], { attributes: [['pads', intsOf([1, 1, 1, 1])], ['strides', intsOf([2, 2])]] }), [w2]],
    ['dilated Conv', conv(['h', 'w2', 'b2'], { attributes: [['pads', intsOf([2, 2, 2, 2])], ['dilations', intsOf([2, 2])]] }), [w2, b2]],
  ] as const)('restores a %s up to its ridge where cut channels repeat kept ones', async (_, node, tensors) => {
    const model = duplicated([node], tensors);
    const initializers = new Map(model.graph.initializers).set('b1', tensor('b1', [6], withDuplicates(noise(6, 4), 6, 1)));
    const result = await attempt({ model: { ...model, graph: { ...model.graph, initializers } }, shape: [4, 5, 5], cut: [1, 4] }, { steps: ['sequential'] });
    expect(lossAfter(result, 'pruned')).toBeGreaterThan(0.05);
    expect(lossAfter(result, '+ sequential')).toBeLessThan(1e-4);
    expect(result.accepted).toEqual(['sequential']);
  });
});
