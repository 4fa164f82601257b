/** The float twin of half-precision and quantised models. */
import { describe, expect, it } from 'vitest';
import { sharedData, hasSharedData } from '../shared-data.js';
import { intOf, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { makeTensor, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { weightTensors } from '../../src/onnx/constants.js';
import { floatTwin, needsTwin, realValues } from '../../src/prune/twin.js';
import { SmallGraph } from '../ops/small-graph.js';
import { useWorkbench } from './workbench.js';

const bench = useWorkbench();
const half = (name: string, dims: readonly number[]) =>
  makeTensor(name, DataType.FLOAT16, dims, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i * 7 + name.length)));
const int8 = (name: string, dims: readonly number[], data: readonly number[]) => makeTensor(name, DataType.INT8, dims, Int8Array.from(data));
const float = (name: string, dims: readonly number[], data: readonly number[]) => makeTensor(name, DataType.FLOAT, dims, Float32Array.from(data));

/** float16 in and out, with a Cast in between. */
const halfModel = (): Model => {
  const graph = new SmallGraph().input('x', [1, 3, 4, 4], DataType.FLOAT16).tensor(half('w1', [8, 3, 3, 3])).tensor(half('b1', [8])).tensor(half('w2', [4, 8, 1, 1]))
    .node('Conv', ['x', 'w1', 'b1'], [['h', undefined]]).node('Cast', ['h'], [['f', undefined]], { to: intOf(DataType.FLOAT) })
    .node('Relu', ['f'], [['r', undefined]]).node('Cast', ['r'], [['c', undefined]], { to: intOf(DataType.FLOAT16) })
    .node('Conv', ['c', 'w2'], [['y', undefined]]).output('y');
  const model = graph.model();
  return { ...model, graph: { ...model.graph, outputs: [{ name: 'y', elemType: DataType.FLOAT16, dims: null }] } };
};

describe('of a half-precision model', () => {
  it('computes in float32 throughout: weights, declarations, Cast targets', () => {
    const twin = floatTwin(halfModel());
    expect(needsTwin(halfModel())).toBe(true);
    expect(needsTwin(twin)).toBe(false);
    expect([...twin.graph.initializers.values()].map(({ dataType }) => dataType)).toEqual([1, 1, 1]);
    expect(twin.graph.inputs[0]?.elemType).toBe(DataType.FLOAT);
    expect(twin.graph.nodes[3]?.attributes.get('to')).toEqual(intOf(DataType.FLOAT));
  });

  it('gives its values nearly', async () => {
    const outputs = await bench.run(floatTwin(halfModel()), new Map([['x', { type: 'float32', dims: [1, 3, 4, 4], data: new Float32Array(48).fill(0.5) }]]));
    expect(outputs.get('y')?.type).toBe('float32');
  });

  it('proves the cut of the half-precision model, whose weights stay half', async () => {
    const { result } = await bench.prune(halfModel());
    expect(result.proof).toMatchObject({ holds: true, mismatch: undefined });
    expect(result.model.graph.initializers.get('w1')).toMatchObject({ dataType: DataType.FLOAT16, dims: [4, 3, 3, 3] });
    expect(result.proof.values).toBeGreaterThan(3);
  });
});

it('of a double-precision model proves its cut, fed doubles', async () => {
  const double = (name: string, dims: readonly number[]) =>
    makeTensor(name, DataType.DOUBLE, dims, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i + name.length)));
  const model = new SmallGraph().input('x', [1, 4], DataType.DOUBLE).tensor(double('w1', [4, 6])).tensor(double('weight2', [6, 3]))
    .node('MatMul', ['x', 'w1'], [['h', undefined]]).node('MatMul', ['h', 'weight2'], [['y', undefined]]).output('y').model();
  const { result } = await bench.prune({ ...model, graph: { ...model.graph, outputs: [{ name: 'y', elemType: DataType.DOUBLE, dims: null }] } });
  expect(result.proof).toMatchObject({ holds: true, mismatch: undefined });
});

