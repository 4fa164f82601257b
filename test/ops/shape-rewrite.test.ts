/** Shapes given as tensors, after a cut: constants are copied per use, computed ones are corrected. */
import { describe, expect, it } from 'vitest';
import { weightTensors } from '../../src/onnx/constants.js';
import type { ModelOptions } from '../../src/onnx/graph.js';
import { tensorOf } from '../../src/onnx/graph.js';
import type { Model, Node } from '../../src/onnx/ir.js';
import { int64Tensor, tensorToNumbers } from '../../src/onnx/tensors.js';
import { analyse } from '../../src/prune/prunable.js';
import { applied, cutAt, obstaclesOf, useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const bench = useWorkbench();

const conv = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]);
/** `y` [1, 8, 16] or the like, read by a product over its last axis but one. */
const read = (graph: SmallGraph, channels: number, options: ModelOptions = {}): Model =>
  graph.weight('w2', [2, channels]).node('MatMul', ['w2', 'y'], [['z', [1, 2, 16]]]).output('z').model(options);

async function cut(model: Model, positions: readonly number[], value = 'h', axis = 1): Promise<{ pruned: Model; of: (op: string) => Node; numbers: (name: string | undefined) => number[] }> {
  const { pruned, proof } = await bench.cutAndProve(model, value, axis, positions);
  expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  const weights = weightTensors(pruned.graph);
  const of = (op: string): Node => pruned.graph.nodes.find(({ opType }) => opType === op) as Node;
  return { pruned, of, numbers: (name) => tensorToNumbers(weights.get(name ?? '') as never) };
}

