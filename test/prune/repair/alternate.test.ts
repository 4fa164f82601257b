/** Pairs of layers fitted in turn: which are found, and that units take on what the cut ones did. */
import { afterAll, describe, expect, it } from 'vitest';
import { intOf, intsOf, makeNode } from '../../../src/onnx/graph.js';
import type { Model, Node, Tensor } from '../../../src/onnx/ir.js';
import { weightTensors } from '../../../src/onnx/constants.js';
import { encodeModel } from '../../../src/onnx/write.js';
import { tensorToFloat32 } from '../../../src/onnx/tensors.js';
import { pairsAt, pairWith } from '../../../src/prune/repair/pairs.js';
import { sequentialRefit } from '../../../src/prune/repair/sequential.js';
import { fitToLast } from '../../../src/prune/repair/to-last.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import { applyMasks } from '../../../src/prune/unstructured/edit.js';
import { describeLayers, storedMask } from '../../../src/prune/unstructured/layer.js';
import { chooseWeights } from '../../../src/prune/unstructured/weights.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from './cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

/** w2 w1 of rank 2: two units are enough for what four do, but no two of the four are. */
function lowRank(inputs: number, outputs: number): { w1: Float32Array; w2: Float32Array } {
  const [w1, mix, out] = [noise(4 * inputs, 3), noise(2 * 4, 5), noise(2 * outputs, 7)];
  const w2 = Float32Array.from({ length: outputs * 4 }, (_, at) => {
    const [output, unit] = [Math.floor(at / 4), at % 4];
    return [0, 1].reduce((sum, rank) => sum + (out[output * 2 + rank] as number) * (mix[rank * 4 + unit] as number), 0);
  });
  return { w1, w2 };
}

const turned = (values: Float32Array, rows: number, columns: number): Float32Array =>
  Float32Array.from(values, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)] as number);

const { w1, w2 } = lowRank(6, 3);
const products = (between: readonly Node[], read: string, tensors: readonly Tensor[] = []): Model => sketch({
  nodes: [makeNode('MatMul', ['x', 'w1'], ['h'], { name: 'first' }), ...between, makeNode('MatMul', [read, 'w2'], ['y'], { name: 'second' })],
  tensors: [tensor('w1', [6, 4], turned(w1, 4, 6)), tensor('w2', [4, 3], turned(w2, 3, 4)), ...tensors], input: ['n', 6], outputs: [['y', null]],
});
const convolutions = (strides: readonly number[]): Model => {
  const kernel = noise(9, 11);
  return sketch({
    nodes: [
      makeNode('Conv', ['x', 'w1', 'b1'], ['h'], { name: 'first' }),
      makeNode('Conv', ['h', 'w2'], ['y'], { name: 'second', attributes: [['strides', intsOf(strides)], ['pads', intsOf([1, 1, 1, 1])]] }),
    ],
    tensors: [
      tensor('w1', [4, 6, 1, 1], w1), tensor('b1', [4], noise(4, 13)),
      tensor('w2', [3, 4, 3, 3], Float32Array.from({ length: 108 }, (_, at) => (w2[Math.floor(at / 9)] as number) * (kernel[at % 9] as number))),
    ],
    input: ['n', 6, 8, 8], outputs: [['y', null]],
  });
};
const gemms = (): Model => sketch({
  nodes: [
    makeNode('Gemm', ['x', 'w1', 'b1'], ['h'], { name: 'first', attributes: [['transB', intOf(1)]] }),
    makeNode('Gemm', ['h', 'w2', 'b2'], ['y'], { name: 'second' }),
  ],
  tensors: [tensor('w1', [4, 6], w1), tensor('b1', [4], noise(4, 13)), tensor('w2', [4, 3], turned(w2, 3, 4)), tensor('b2', [3], [1, 2, 3])], input: ['n', 6], outputs: [['y', null]],
});

