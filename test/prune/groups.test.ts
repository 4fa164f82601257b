/** From classes to groups: what belongs together, how it is named, what is refused. */
import { describe, expect, it } from 'vitest';
import { makeGraph, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { parameterValues } from '../../src/prune/parameter.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { SmallGraph } from '../ops/small-graph.js';

const prunable = (graph: SmallGraph): Prunable => analyse(graph.model(), graph.facts(), 0);
const perceptron = () => new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('b1', [6]).weight('w2', [6, 3])
  .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('Add', ['h', 'b1'], [['a', [1, 6]]]).node('MatMul', ['a', 'w2'], [['y', [1, 3]]]).output('y');

describe('a group', () => {
  it('lists every stored axis with its role, and one position per axis and unit', () => {
    const { groups } = prunable(perceptron()).analysis;
    expect(groups).toHaveLength(1);
    expect(groups[0]?.axes.map(({ tensor, axis, role, node, value, valueAxis }) => [tensor, axis, role, node, value, valueAxis])).toEqual([
      ['w1', 1, 'producer', 0, 'h', 1], ['b1', 0, 'vector', 1, 'h', 1], ['w2', 0, 'consumer', 2, 'a', 1],
    ]);
    expect(groups[0]?.units.map(({ positions }) => positions)).toEqual(Array.from({ length: 6 }, (_, i) => [[i], [i], [i]]));
    expect(groups[0]?.kind).toBe('MatMul');
  });

  it('is named by its first producing node, or that node\'s output where it has no name', () => {
    const graph = perceptron();
    expect(prunable(graph).analysis.groups[0]?.name).toBe('matmul-0');
    graph.nodes[0] = makeNode('MatMul', ['x', 'w1'], ['h']);
    expect(prunable(graph).analysis.groups[0]?.name).toBe('h');
  });

  it('answers to the names of its producing nodes, their outputs and its weights, but not of what reads it', () => {
    expect(prunable(perceptron()).analysis.groups[0]?.aliases).toEqual(['matmul-0', 'h', 'w1', 'b1']);
  });

  it('spans all producers of a residual stream', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('w2', [4, 6]).weight('w3', [6, 3])
      .node('MatMul', ['x', 'w1'], [['a', [1, 6]]]).node('MatMul', ['x', 'w2'], [['b', [1, 6]]]).node('Add', ['a', 'b'], [['s', [1, 6]]])
      .node('MatMul', ['s', 'w3'], [['y', [1, 3]]]).output('y');
    const { groups } = prunable(graph).analysis;
    expect(groups.map(({ name, units }) => [name, units.length])).toEqual([['matmul-0', 6]]);
    expect(groups[0]?.aliases).toContain('matmul-1');
  });

  it('holds wide units: the positions of a whole group of a grouped convolution', () => {
    const graph = new SmallGraph().input('x', [1, 3, 2, 2]).weight('w1', [6, 3, 1, 1]).weight('wg', [4, 3, 1, 1]).weight('w2', [2, 4, 1, 1])
      .node('Conv', ['x', 'w1'], [['h', [1, 6, 2, 2]]]).node('Conv', ['h', 'wg'], [['g', [1, 4, 2, 2]]], { group: 2 })
      .node('Conv', ['g', 'w2'], [['y', [1, 2, 2, 2]]]).output('y');
    const { groups } = prunable(graph).analysis;
    expect(groups[0]?.units.map(({ positions }) => positions)).toEqual([[[0, 1, 2], [0, 1], [0, 1]], [[3, 4, 5], [2, 3], [2, 3]]]);
  });

  it('is split where positions meet different tensors: parts of a Split', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w', [4, 5]).weight('wa', [2, 3]).weight('wb', [3, 3]).ints('sizes', [2, 3])
      .node('MatMul', ['x', 'w'], [['h', [1, 5]]]).node('Split', ['h', 'sizes'], [['a', [1, 2]], ['b', [1, 3]]], { axis: 1 }).moves([0, 1], [2, 3, 4])
      .node('MatMul', ['a', 'wa'], [['ya', [1, 3]]]).node('MatMul', ['b', 'wb'], [['yb', [1, 3]]]).output('ya', 'yb');
    const { groups } = prunable(graph).analysis;
    expect(groups.map(({ name, units }) => [name, units.length])).toEqual([['matmul-0', 2], ['matmul-0#2', 3]]);
  });

  it('needs a weight that makes the channels: a vector alone is none', () => {
    const graph = new SmallGraph().input('x', [1, 6]).weight('a', [6]).weight('b', [6]).node('Add', ['a', 'b'], [['c', [6]]]).node('Add', ['x', 'c'], [['y', [1, 6]]]).output('y');
    expect(prunable(graph).analysis.groups).toEqual([]);
  });

  it('finds a weight behind operators on constants at its origin', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('w2', [3, 6])
      .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('Transpose', ['w2'], [['t', [6, 3]]], { perm: [1, 0] })
      .moves(Array.from({ length: 18 }, (_, i) => (i % 3) * 6 + Math.floor(i / 3))).node('MatMul', ['h', 't'], [['y', [1, 3]]]).output('y');
    expect(prunable(graph).analysis.groups[0]?.axes.map(({ tensor, axis, role }) => [tensor, axis, role])).toEqual([['w1', 1, 'producer'], ['w2', 1, 'consumer']]);
  });
});

