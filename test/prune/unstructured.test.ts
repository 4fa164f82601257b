/** Magnitude pruning: exact counts, ties, types, patterns. */
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { weightTensors } from '../../src/onnx/constants.js';
import { makeTensor, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { pruneUnstructured } from '../../src/prune/unstructured.js';
import type { UnstructuredStep } from '../../src/policy/types.js';
import { SmallGraph } from '../ops/small-graph.js';

const STEP: UnstructuredStep = { method: 'unstructured', criterion: 'magnitude', scope: 'global', sparsity: 0.5, pattern: undefined, block: undefined, repair: [], keep: [], only: undefined, store: 'dense' };
const matrix = (name: string, dims: readonly number[], data: readonly number[], type: number = DataType.FLOAT) => makeTensor(name, type, dims, Float32Array.from(data));
const values = (model: Model, name: string): number[] => [...tensorToFloat32(weightTensors(model.graph).get(name) as never)];

/** Two products and a bias; w1 holds small weights, w2 large ones. */
const model = () => new SmallGraph().input('x', [1, 2])
  .tensor(matrix('w1', [2, 3], [0.1, -0.2, 0.3, -0.4, 0.5, 0.6])).tensor(matrix('b', [3], [0.001, 0.002, 0.003]))
  .tensor(matrix('w2', [3, 2], [1, 2, -3, 4, 5, -6]))
  .node('MatMul', ['x', 'w1'], [['h', [1, 3]]]).node('Add', ['h', 'b'], [['a', [1, 3]]]).node('MatMul', ['a', 'w2'], [['y', [1, 2]]]).output('y').model();

describe('scope', () => {
  it('global zeroes the smallest weights of the model', () => {
    const { model: pruned, tensors } = pruneUnstructured(model(), STEP);
    expect(values(pruned, 'w1')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(values(pruned, 'w2')).toEqual([1, 2, -3, 4, 5, -6]);
    expect(tensors).toEqual([{ name: 'w1', elements: 6, zeros: 6 }, { name: 'w2', elements: 6, zeros: 0 }]);
  });

  it('layer zeroes the same share of each', () => {
    const { model: pruned } = pruneUnstructured(model(), { ...STEP, scope: 'layer' });
    expect(values(pruned, 'w1').map((value) => value === 0)).toEqual([true, true, true, false, false, false]);
    expect(values(pruned, 'w2')).toEqual([0, 0, 0, 4, 5, -6]);
  });

  it('leaves biases and the dense model alone', () => {
    const dense = model();
    const { model: pruned } = pruneUnstructured(dense, { ...STEP, sparsity: 1 });
    expect(values(pruned, 'b')).toEqual(values(dense, 'b'));
    expect(values(pruned, 'w2')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(values(dense, 'w2')).toEqual([1, 2, -3, 4, 5, -6]);
  });
});

describe('the number of zeros', () => {
  const ones = (count: number, type?: number) => new SmallGraph().input('x', [1, 1]).tensor(matrix('w', [1, count], Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1)), type))
    .node('MatMul', ['x', 'w'], [['y', [1, count]]]).output('y').model();

  it.each([[10, 0.5, 5], [10, 0.25, 3], [10, 0.04, 0], [1000, 0.9, 900], [7, 1, 7], [3, 0.5, 2]])('of %i at %f is %i, all ties', (count, sparsity, zeros) => {
    const { model: pruned, tensors } = pruneUnstructured(ones(count), { ...STEP, sparsity });
    const found = values(pruned, 'w');
    expect(found.filter((value) => value === 0)).toHaveLength(zeros);
    // Ties go in order.
    expect(found.slice(0, zeros).every((value) => value === 0)).toBe(true);
    expect(tensors.reduce((sum, tensor) => sum + tensor.zeros, 0)).toBe(zeros);
  });

  it('counts those that were zero before', () => {
    const graph = new SmallGraph().input('x', [1, 1]).tensor(matrix('w', [1, 4], [0, -0, 3, 4])).node('MatMul', ['x', 'w'], [['y', [1, 4]]]).output('y');
    expect(pruneUnstructured(graph.model(), { ...STEP, sparsity: 0.25 }).tensors).toEqual([{ name: 'w', elements: 4, zeros: 2 }]);
  });

  it.each([['FLOAT16', DataType.FLOAT16], ['BFLOAT16', DataType.BFLOAT16], ['DOUBLE', DataType.DOUBLE]] as const)('is exact in %s, whose other weights keep their bits', (_, type) => {
    const data = [0.5, -0.25, 2, -4, 0.125, 8];
    const graph = new SmallGraph().input('x', [1, 1], type).tensor(matrix('w', [1, 6], data, type)).node('MatMul', ['x', 'w'], [['y', [1, 6]]]).output('y');
    const { model: pruned } = pruneUnstructured(graph.model(), STEP);
    expect(values(pruned, 'w')).toEqual([0, 0, 2, -4, 0, 8]);
    expect(pruned.graph.initializers.get('w')?.dataType).toBe(type);
  });
});

describe('which weights', () => {
  it('are those of Conv, ConvTranspose, Gemm and MatMul, in Constant nodes too', () => {
    const graph = new SmallGraph().input('x', [1, 2, 4, 4]).weight('wc', [4, 2, 1, 1]).weight('wt', [4, 2, 1, 1]).weight('table', [9, 3])
      .node('Constant', [], [['wg', [32, 5]]], { value: tensorOf(matrix('', [32, 5], Array.from({ length: 160 }, (_, i) => i))) })
      .node('Conv', ['x', 'wc'], [['c', [1, 4, 4, 4]]]).node('ConvTranspose', ['c', 'wt'], [['t', [1, 2, 4, 4]]]).node('Flatten', ['t'], [['f', [1, 32]]])
      .node('Gemm', ['f', 'wg'], [['g', [1, 5]]]).input('i', [1], 7).node('Gather', ['table', 'i'], [['e', [1, 3]]]).output('g', 'e');
    const { tensors, model: pruned } = pruneUnstructured(graph.model(), { ...STEP, scope: 'layer' });
    expect(tensors.map(({ name, zeros }) => [name, zeros])).toEqual([['wc', 4], ['wt', 4], ['wg', 80]]);
    expect(values(pruned, 'wg').slice(78, 82)).toEqual([0, 0, 80, 81]);
  });

  it('follow keep and only, by node, output or weight', () => {
    const names = (changes: Partial<UnstructuredStep>) => pruneUnstructured(model(), { ...STEP, ...changes }).tensors.map(({ name }) => name);
    expect(names({ keep: ['w1'] })).toEqual(['w2']);
    expect(names({ keep: ['matmul-0'] })).toEqual(['w2']);
    expect(names({ only: ['y'] })).toEqual(['w2']);
    expect(names({ only: ['matmul-*'], keep: ['w2'] })).toEqual(['w1']);
    expect(() => names({ keep: ['w3'] })).toThrow(expect.objectContaining({ code: 'pattern-unmatched' }));
  });

  it('leave a shared weight that any of its users keeps', () => {
    const graph = new SmallGraph().input('x', [1, 3]).weight('w', [3, 3]).node('MatMul', ['x', 'w'], [['h', [1, 3]]]).node('MatMul', ['h', 'w'], [['y', [1, 3]]]).output('y');
    expect(pruneUnstructured(graph.model(), { ...STEP, keep: ['matmul-1'] }).tensors).toEqual([]);
    expect(pruneUnstructured(graph.model(), STEP).tensors).toHaveLength(1);
  });
});