/** Between them each unit goes through the same kernel and the same windows. */
const throughPooling = (): Model => sketch({
  nodes: [
    makeNode('Conv', ['x', 'w1'], ['h'], { name: 'first' }),
    makeNode('Conv', ['h', 'd'], ['k'], { attributes: [['group', intOf(4)], ['pads', intsOf([1, 1, 1, 1])]] }),
    makeNode('GlobalAveragePool', ['k'], ['p']), makeNode('Flatten', ['p'], ['f']),
    makeNode('MatMul', ['f', 'w2'], ['y'], { name: 'second' }),
  ],
  tensors: [tensor('w1', [4, 6, 1, 1], w1), tensor('d', [4, 1, 3, 3], Float32Array.from({ length: 36 }, (_, at) => noise(9, 11)[at % 9] as number)), tensor('w2', [4, 3], turned(w2, 3, 4))],
  input: ['n', 6, 8, 8], outputs: [['y', null]],
});
const throughMean = (): Model => {
  const wide = lowRank(6, 15);
  return sketch({
    nodes: [makeNode('MatMul', ['x', 'w1'], ['h'], { name: 'first' }), makeNode('ReduceMean', ['h'], ['r'], { attributes: [['axes', intsOf([1])], ['keepdims', intOf(0)]] }), makeNode('MatMul', ['r', 'w2'], ['y'], { name: 'second' })],
    tensors: [tensor('w1', [6, 4], turned(wide.w1, 4, 6)), tensor('w2', [4, 15], turned(wide.w2, 15, 4))], input: ['n', 5, 6], outputs: [['y', null]],
  });
};

/** What two of four units leave of the loss once their reader is refit, and once the pair is fitted in turn. */
function losses(model: Model, shape: readonly number[]): Promise<{ quick: number; full: number; reasons: string[] }> {
  return inFolder(async (directory) => {
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape, cut: [1, 2], count: 400 });
    const kinds = new Map([['y', 'values' as const]]);
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds });
    const run = async (quick: boolean) => {
      const result = await sequentialRefit({ runtime, directory, prunable, cut, samples: fit, judge, batch: 50, quick }, pruned);
      if (result === undefined) throw new Error('not refit');
      return { loss: await yardstick.loss(result.model), reasons: result.outcomes.map(({ reason }) => reason) };
    };
    const [quick, full] = [await run(true), await run(false)];
    return { quick: quick.loss, full: full.loss, reasons: full.reasons };
  });
}

describe('the units that are left take on what the cut ones did', () => {
  it.each<readonly [string, Model, readonly number[]]>([
    ['products', products([], 'h'), [6]],
    ['Gemm, turned weight', gemms(), [6]],
    ['convolutions', convolutions([1, 1]), [6, 8, 8]],
    ['strided convolutions', convolutions([2, 2]), [6, 8, 8]],
    ['across a depthwise convolution and a pooling', throughPooling(), [6, 8, 8]],
    ['across a mean over positions', throughMean(), [5, 6]],
    ['behind a LeakyRelu', products([makeNode('LeakyRelu', ['h'], ['a'])], 'a'), [6]],
  ])('%s', async (name, model, shape) => {
    const { quick, full, reasons } = await losses(model, shape);
    expect(quick).toBeGreaterThan(0.02);
    expect(full / quick).toBeLessThan(name.includes('Relu') ? 0.7 : 0.2);
    expect(reasons).toEqual([expect.stringMatching(/in turn with first, \d rounds?: \d+ % less error$/), 'fitted in turn with second']);
  });
});