describe('a constant shape', () => {
  it.each([[[1, 8, 16], [1, 5, 16]], [[1, 8, -1], [1, 5, -1]], [[1, -1, 16], [1, -1, 16]], [[0, 0, 16], [0, 5, 16]]])('%j becomes %j', async (before, after) => {
    const { of, numbers } = await cut(read(conv().ints('shape', before).node('Reshape', ['h', 'shape'], [['y', undefined]]), 8), [1, 2, 3]);
    expect(numbers(of('Reshape').inputs[1])).toEqual(after);
  });

  it('is copied per use and never edited: another Reshape shares it', async () => {
    const graph = conv().ints('shape', [1, 8, 16]).node('Reshape', ['h', 'shape'], [['y', undefined]])
      .weight('side', [8, 16]).node('Reshape', ['side', 'shape'], [['s', undefined]]).input('x2', [1, 8, 16]).node('Add', ['s', 'x2'], [['z2', undefined]]).output('z2');
    const { pruned, of, numbers } = await cut(read(graph, 8), [1, 2, 3]);
    expect(of('Reshape').inputs[1]).not.toBe('shape');
    expect(numbers('shape')).toEqual([1, 8, 16]);
    expect(pruned.graph.nodes.find(({ outputs }) => outputs[0] === 's')?.inputs[1]).toBe('shape');
  });

  it('may lie in a Constant node', async () => {
    const graph = conv().node('Constant', [], [['shape', [3]]], { value: tensorOf(int64Tensor('', [1, 8, 16])) }).node('Reshape', ['h', 'shape'], [['y', undefined]]);
    const { of, numbers } = await cut(read(graph, 8), [0]);
    expect(numbers(of('Reshape').inputs[1])).toEqual([1, 7, 16]);
    expect(numbers('shape')).toEqual([1, 8, 16]);
  });

  it('of a model before IR 4 is a Constant node: an initializer would have to be an input as well', async () => {
    const graph = conv().ints('shape', [1, 8, 16]).node('Reshape', ['h', 'shape'], [['y', undefined]]);
    const listed = [...graph.tensors.values(), ...read(graph, 8).graph.initializers.values()];
    for (const { name, dataType, dims } of new Map(listed.map((tensor) => [tensor.name, tensor])).values()) graph.inputs.push({ name, elemType: dataType, dims });
    const { pruned, numbers, of } = await cut(graph.model({ irVersion: 3, opset: 8 }), [0, 7]);
    expect(pruned.graph.inputs.map(({ name }) => name)).toEqual(graph.inputs.map(({ name }) => name));
    expect(pruned.graph.inputs.find(({ name }) => name === 'w')?.dims).toEqual([6, 3, 1, 1]);
    expect(pruned.graph.initializers.has(of('Reshape').inputs[1] as string)).toBe(false);
    expect(numbers(of('Reshape').inputs[1])).toEqual([1, 6, 16]);
  });

  it('counts whole products: flattened channels', async () => {
    const graph = conv().ints('shape', [1, 128]).node('Reshape', ['h', 'shape'], [['f', undefined]]).weight('w2', [128, 3]).node('MatMul', ['f', 'w2'], [['z', undefined]]).output('z');
    const { of, numbers, pruned } = await cut(graph.model(), [0, 5]);
    expect(numbers(of('Reshape').inputs[1])).toEqual([1, 96]);
    expect(pruned.graph.initializers.get('w2')?.dims).toEqual([96, 3]);
  });

  it('counts heads: those that stay, each as wide as before', async () => {
    const graph = new SmallGraph().input('x', [1, 5, 4]).weight('w', [4, 12]).weight('w2', [12, 4]).node('MatMul', ['x', 'w'], [['h', undefined]])
      .ints('split', [1, 5, 3, 4]).ints('merge', [1, 5, 12]).node('Reshape', ['h', 'split'], [['s', undefined]])
      .node('Transpose', ['s'], [['t', undefined]], { perm: [0, 2, 1, 3] }).node('Softmax', ['t'], [['a', undefined]], { axis: -1 })
      .node('Transpose', ['a'], [['u', undefined]], { perm: [0, 2, 1, 3] }).node('Reshape', ['u', 'merge'], [['m', undefined]])
      .node('MatMul', ['m', 'w2'], [['z', undefined]]).output('z');
    const { numbers, pruned } = await cut(graph.model(), [4], 'h', 2);
    const [split, merge] = pruned.graph.nodes.filter(({ opType }) => opType === 'Reshape');
    expect([numbers(split?.inputs[1]), numbers(merge?.inputs[1])]).toEqual([[1, 5, 2, 4], [1, 5, 8]]);
    expect(pruned.graph.initializers.get('w')?.dims).toEqual([4, 8]);
  });

  it('of Expand is right-aligned, and 1 where the data has the size', async () => {
    const long = await cut(read(conv().ints('space', [1, 8, 16]).node('Reshape', ['h', 'space'], [['r', undefined]])
      .ints('shape', [1, 1, 8, 16]).node('Expand', ['r', 'shape'], [['e', undefined]]).ints('back', [1, 8, 16]).node('Reshape', ['e', 'back'], [['y', undefined]]), 8), [0, 1]);
    expect(long.numbers(long.of('Expand').inputs[1])).toEqual([1, 1, 6, 16]);
    const short = await cut(read(conv().ints('space', [1, 8, 16]).node('Reshape', ['h', 'space'], [['r', undefined]])
      .ints('shape', [1, 16]).node('Expand', ['r', 'shape'], [['y', undefined]]), 8), [0, 1]);
    expect(short.numbers(short.of('Expand').inputs[1])).toEqual([6, 16]);
  });

  it('of ConstantOfShape makes a smaller filled weight', async () => {
    const graph = conv().ints('shape', [2, 8, 1, 1]).node('ConstantOfShape', ['shape'], [['k', undefined]], { value: tensorOf({ ...int64Tensor('', [1]), dataType: 1, data: { kind: 'raw', bytes: new Uint8Array(new Float32Array([0.5]).buffer) } }) })
      .node('Conv', ['h', 'k'], [['z', undefined]]).output('z');
    const { of, numbers } = await cut(graph.model(), [3]);
    expect(numbers(of('ConstantOfShape').inputs[0])).toEqual([2, 7, 1, 1]);
  });

  it('leaves a node alone that it does not concern', async () => {
    const graph = conv().ints('shape', [1, 8, 16]).node('Reshape', ['h', 'shape'], [['y', undefined]]);
    const model = read(graph, 8);
    const prunable = await bench.prunable(model);
    const pruned = applied(prunable, { removed: new Set(), kept: () => null });
    expect(pruned.graph.nodes).toEqual(model.graph.nodes);
    expect([...pruned.graph.initializers.keys()]).toEqual([...model.graph.initializers.keys()]);
  });
});

