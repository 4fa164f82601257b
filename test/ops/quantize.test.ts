/** Quantisation: scales and zero points per tensor follow nothing, those along an axis are sliced with it. */
import { describe, expect, it } from 'vitest';
import { DataType } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const int8 = (name: string, dims: readonly number[]) =>
  makeTensor(name, DataType.INT8, dims, Int8Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => ((i * 37) % 255) - 127));
const int8Zeros = (name: string, dims: readonly number[]) => makeTensor(name, DataType.INT8, dims, new Int8Array(dims.reduce((a, b) => a * b, 1)));
const scales = (name: string, dims: readonly number[]) =>
  makeTensor(name, DataType.FLOAT, dims, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => 0.01 + i / 1000));

/** A quantised weight with a scale per output channel, read through DequantizeLinear; activations quantised per tensor. */
function qdq(): SmallGraph {
  return new SmallGraph().input('x', [1, 3, 4, 4])
    .tensor(int8('q1', [8, 3, 1, 1])).tensor(scales('s1', [8])).tensor(int8Zeros('z1', [8]))
    .tensor(int8('q2', [5, 8, 1, 1])).tensor(scales('s2', [5])).tensor(int8Zeros('z2', [5]))
    .tensor(scales('sa', [])).tensor(int8Zeros('za', []))
    .node('DequantizeLinear', ['q1', 's1', 'z1'], [['w1', [8, 3, 1, 1]]], { axis: 0 })
    .node('Conv', ['x', 'w1'], [['h', [1, 8, 4, 4]]])
    .node('QuantizeLinear', ['h', 'sa', 'za'], [['hq', [1, 8, 4, 4]]])
    .node('DequantizeLinear', ['hq', 'sa', 'za'], [['hd', [1, 8, 4, 4]]])
    .node('DequantizeLinear', ['q2', 's2', 'z2'], [['w2', [5, 8, 1, 1]]], { axis: 0 })
    .node('Conv', ['hd', 'w2'], [['y', [1, 5, 4, 4]]]).output('y');
}

describe('QDQ', () => {
  it('ties the stored integers, their scales and zero points to the channels', () => {
    const view = qdq().couple();
    expect(view.classes('s1', 0)).toEqual(view.classes('q1', 0));
    expect(view.classes('z1', 0)).toEqual(view.classes('q1', 0));
    expect(view.classes('q2', 1)).toEqual(view.classes('q1', 0));
    expect(view.isFree('q1', 0)).toBe(true);
    expect(view.classes('hd', 1)).toEqual(view.classes('h', 1));
  });

  const bench = useWorkbench();
  it('can be cut, and is proven on its float twin', async () => {
    const { pruned, proof, prunable } = await bench.cutAndProve(qdq().model(), 'h', 1, [0, 3, 5]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    expect(pruned.graph.initializers.get('q1')?.dims).toEqual([5, 3, 1, 1]);
    expect(pruned.graph.initializers.get('s1')?.dims).toEqual([5]);
    expect(pruned.graph.initializers.get('z1')?.dims).toEqual([5]);
    expect(pruned.graph.initializers.get('s2')?.dims).toEqual([5]);
    expect(prunable.analysis.groups[0]?.axes.map(({ tensor, role }) => `${role} ${tensor}`)).toContain('producer q1');
  });
});

describe('one quantised activation', () => {
  const live = () => new SmallGraph().input('x', [1, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['h', [1, 6]]]);

  it('with a scale along an axis that is inert keeps that scale', () => {
    const view = new SmallGraph().input('x', [1, 6]).tensor(scales('s', [6])).node('QuantizeLinear', ['x', 's'], [['y', [1, 6]]], { axis: 1 }).couple();
    expect(view.reasons('s', 0)).toEqual(['it scales an axis that cannot be pruned']);
  });

  it('with a scale along a live axis: the default axis is 1, negative ones count from the end', () => {
    for (const attributes of [{}, { axis: -1 }]) {
      const view = live().tensor(scales('s', [6])).node('QuantizeLinear', ['h', 's'], [['y', [1, 6]]], attributes).couple();
      expect(view.classes('s', 0)).toEqual(view.classes('w', 1));
    }
  });

  it('freezes where its scale is computed from the input, or cannot be sliced', () => {
    const computed = live().input('s', [6]).node('QuantizeLinear', ['h', 's'], [['y', [1, 6]]]).couple();
    expect(computed.reasons('w', 1)).toEqual(['its scale cannot be sliced']);
    const opaque = live().tensor(scales('t', [6])).node('CumSum', ['t'], [['s', [6]]]).node('QuantizeLinear', ['h', 's'], [['y', [1, 6]]]).couple();
    expect(opaque.reasons('w', 1)).toEqual(['its scale cannot be sliced']);
  });

  it('in blocks is left alone', () => {
    const view = live().tensor(scales('s', [1, 3])).node('QuantizeLinear', ['h', 's'], [['y', [1, 6]]], { block_size: 2 }).couple();
    expect(view.reasons('w', 1)).toEqual(['it is quantised in blocks']);
  });
});

it.each(['DynamicQuantizeLinear', 'QLinearConv', 'ConvInteger'])('%s has no rule: it freezes and says so', (op) => {
  const view = new SmallGraph().input('x', [1, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['h', [1, 6]]]).node(op, ['h'], [['y', [1, 6]]]).couple();
  expect(view.reasons('w', 1)).toEqual([`no rule for ${op}`]);
});