describe('layers that lost single weights', () => {
  it.each<readonly [string, Model, readonly number[]]>([
    ['products', products([], 'h'), [6]],
    ['strided convolutions', convolutions([2, 2]), [6, 8, 8]],
  ])('take on in turn what those did, and what is zero stays zero: %s', (_, model, shape) => inFolder(async (directory) => {
    const { prunable, fit, judge } = await cutModel(runtime, directory, { model, shape, cut: [1], count: 400 });
    const whole = { removed: new Set<number>(), kept: () => null };
    const weights = chooseWeights(prunable.model, { keep: [], only: undefined });
    const { layers } = describeLayers(prunable.model, prunable.facts, weights, fit.count);
    const support = new Map(layers.map(({ weight, shape: { positions } }) => [weight.name, Uint8Array.from(positions, (_, i) => Number(i % 3 !== 1))]));
    const stored = new Map(layers.map(({ weight, shape: own }) => [weight.name, storedMask(support.get(weight.name) as Uint8Array, own)]));
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds: new Map([['y', 'values' as const]]) });
    const run = async (quick: boolean) => {
      const result = await sequentialRefit({ runtime, directory, prunable, cut: whole, samples: fit, judge, batch: 50, quick, support }, applyMasks(prunable.model, weights, stored));
      if (result === undefined) throw new Error('not refit');
      return { ...result, loss: await yardstick.loss(result.model) };
    };
    const [quick, full] = [await run(true), await run(false)];
    expect(full.loss).toBeLessThan(0.4 * quick.loss);
    expect(full.outcomes.map(({ weight, reason }) => [weight, reason.includes('in turn')])).toEqual([['w1', true], ['w2', true]]);
    // Made again on more samples, for which the model would not count as small.
    const many = { ...fit, count: 1e12, subset: () => fit };
    const again = await sequentialRefit({ runtime, directory, prunable, cut: whole, samples: many, judge, batch: 50, support, decided: full.decisions }, applyMasks(prunable.model, weights, stored));
    expect(encodeModel(again?.model ?? model)).toEqual(encodeModel(full.model));
    for (const [name, mask] of stored) {
      const values = tensorToFloat32(weightTensors(full.model.graph).get(name) as Tensor);
      expect(values.filter((value, i) => mask[i] === 0 && value !== 0)).toEqual(new Float32Array());
    }
  }));
});

describe('layers in turn with the last one', () => {
  const side = (name: string, seed: number): Tensor => tensor(name, [6, 6], noise(36, seed));
  const deep = sketch({
    nodes: [
      makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('LeakyRelu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['g']), makeNode('Add', ['g', 'a'], ['s']),
      makeNode('LeakyRelu', ['s'], ['b']), makeNode('MatMul', ['b', 'w3'], ['y'], { name: 'last' }),
    ],
    tensors: [side('w1', 21), side('w2', 23), tensor('w3', [6, 2], noise(12, 25))], input: ['n', 6], outputs: [['y', null]],
  });

  it('lose less of what the model gives out, through the layers that lie between, and keep their zeros', () => inFolder(async (directory) => {
    const { prunable, fit, judge } = await cutModel(runtime, directory, { model: deep, shape: [6], cut: [1], count: 400 });
    const weights = chooseWeights(prunable.model, { keep: [], only: undefined });
    const { layers } = describeLayers(prunable.model, prunable.facts, weights, fit.count);
    const support = new Map(layers.map(({ weight, shape: { positions } }) => [weight.name, Uint8Array.from(positions, (_, i) => Number(i % 3 !== 1))]));
    const stored = new Map(layers.map(({ weight, shape }) => [weight.name, storedMask(support.get(weight.name) as Uint8Array, shape)]));
    const request = { runtime, directory, prunable, cut: { removed: new Set<number>(), kept: () => null }, samples: fit, judge, batch: 50, support };
    const start = await sequentialRefit({ ...request, quick: true }, applyMasks(prunable.model, weights, stored));
    if (start === undefined) throw new Error('not refit');
    const { model, changed, decisions } = await fitToLast(request, start.model);
    expect(changed).toBeGreaterThan(0);
    const again = await fitToLast({ ...request, decided: decisions }, start.model);
    expect(encodeModel(again.model)).toEqual(encodeModel(model));
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds: new Map([['y', 'values' as const]]) });
    expect(await yardstick.loss(model)).toBeLessThan(0.995 * await yardstick.loss(start.model));
    for (const [name, mask] of stored) {
      const values = tensorToFloat32(weightTensors(model.graph).get(name) as Tensor);
      expect(values.filter((value, i) => mask[i] === 0 && value !== 0)).toEqual(new Float32Array());
    }
  }));
});