describe('of a quantised model', () => {
  const graph = () => new SmallGraph().input('x', [1, 2])
    .tensor(int8('q', [2, 3], [1, 2, 3, -4, 5, 127])).tensor(float('s', [3], [0.5, 1, 2])).tensor(int8('z', [3], [1, 0, -1]))
    .tensor(float('sx', [], [0.1])).tensor(int8('zx', [], [3]))
    .node('QuantizeLinear', ['x', 'sx', 'zx'], [['xq', undefined]]).node('DequantizeLinear', ['xq', 'sx', 'zx'], [['xd', undefined]])
    .node('DequantizeLinear', ['q', 's', 'z'], [['w', undefined]], { axis: 1 }).node('MatMul', ['xd', 'w'], [['y', undefined]]).output('y');

  it('holds dequantised weights under the names of their nodes, and passes activations through', () => {
    const twin = floatTwin(graph().model());
    expect(twin.graph.nodes.map(({ opType }) => opType)).toEqual(['Identity', 'Identity', 'Constant', 'MatMul']);
    expect(twin.graph.nodes.map(({ name, outputs }) => [name, outputs])).toEqual(graph().nodes.map(({ name, outputs }) => [name, outputs]));
    // (q - zero point) * scale, per column.
    expect([...tensorToFloat32(weightTensors(twin.graph).get('w') as never)]).toEqual([0, 2, 8, -2.5, 5, 256]);
  });

  it('takes one scale for the whole tensor, and no zero point for zero', () => {
    const single = new SmallGraph().input('x', [1, 2]).tensor(int8('q', [2, 2], [1, 2, 3, -4])).tensor(float('s', [], [0.5]))
      .node('DequantizeLinear', ['q', 's'], [['w', undefined]]).node('MatMul', ['x', 'w'], [['y', undefined]]).output('y').model();
    expect([...tensorToFloat32(weightTensors(floatTwin(single).graph).get('w') as never)]).toEqual([0.5, 1, 1.5, -2]);
  });

  it('agrees with what onnxruntime makes of the weights', async () => {
    const model = graph().model();
    const whole = { ...model, graph: { ...model.graph, outputs: [{ name: 'w', elemType: 1, dims: null }] } };
    const outputs = await bench.run(whole, new Map([['x', { type: 'float32', dims: [1, 2], data: new Float32Array(2) }]]));
    expect(outputs.get('w')?.data).toEqual(tensorToFloat32(weightTensors(floatTwin(model).graph).get('w') as never));
  });

  it('gives criteria the real numbers', () => {
    const model = graph().model();
    const stored = weightTensors(model.graph);
    expect([...realValues(model, stored.get('q') as never, stored)]).toEqual([0, 2, 8, -2.5, 5, 256]);
    expect([...realValues(model, stored.get('s') as never, stored)]).toEqual([0.5, 1, 2]);
  });

  it('also where the integers lie in a Constant node', () => {
    const constant = new SmallGraph().input('x', [1, 2]).tensor(float('s', [], [0.5]))
      .node('Constant', [], [['q', undefined]], { value: tensorOf(int8('', [2, 2], [1, 2, 3, -4])) })
      .node('DequantizeLinear', ['q', 's'], [['w', undefined]]).node('MatMul', ['x', 'w'], [['y', undefined]]).output('y').model();
    const stored = weightTensors(constant.graph);
    expect([...realValues(constant, stored.get('q') as never, stored)]).toEqual([0.5, 1, 1.5, -2]);
    expect([...tensorToFloat32(weightTensors(floatTwin(constant).graph).get('w') as never)]).toEqual([0.5, 1, 1.5, -2]);
  });
});

it('of a float model is the model itself', () => {
  const model = new SmallGraph().input('x', [1, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['y', undefined]]).output('y').model();
  expect(floatTwin(model)).toBe(model);
});

it.skipIf(!hasSharedData).each(['mnist/cnn-max2-qdq-int8.onnx', 'cifar10-models/resnet20-qdq-int8.onnx'])('proves the cut of a trained int8 model (needs the shared data): %s', async (file) => {
  const { result } = await bench.prune(await readModel(sharedData(file)));
  expect(result.proof).toMatchObject({ holds: true, mismatch: undefined });
});