/** Batch and sequence are open; the shape for the heads is computed from the input. */
function attentionLike(): SmallGraph {
  const graph = new SmallGraph().weight('w', [4, 12]).weight('w2', [12, 4]);
  graph.inputs.push({ name: 'x', elemType: 1, dims: ['batch', 'sequence', 4] });
  return graph.node('MatMul', ['x', 'w'], [['h', undefined]]).node('Shape', ['x'], [['size', undefined]])
    .ints('i0', [0]).ints('i1', [1]).ints('heads', [3]).ints('width', [4]).ints('all', [12])
    .node('Gather', ['size', 'i0'], [['batch', undefined]]).node('Gather', ['size', 'i1'], [['steps', undefined]])
    .node('Concat', ['batch', 'steps', 'heads', 'width'], [['split', undefined]], { axis: 0 })
    .node('Concat', ['batch', 'steps', 'all'], [['merge', undefined]], { axis: 0 })
    .node('Reshape', ['h', 'split'], [['s', undefined]]).node('Softmax', ['s'], [['a', undefined]], { axis: -1 })
    .node('Reshape', ['a', 'merge'], [['m', undefined]]).node('MatMul', ['m', 'w2'], [['z', undefined]]).output('z');
}

describe('a shape computed in the graph', () => {
  it('gets a correction: what changed is set, the rest still comes from the graph', async () => {
    const { pruned, numbers } = await cut(attentionLike().model(), [0], 'h', 2);
    const [mul, add] = ['Mul', 'Add'].map((op) => pruned.graph.nodes.filter(({ opType }) => opType === op));
    expect([mul?.map(({ inputs }) => numbers(inputs[1])), add?.map(({ inputs }) => numbers(inputs[1]))])
      .toEqual([[[1, 1, 0, 1], [1, 1, 0]], [[0, 0, 2, 0], [0, 0, 8]]]);
    expect(pruned.graph.nodes.filter(({ opType }) => opType === 'Reshape').map(({ inputs }) => inputs[1])).toEqual(add?.map(({ outputs }) => outputs[0]));
  });

  it('works at other sizes than those of the proof', async () => {
    const { pruned } = await cut(attentionLike().model(), [8], 'h', 2);
    const outputs = await bench.run(pruned, new Map([['x', { type: 'float32', dims: [3, 7, 4], data: new Float32Array(84).fill(0.1) }]]));
    expect(outputs.get('z')?.dims).toEqual([3, 7, 4]);
  });

  it('keeps an entry that is -1', () => {
    // The batch is open, so the shape is known but not constant.
    const graph = conv().small('shape', [1, 8, -1], false).node('Identity', ['x'], [['shape', [3]]]).node('Reshape', ['h', 'shape'], [['y', [1, 8, 16]]])
      .moves(Array.from({ length: 128 }, (_, i) => i));
    const prunable = analyse(read(graph, 8), graph.facts(), 0);
    const pruned = applied(prunable, cutAt(prunable, 'h', 1, [0]));
    const weights = weightTensors(pruned.graph);
    const [, , mul, add] = pruned.graph.nodes;
    expect([mul?.opType, tensorToNumbers(weights.get(mul?.inputs[1] ?? '') as never)]).toEqual(['Mul', [1, 0, 1]]);
    expect([add?.opType, tensorToNumbers(weights.get(add?.inputs[1] ?? '') as never)]).toEqual(['Add', [0, 7, 0]]);
  });

  it('is refused where it is not known', () => {
    const graph = conv().node('Identity', ['x'], [['shape', [3]]]).node('Reshape', ['h', 'shape'], [['y', [1, 8, 16]]]).moves(Array.from({ length: 128 }, (_, i) => i));
    const prunable = analyse(read(graph, 8), graph.facts(), 0);
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [0]))).toMatchObject([{ reason: 'the shape it is given is not known', operator: 'Reshape' }]);
  });
});

describe('Squeeze without axes', () => {
  it('would drop an axis of which one position is left: refused', async () => {
    const graph = conv().node('GlobalAveragePool', ['h'], [['p', undefined]]).node('Squeeze', ['p'], [['f', undefined]]).weight('b', [8]).node('Mul', ['f', 'b'], [['g', undefined]])
      .ints('shape', [1, 8]).node('Reshape', ['g', 'shape'], [['r', undefined]]).weight('w2', [8, 2]).node('MatMul', ['r', 'w2'], [['z', undefined]]).output('z');
    const prunable = await bench.prunable(graph.model());
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [0, 1]))).toEqual([]);
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [0, 1, 2, 3, 4, 5, 6]))).toMatchObject([{ operator: 'Squeeze', reason: 'it would drop the axis with its last position' }]);
  });
});