describe('layers of a cut model in turn with the last one', () => {
  it('the first layer takes part, which lost outputs alone; what was decided gives the same model', () => inFolder(async (directory) => {
    const model = sketch({
      nodes: [
        makeNode('MatMul', ['x', 'w1'], ['h'], { name: 'first' }), makeNode('LeakyRelu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['g'], { name: 'second' }),
        makeNode('LeakyRelu', ['g'], ['b']), makeNode('MatMul', ['b', 'w3'], ['y'], { name: 'last' }),
      ],
      tensors: [tensor('w1', [6, 6], noise(36, 31)), tensor('w2', [6, 6], noise(36, 33)), tensor('w3', [6, 2], noise(12, 35))], input: ['n', 6], outputs: [['y', null]],
    });
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape: [6], cut: [0, 1], count: 400 });
    const request = { runtime, directory, prunable, cut, samples: fit, judge, batch: 50 };
    const start = await sequentialRefit({ ...request, quick: true }, pruned);
    if (start === undefined) throw new Error('not refit');
    const full = await fitToLast(request, start.model);
    const valuesOf = (of: Model): Float32Array => tensorToFloat32(weightTensors(of.graph).get('w1') as Tensor);
    expect(valuesOf(full.model)).not.toEqual(valuesOf(start.model));
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds: new Map([['y', 'values' as const]]) });
    expect(await yardstick.loss(full.model)).toBeLessThan(0.9 * await yardstick.loss(start.model));
    const again = await fitToLast({ ...request, decided: full.decisions }, start.model);
    expect(encodeModel(again.model)).toEqual(encodeModel(full.model));
  }));

  it('a weight that two layers share stays: what changes one of them changes the other', () => inFolder(async (directory) => {
    const model = sketch({
      nodes: [
        makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('LeakyRelu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['g']), makeNode('LeakyRelu', ['g'], ['b']),
        makeNode('MatMul', ['b', 'shared'], ['i']), makeNode('LeakyRelu', ['i'], ['c']), makeNode('MatMul', ['c', 'shared'], ['j']), makeNode('LeakyRelu', ['j'], ['d']),
        makeNode('MatMul', ['d', 'w3'], ['y']),
      ],
      tensors: [tensor('w1', [6, 6], noise(36, 31)), tensor('w2', [6, 6], noise(36, 33)), tensor('shared', [6, 6], noise(36, 37)), tensor('w3', [6, 2], noise(12, 35))],
      input: ['n', 6], outputs: [['y', null]],
    });
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape: [6], cut: [0, 1], count: 400 });
    const full = await fitToLast({ runtime, directory, prunable, cut, samples: fit, judge, batch: 50 }, pruned);
    expect(full.changed).toBeGreaterThan(0);
    const shared = (of: Model): Float32Array => tensorToFloat32(weightTensors(of.graph).get('shared') as Tensor);
    expect(shared(full.model)).toEqual(shared(pruned));
  }));
});

