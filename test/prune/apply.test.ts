/** Applying a cut: everything is checked first, the dense model never changes, declarations follow. */
import { describe, expect, it } from 'vitest';
import { makeNode, makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { encodeModel } from '../../src/onnx/write.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { weightTensors } from '../../src/onnx/constants.js';
import { analyse } from '../../src/prune/prunable.js';
import { makeCut } from '../../src/prune/cut.js';
import { SmallGraph } from '../ops/small-graph.js';
import { applied, cutAt, obstaclesOf, useWorkbench } from './workbench.js';

const bench = useWorkbench();

const perceptron = () => new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('b1', [6]).weight('w2', [6, 3])
  .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('Add', ['h', 'b1'], [['a', [1, 6]]]).node('MatMul', ['a', 'w2'], [['y', [1, 3]]]).output('y');
const prunable = (model: Model, graph: SmallGraph) => analyse(model, graph.facts(), 0);

it('slices every weight of the unit and leaves the dense model as it was', () => {
  const graph = perceptron();
  const model = graph.model();
  const before = encodeModel(model);
  const given = prunable(model, graph);
  const pruned = applied(given, cutAt(given, 'h', 1, [0, 2]));
  expect([...pruned.graph.initializers].map(([name, { dims }]) => [name, dims])).toEqual([['w1', [4, 4]], ['b1', [4]], ['w2', [4, 3]]]);
  expect(Buffer.compare(encodeModel(model), before)).toBe(0);
  const [dense, sliced] = [model, pruned].map(({ graph: { initializers } }) => initializers.get('b1')?.data);
  const numbers = (data: typeof dense) => (data?.kind === 'raw' ? [...new Float32Array(data.bytes.slice().buffer)] : []);
  expect(numbers(sliced)).toEqual([1, 3, 4, 5].map((i) => numbers(dense)[i]));
});

it('of no unit gives the same bytes', () => {
  const graph = perceptron();
  const model = graph.model();
  const given = prunable(model, graph);
  expect(Buffer.compare(encodeModel(applied(given, makeCut(given.coupling, given.analysis, { removed: new Map() }))), encodeModel(model))).toBe(0);
});

it('declared shapes follow: value infos, and weights listed among the inputs', () => {
  const graph = perceptron();
  graph.inputs.push(makeValueInfo('w1', DataType.FLOAT, [4, 6]), makeValueInfo('b1', DataType.FLOAT, null));
  const model = { ...graph.model({ irVersion: 3 }) };
  const declared: Model = { ...model, graph: { ...model.graph, valueInfos: [makeValueInfo('h', DataType.FLOAT, ['batch', 6]), makeValueInfo('a', DataType.FLOAT, null)] } };
  const given = prunable(declared, graph);
  const pruned = applied(given, cutAt(given, 'h', 1, [5]));
  expect(pruned.graph.inputs.map(({ name, dims }) => [name, dims])).toEqual([['x', [1, 4]], ['w1', [4, 5]], ['b1', null]]);
  expect(pruned.graph.valueInfos.map(({ name, dims }) => [name, dims])).toEqual([['h', ['batch', 5]], ['a', null]]);
  expect(pruned.graph.outputs).toEqual(declared.graph.outputs);
});

it('slices weights held in Constant nodes, one or several with the same inner name', async () => {
  const float = (dims: readonly number[]) => tensorOf(makeTensor('value', DataType.FLOAT, dims, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i))));
  const graph = new SmallGraph().input('x', [1, 4]).node('Constant', [], [['w1', [4, 6]]], { value: float([4, 6]) }).node('Constant', [], [['w2', [6, 3]]], { value: float([6, 3]) })
    .node('MatMul', ['x', 'w1'], [['h', undefined]]).node('MatMul', ['h', 'w2'], [['y', undefined]]).output('y');
  const { pruned, proof } = await bench.cutAndProve(graph.model(), 'h', 1, [0, 1, 2]);
  expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  expect([...weightTensors(pruned.graph).values()].map(({ dims }) => dims)).toEqual([[4, 3], [3, 3]]);
});

describe('obstacles', () => {
  it('an axis that would lose its last position', () => {
    const graph = perceptron();
    const given = prunable(graph.model(), graph);
    const everything = makeCut(given.coupling, given.analysis, { removed: new Map([['matmul-0', [0, 1, 2, 3, 4, 5]]]) });
    expect(obstaclesOf(given, everything)[0]).toMatchObject({ reason: 'nothing would be left along one of its axes', operator: 'value' });
  });

  it('a weight whose elements are no whole bytes', () => {
    const graph = new SmallGraph().input('x', [1, 4]).tensor(makeTensor('q', DataType.INT4, [4, 6], new Uint8Array(12))).weight('s', []).weight('w2', [6, 3])
      .node('DequantizeLinear', ['q', 's'], [['w1', [4, 6]]]).node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y');
    const given = prunable(graph.model({ opset: 21 }), graph);
    expect(obstaclesOf(given, cutAt(given, 'h', 1, [0]))).toEqual([{ reason: 'its element type cannot be sliced', operator: 'initializer', node: 'q', values: ['q'] }]);
  });

  it('are all found before anything is made', () => {
    const graph = perceptron();
    const model = graph.model();
    const given = { ...prunable(model, graph), tensors: new Map() };
    expect(obstaclesOf(given, cutAt(given, 'h', 1, [0])).map(({ node }) => node)).toEqual(['w1', 'b1', 'w2']);
  });
});

it('names what it adds so that nothing collides', () => {
  const graph = new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('w2', [6, 3]).ints('shape', [1, 6, 1]).ints('back', [1, 6])
    .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('Reshape', ['h', 'shape'], [['shape_pruned', [1, 6, 1]]]).moves([0, 1, 2, 3, 4, 5])
    .node('Reshape', ['shape_pruned', 'back'], [['shape_pruned_1', [1, 6]]]).moves([0, 1, 2, 3, 4, 5]).node('MatMul', ['shape_pruned_1', 'w2'], [['y', [1, 3]]]).output('y');
  const given = prunable(graph.model(), graph);
  const pruned = applied(given, cutAt(given, 'h', 1, [0]));
  const names = [...pruned.graph.initializers.keys(), ...pruned.graph.nodes.flatMap(({ outputs }) => outputs), ...pruned.graph.inputs.map(({ name }) => name)];
  expect(new Set(names).size).toBe(names.length);
  expect(pruned.graph.nodes[1]?.inputs[1]).toBe('shape_pruned_2');
});

it('keeps what it does not understand: other domains, attributes, metadata behind the wire', () => {
  const graph = perceptron();
  graph.nodes.push(makeNode('Mystery', ['x'], ['m'], { domain: 'com.example' }));
  const model = { ...graph.model(), wire: { anything: 1 } };
  const given = prunable(model, graph);
  const pruned = applied(given, cutAt(given, 'h', 1, [0]));
  expect(pruned.wire).toBe(model.wire);
  expect(pruned.graph.nodes.at(-1)).toBe(graph.nodes.at(-1));
});
