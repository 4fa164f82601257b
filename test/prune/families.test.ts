/** Recurrent networks, Einsum, attention in one operator, group norms and what onnxruntime's optimizer fuses: cut and proven. */
import { describe, expect, it } from 'vitest';
import { intOf, intsOf, makeNode, textOf } from '../../src/onnx/graph.js';
import type { NodeOptions } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Dim, Model, Node, Tensor } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { noise, sketch, tensor } from '../calibrate/bench-model.js';
import { useWorkbench } from './workbench.js';

const bench = useWorkbench();
const MICROSOFT = 'com.microsoft';
const fused = (op: string, inputs: readonly string[], outputs: readonly string[], attributes: NonNullable<NodeOptions['attributes']> = []): Node =>
  makeNode(op, inputs, outputs, { domain: MICROSOFT, attributes });
const random = (name: string, ...dims: readonly number[]): Tensor => tensor(name, dims, noise(dims.reduce((a, b) => a * b, 1), name.length + dims.length));

function model(nodes: readonly Node[], tensors: readonly Tensor[], input: readonly Dim[], opset = 17): Model {
  const made = sketch({ nodes, tensors, input, outputs: [['y', null]], opset });
  return { ...made, opsets: new Map([...made.opsets, [MICROSOFT, 1]]) };
}

interface Case {
  readonly model: Model;
  /** Positions of an axis of a value that go, with all that is tied to them. */
  readonly cut: readonly [value: string, axis: number, positions: readonly number[]];
}

/** x [steps, batch, 3] through a linear layer of 6, a recurrent layer of 5 states and a linear layer. */
function recurrent(op: 'LSTM' | 'GRU' | 'RNN', directions: 1 | 2, attributes: NonNullable<NodeOptions['attributes']> = [], extra: readonly string[] = []): Model {
  const gates = { LSTM: 4, GRU: 3, RNN: 1 }[op];
  const after = directions === 1 ? [makeNode('Squeeze', ['h', 'one'], ['f'])]
    : [makeNode('Transpose', ['h'], ['t'], { attributes: [['perm', intsOf([0, 2, 1, 3])]] }), makeNode('Reshape', ['t', 'joined'], ['f'])];
  return model(
    [
      makeNode('MatMul', ['x', 'w0'], ['e']), makeNode('Relu', ['e'], ['a']),
      makeNode(op, ['a', 'w', 'r', 'b', ...extra], ['h'], {
        attributes: [['hidden_size', intOf(5)], ['direction', textOf(directions === 1 ? 'forward' : 'bidirectional')], ...attributes],
      }),
      ...after, makeNode('MatMul', ['f', 'w2'], ['y']),
    ],
    [
      random('w0', 3, 6), random('w', directions, gates * 5, 6), random('r', directions, gates * 5, 5), random('b', directions, 2 * gates * 5),
      random('p', directions, 15), random('w2', directions * 5, 2), int64Tensor('one', [1]), int64Tensor('joined', [0, 0, 5 * directions]),
    ],
    [4, 2, 3],
  );
}

const gelu = (value: string): Node[] => [fused('FastGelu', [value, 'bias'], ['g'])];