describe('which layers are a pair', () => {
  const ranks = (): number => 2;
  const find = (model: Model): string[] | undefined => {
    const [pair] = pairsAt(model, 'w2', ranks, () => [1, 4], () => true);
    return pair && [pair.first.node.name, ...pair.between.map(({ opType }) => opType)];
  };
  const scalar = tensor('half', [1], [0.5]);

  it('with a GELU written out between them', () => {
    const gelu = [
      makeNode('Mul', ['h', 'half'], ['s']), makeNode('Erf', ['s'], ['e']), makeNode('Add', ['e', 'half'], ['p']), makeNode('Mul', ['h', 'p'], ['g']),
    ];
    expect(find(products(gelu, 'g', [scalar]))).toEqual(['first', 'Mul', 'Erf', 'Add', 'Mul']);
  });

  it.each<readonly [string, readonly Node[], string]>([
    ['something between them that has no rule', [makeNode('Softmax', ['h'], ['a'])], 'a'],
  ])('not with %s', (_, between, read) => {
    expect(find(products(between, read))).toBeUndefined();
  });

  it('not where what comes after the second one reads the first one too', () => {
    const model = products([makeNode('Relu', ['h'], ['a'])], 'a');
    expect(find({ ...model, graph: { ...model.graph, nodes: [...model.graph.nodes, makeNode('ReduceMean', ['h'], ['late'])] } })).toBeUndefined();
  });

  it('also where repair has put a bias behind a product that had none', () => inFolder(async (directory) => {
    const chain = sketch({
      nodes: [
        makeNode('MatMul', ['x', 'w1'], ['h'], { name: 'first' }), makeNode('Relu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['g'], { name: 'middle' }), makeNode('Relu', ['g'], ['b']),
        makeNode('MatMul', ['b', 'w3'], ['y'], { name: 'second' }),
      ],
      tensors: [tensor('w1', [6, 8], noise(48, 3)), tensor('w2', [8, 5], noise(40, 5)), tensor('w3', [5, 4], noise(20, 7))], input: ['n', 6], outputs: [['y', null]],
    });
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model: chain, shape: [6], cut: [1, 2], count: 400 });
    const refit = await sequentialRefit({ runtime, directory, prunable, cut, samples: fit, judge, batch: 50 }, pruned);
    expect(refit?.model.graph.nodes.length).toBeGreaterThan(chain.graph.nodes.length);
    const lengths = (value: string) => prunable.facts.values.get(value)?.dims.map((size, axis) => cut.kept(value, axis)?.length ?? size);
    const pairs = ['w1', 'w2'].map((weight) => pairWith(refit?.model ?? chain, [weight, 'w3'], (value) => prunable.facts.values.get(value)?.dims.length, lengths));
    expect(pairs.map((pair) => pair?.between.map(({ opType }) => opType))).toEqual([['Relu', 'MatMul', 'Add', 'Relu'], ['Relu']]);
  }));

  it('behind a gate: the layer that makes the gate, then the one whose values it opens', () => {
    const model = sketch({
      nodes: [
        makeNode('Conv', ['x', 'w1'], ['h'], { name: 'first' }), makeNode('Conv', ['h', 'd'], ['k'], { name: 'depthwise', attributes: [['group', intOf(4)], ['pads', intsOf([1, 1, 1, 1])]] }),
        makeNode('GlobalAveragePool', ['k'], ['p']), makeNode('Conv', ['p', 'g'], ['q'], { name: 'gate' }), makeNode('HardSigmoid', ['q'], ['s']),
        makeNode('Mul', ['k', 's'], ['m']), makeNode('Conv', ['m', 'w2'], ['y'], { name: 'second' }),
      ],
      tensors: [tensor('w1', [4, 6, 1, 1], w1), tensor('d', [4, 1, 3, 3], noise(36, 2)), tensor('g', [4, 4, 1, 1], noise(16, 4)), tensor('w2', [3, 4, 1, 1], w2)],
      input: ['n', 6, 8, 8], outputs: [['y', null]],
    });
    const dims = new Map([['x', [1, 6, 8, 8]], ...['p', 'q', 's'].map((value): [string, number[]] => [value, [1, 4, 1, 1]]), ['y', [1, 3, 8, 8]]]);
    const pairs = pairsAt(model, 'w2', () => 4, (value) => dims.get(value) ?? [1, 4, 8, 8], () => true);
    expect(pairs.map(({ first, between }) => [first.node.name, ...between.map(({ opType }) => opType)])).toEqual([
      ['gate', 'HardSigmoid', 'Mul'], ['first', 'Conv', 'GlobalAveragePool', 'Conv', 'HardSigmoid', 'Mul'],
    ]);
  });

  it('not where the model gives out what lies between', () => {
    const model = products([makeNode('Relu', ['h'], ['a'])], 'a');
    expect(find({ ...model, graph: { ...model.graph, outputs: [...model.graph.outputs, { ...model.graph.outputs[0] as Model['graph']['outputs'][number], name: 'a' }] } })).toBeUndefined();
  });
});