describe('a weight that a Reshape gave other axes', () => {
  /** As CNTK exports its last layer: [2, 2, 3] stored, read as [4, 3]; units are channels of two positions each. */
  const graph = () => new SmallGraph().input('x', [1, 1, 1, 2]).weight('w1', [2, 1, 1, 1]).weight('w2', [2, 2, 3]).ints('flat', [1, 4]).ints('matrix', [4, 3])
    .node('Conv', ['x', 'w1'], [['h', [1, 2, 1, 2]]]).node('Reshape', ['h', 'flat'], [['f', [1, 4]]]).moves([0, 1, 2, 3])
    .node('Reshape', ['w2', 'matrix'], [['m', [4, 3]]]).moves(Array.from({ length: 12 }, (_, i) => i)).node('MatMul', ['f', 'm'], [['y', [1, 3]]]).output('y');

  it('is a consumer as the operator sees it', () => {
    const [group] = prunable(graph()).analysis.groups;
    expect(group?.axes.map(({ tensor, axis, role, value }) => [tensor, axis, role, value])).toEqual([['w1', 0, 'producer', 'h'], ['m', 0, 'consumer', 'f']]);
    expect(group?.units.map(({ positions }) => positions)).toEqual([[[0], [0, 1]], [[1], [2, 3]]]);
  });

  it('has the stored numbers, moved', () => {
    const given = graph().node('Transpose', ['m'], [['t', [3, 4]]], { perm: [1, 0] }).moves(Array.from({ length: 12 }, (_, i) => (i % 4) * 3 + Math.floor(i / 4)));
    const stored = parameterValues(prunable(given), 'w2').data;
    expect(parameterValues(prunable(given), 'm')).toEqual({ data: stored, dims: [4, 3] });
    expect([...parameterValues(prunable(given), 't').data]).toEqual(Array.from({ length: 12 }, (_, i) => stored[(i % 4) * 3 + Math.floor(i / 4)]));
  });

  it('filled with one value counts as ones', () => {
    const filled = new SmallGraph().input('x', [1, 4]).ints('shape', [4, 2]).node('ConstantOfShape', ['shape'], [['c', [4, 2]]]).node('MatMul', ['x', 'c'], [['y', [1, 2]]]).output('y');
    expect([...parameterValues(prunable(filled), 'c').data]).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('refusals', () => {
  it('name the producer, the reason, the operator and node behind it, and the units', () => {
    const graph = perceptron().node('Unique', ['a'], [['c', [1, 6]]]).output('c');
    const { groups, refusals } = prunable(graph).analysis;
    expect(groups).toEqual([]);
    expect(refusals).toEqual([
      { name: 'matmul-0', reason: 'no rule for Unique', operator: 'Unique', node: 'unique-3', units: 6 },
      { name: 'matmul-2', reason: 'it is an output of the model', operator: 'graph', node: 'y', units: 3 },
    ]);
  });

  it('name a node whose layers lie in a subgraph', () => {
    const body = makeGraph({ nodes: [makeNode('MatMul', ['x', 'w1'], ['out'])], inputs: [], outputs: [makeValueInfo('out', 1, null)] });
    const branch = { kind: 'graph', value: body } as const;
    const graph = new SmallGraph().input('x', [1, 4]).input('c', [], 9).weight('w1', [4, 6]).node('If', ['c'], [['y', [1, 6]]], { then_branch: branch, else_branch: branch }).output('y');
    expect(prunable(graph).analysis.refusals).toEqual([{ name: 'if-0', reason: 'its layers lie in a subgraph, which is not analysed', operator: 'If', node: 'if-0', units: 0 }]);
  });

  it('tell apart channels of one producer that are frozen for different reasons', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w', [4, 5]).ints('sizes', [2, 3])
      .node('MatMul', ['x', 'w'], [['h', [1, 5]]]).node('Split', ['h', 'sizes'], [['a', [1, 2]], ['b', [1, 3]]], { axis: 1 }).moves([0, 1], [2, 3, 4])
      .node('Unique', ['b'], [['c', [1, 3]]]).output('a', 'c');
    expect(prunable(graph).analysis.refusals.map(({ reason, units }) => [reason, units])).toEqual([['it is an output of the model', 2], ['no rule for Unique', 3]]);
  });
});

it('gives equal analyses for equal models', () => {
  expect(prunable(perceptron()).analysis).toEqual(prunable(perceptron()).analysis);
});