const CASES: Readonly<Record<string, Case>> = {
  'LSTM hidden states': { model: recurrent('LSTM', 1), cut: ['h', 3, [1, 3]] },
  'LSTM hidden states, both directions': { model: recurrent('LSTM', 2), cut: ['h', 3, [0, 4]] },
  'LSTM with peepholes': { model: recurrent('LSTM', 1, [], ['', '', '', 'p']), cut: ['h', 3, [2]] },
  'what an LSTM reads': { model: recurrent('LSTM', 1), cut: ['a', 2, [0, 5]] },
  'GRU hidden states': { model: recurrent('GRU', 1), cut: ['h', 3, [1, 2, 4]] },
  'GRU, reset after the product': { model: recurrent('GRU', 1, [['linear_before_reset', intOf(1)]]), cut: ['h', 3, [3]] },
  'RNN hidden states': { model: recurrent('RNN', 2), cut: ['h', 3, [1]] },
  'Einsum as a product': {
    model: model([makeNode('Einsum', ['x', 'w1'], ['h'], { attributes: [['equation', textOf('bij,jk->bik')]] }), makeNode('Tanh', ['h'], ['a']), makeNode('Einsum', ['a', 'w2'], ['y'], { attributes: [['equation', textOf('bik,ko->bio')]] })], [random('w1', 4, 8), random('w2', 8, 3)], [2, 5, 4]),
    cut: ['h', 2, [0, 3, 7]],
  },
  'Einsum with a transposed weight': {
    model: model([makeNode('Einsum', ['x', 'w1'], ['h'], { attributes: [['equation', textOf('bj,kj->bk')]] }), makeNode('Relu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['y'])], [random('w1', 8, 4), random('w2', 8, 3)], ['n', 4]),
    cut: ['h', 1, [2, 5]],
  },
  'whole groups of a GroupNormalization': {
    model: model(
      [makeNode('Conv', ['x', 'w1'], ['h']), makeNode('GroupNormalization', ['h', 's', 'b'], ['n'], { attributes: [['num_groups', intOf(4)]] }), makeNode('Relu', ['n'], ['a']), makeNode('Conv', ['a', 'w2'], ['y'])],
      [random('w1', 12, 3, 1, 1), random('s', 12), random('b', 12), random('w2', 2, 12, 1, 1)], [2, 3, 4, 4], 21,
    ),
    cut: ['h', 1, [3, 4, 5]],
  },
  'InstanceNormalization': {
    model: model([makeNode('Conv', ['x', 'w1'], ['h']), makeNode('InstanceNormalization', ['h', 's', 'b'], ['a']), makeNode('Conv', ['a', 'w2'], ['y'])], [random('w1', 6, 3, 1, 1), random('s', 6), random('b', 6), random('w2', 2, 6, 1, 1)], [2, 3, 4, 4]),
    cut: ['h', 1, [0, 4]],
  },
  'FusedMatMul, transposed weight, with FastGelu': {
    model: model([fused('FusedMatMul', ['x', 'w1'], ['h'], [['transB', intOf(1)]]), ...gelu('h'), fused('FusedMatMul', ['g', 'w2'], ['y'])], [random('w1', 8, 4), random('bias', 8), random('w2', 8, 3)], [2, 5, 4]),
    cut: ['h', 2, [1, 6]],
  },
  'BiasGelu and QuickGelu': {
    model: model([makeNode('MatMul', ['x', 'w1'], ['h']), fused('BiasGelu', ['h', 'bias'], ['g']), fused('QuickGelu', ['g'], ['q']), makeNode('MatMul', ['q', 'w2'], ['y'])], [random('w1', 4, 8), random('bias', 8), random('w2', 8, 3)], [2, 5, 4]),
    cut: ['h', 2, [0, 7]],
  },
  'FusedConv with an added value': {
    model: model([makeNode('Conv', ['x', 'w0'], ['s']), fused('FusedConv', ['x', 'w1', 'b1', 's'], ['h'], [['activation', textOf('Relu')]]), makeNode('Conv', ['h', 'w2'], ['y'])], [random('w0', 6, 3, 1, 1), random('w1', 6, 3, 1, 1), random('b1', 6), random('w2', 2, 6, 1, 1)], [2, 3, 4, 4]),
    cut: ['h', 1, [2, 3]],
  },
  'heads of com.microsoft Attention': {
    model: model([fused('Attention', ['x', 'w', 'b'], ['h'], [['num_heads', intOf(4)]]), makeNode('MatMul', ['h', 'w2'], ['y'])], [random('w', 8, 24), random('b', 24), random('w2', 8, 3)], [2, 5, 8]),
    cut: ['h', 2, [2, 3]],
  },
  'heads of MultiHeadAttention': {
    model: model(
      [makeNode('MatMul', ['x', 'wq'], ['q']), makeNode('MatMul', ['x', 'wk'], ['k']), makeNode('MatMul', ['x', 'wv'], ['v']), fused('MultiHeadAttention', ['q', 'k', 'v', 'b'], ['h'], [['num_heads', intOf(4)]]), makeNode('MatMul', ['h', 'w2'], ['y'])],
      [random('wq', 6, 8), random('wk', 6, 8), random('wv', 6, 8), random('b', 24), random('w2', 8, 3)], [2, 5, 6],
    ),
    cut: ['h', 2, [0, 1, 6, 7]],
  },
  'an embedding that is looked up': {
    model: { ...model([makeNode('Cast', ['x'], ['i'], { attributes: [['to', intOf(DataType.INT64)]] }), makeNode('Gather', ['table', 'i'], ['h']), makeNode('MatMul', ['h', 'w2'], ['y'])], [random('table', 10, 6), random('w2', 6, 3)], [2, 5]) },
    cut: ['h', 2, [1, 4]],
  },
  'beside what TopK ranks': {
    model: model([makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('TopK', ['h', 'k'], ['t', 'i'], { attributes: [['axis', intOf(1)]] }), makeNode('MatMul', ['t', 'w2'], ['y'])], [random('w1', 4, 8), int64Tensor('k', [2]), random('w2', 8, 3)], [2, 5, 4]),
    cut: ['h', 2, [3, 5]],
  },
};

describe('cut and proven', () => {
  it.each(Object.entries(CASES))('%s', async (_, { model: dense, cut: [value, axis, positions] }) => {
    const { proof, pruned } = await bench.cutAndProve(dense, value, axis, positions);
    expect(proof.holds).toBe(true);
    expect(proof.values).toBeGreaterThan(1);
    const elements = (each: Model): number => [...each.graph.initializers.values()].reduce((sum, { dims, dataType }) => sum + (dataType === DataType.FLOAT ? dims.reduce((a, b) => a * b, 1) : 0), 0);
    expect(elements(pruned)).toBeLessThan(elements(dense));
  });
});

it('random weights of the proof leave alone an integer ConstantOfShape that steers an Expand', async () => {
  // Equal weights make channels that are all the same, so that the proof draws random ones.
  const flat = tensor('w1', [4, 6], new Float32Array(24).fill(1));
  const dense = model(
    [
      makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('ConstantOfShape', ['rank'], ['ones'], { attributes: [['value', { kind: 'tensor', value: int64Tensor('', [1]) }]] }),
      makeNode('Expand', ['h', 'ones'], ['e']), makeNode('MatMul', ['e', 'w2'], ['y']),
    ],
    [flat, int64Tensor('rank', [3]), random('w2', 6, 3)], [2, 5, 4],
  );
  const { proof } = await bench.cutAndProve(dense, 'h', 2, [1, 4]);
  expect(proof).toMatchObject({ holds: true, randomised: true });
});

describe('left alone, with the reason', () => {
  const frozen: Readonly<Record<string, { model: Model; reason: RegExp }>> = {
    'the width that SkipLayerNormalization normalises': {
      model: model([makeNode('MatMul', ['x', 'w1'], ['h']), fused('SkipLayerNormalization', ['h', 'x', 'g'], ['n']), makeNode('MatMul', ['n', 'w2'], ['y'])], [random('w1', 8, 8), random('g', 8), random('w2', 8, 3)], [2, 5, 8]),
      reason: /normalised across this axis/,
    },
    'an Einsum with an ellipsis': {
      model: model([makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('Einsum', ['h', 'w2'], ['y'], { attributes: [['equation', textOf('...j,jk->...k')]] })], [random('w1', 4, 8), random('w2', 8, 3)], [2, 5, 4]),
      reason: /this form of Einsum/,
    },
    'what is added up along an axis': {
      model: model([makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('CumSum', ['h', 'axis'], ['c']), makeNode('MatMul', ['c', 'w2'], ['y'])], [random('w1', 4, 8), makeTensor('axis', DataType.INT64, [], BigInt64Array.of(2n)), random('w2', 8, 3)], [2, 5, 4]),
      reason: /positions depend on each other/,
    },
  };

  it.each(Object.entries(frozen))('%s', async (_, { model: dense, reason }) => {
    const { analysis } = await bench.prunable(dense);
    expect(analysis.groups).toEqual([]);
    expect(analysis.refusals.map((refusal) => refusal.reason).join('\n')).toMatch(reason);
  });
});
