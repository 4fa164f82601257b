/** Gemm in all four transposes, MatMul with the constant on either side, products of activations. */
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/onnx/ir.js';
import { ruleFor } from '../../src/ops/registry.js';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

/** MatMul makes `h` [2, 6] (or its transpose), Gemm reads it. */
function behindGemm(transA: number, transB: number): SmallGraph {
  const graph = new SmallGraph().weight('w2', transB === 1 ? [5, 6] : [6, 5]).weight('c', [5]);
  if (transA === 0) graph.input('x', [2, 4]).weight('w1', [4, 6]).node('MatMul', ['x', 'w1'], [['h', [2, 6]]]);
  else graph.input('x', [4, 2]).weight('w1', [6, 4]).node('MatMul', ['w1', 'x'], [['h', [6, 2]]]);
  return graph.node('Gemm', ['h', 'w2', 'c'], [['g', [2, 5]]], { transA, transB })
    .weight('w3', [5, 3]).node('MatMul', ['g', 'w3'], [['y', [2, 3]]]).output('y');
}

describe.each([[0, 0], [0, 1], [1, 0], [1, 1]])('Gemm with transA %i, transB %i', (transA, transB) => {
  const [inner, columns] = transB === 1 ? [1, 0] : [0, 1];
  const [made, read] = transA === 1 ? [0, 0] : [1, 1];

  it('reads along the contracted axis and makes its columns', () => {
    const view = behindGemm(transA, transB).couple();
    expect(view.classes('w2', inner)).toEqual(view.classes('w1', made));
    expect(view.classes('w2', columns)).toEqual(view.classes('w3', 0));
    expect(view.classes('c', 0)).toEqual(view.classes('g', 1));
    expect(view.isFree('w2', inner) && view.isFree('w2', columns)).toBe(true);
    expect(view.roles('w2')).toEqual([`consumer ${String(inner)} -> h ${String(read)}`, `producer ${String(columns)} -> g 1`]);
    expect(view.roles('c')).toEqual(['vector 0 -> g 1']);
  });

  const bench = useWorkbench();
  it('can be cut at both', async () => {
    const model = behindGemm(transA, transB).model();
    for (const [value, axis, positions] of [['h', read, [0, 4]], ['g', 1, [1, 2, 4]]] as const) {
      const { proof, pruned } = await bench.cutAndProve(model, value, axis, positions);
      expect(proof).toMatchObject({ holds: true, mismatch: undefined });
      expect(pruned.graph.initializers.get('w2')?.dims).not.toEqual(model.graph.initializers.get('w2')?.dims);
    }
  });
});

describe('Gemm', () => {
  it('keeps a bias that broadcasts: [1, n] follows the columns, a scalar and [m, 1] follow nothing', () => {
    const graph = (dims: readonly number[]) => new SmallGraph().input('x', [2, 4]).weight('w', [4, 6]).weight('c', dims).weight('v', [6, 3])
      .node('Gemm', ['x', 'w', 'c'], [['h', [2, 6]]]).node('MatMul', ['h', 'v'], [['y', [2, 3]]]).couple();
    expect(graph([1, 6]).classes('c', 1)).toEqual(graph([1, 6]).classes('w', 1));
    expect(graph([]).isFree('w', 1)).toBe(true);
    expect(graph([1]).isFree('w', 1)).toBe(true);
    expect(graph([2, 1]).reasons('c', 0)).toEqual(['a bias row belongs to a sample']);
    expect(graph([2, 1]).isFree('w', 1)).toBe(true);
  });

  it('freezes columns whose bias is computed from the input, or cannot be sliced', () => {
    const graph = () => new SmallGraph().input('x', [2, 4]).weight('w', [4, 6]).weight('t', [6]).weight('v', [6, 3]);
    const computed = graph().input('c', [6]).node('Gemm', ['x', 'w', 'c'], [['h', [2, 6]]]).node('MatMul', ['h', 'v'], [['y', [2, 3]]]);
    expect(computed.couple().reasons('w', 1)).toEqual(['its bias is computed from the input']);
    const opaque = graph().node('CumSum', ['t'], [['c', [6]]]).node('Gemm', ['x', 'w', 'c'], [['h', [2, 6]]]).node('MatMul', ['h', 'v'], [['y', [2, 3]]]);
    expect(opaque.couple().reasons('w', 1)).toEqual(['its bias cannot be sliced']);
  });

  it('leaves a product alone whose second operand is not constant', () => {
    const graph = new SmallGraph().input('x', [2, 4]).weight('w', [4, 6]).input('z', [6, 3])
      .node('MatMul', ['x', 'w'], [['h', [2, 6]]]).node('Gemm', ['h', 'z'], [['y', [2, 3]]]);
    expect(graph.couple().reasons('w', 1)).toEqual(['only a constant second operand can be sliced']);
  });
});

describe('MatMul', () => {
  it('with the constant on the right makes columns, whatever the rank', () => {
    const view = new SmallGraph().input('x', [2, 3, 4]).weight('w', [4, 6]).weight('v', [6, 5])
      .node('MatMul', ['x', 'w'], [['h', [2, 3, 6]]]).node('MatMul', ['h', 'v'], [['y', [2, 3, 5]]]).couple();
    expect(view.classes('v', 0)).toEqual(view.classes('w', 1));
    expect(view.roles('w')).toEqual(['consumer 0 -> x 2', 'producer 1 -> h 2']);
  });

  it('with the constant on the left makes rows', () => {
    const view = new SmallGraph().input('x', [2, 4, 3]).weight('w', [6, 4]).weight('v', [5, 6])
      .node('MatMul', ['w', 'x'], [['h', [2, 6, 3]]]).node('MatMul', ['v', 'h'], [['y', [2, 5, 3]]]).couple();
    expect(view.classes('v', 1)).toEqual(view.classes('w', 0));
    expect(view.isFree('w', 0)).toBe(true);
    expect(view.roles('w')).toEqual(['consumer 1 -> x 1', 'producer 0 -> h 1']);
  });

  it('freezes the axis that two activations contract', () => {
    const graph = new SmallGraph().input('x', [2, 3, 4]).weight('wq', [4, 6]).weight('wk', [4, 6])
      .node('MatMul', ['x', 'wq'], [['q', [2, 3, 6]]]).node('MatMul', ['x', 'wk'], [['k', [2, 3, 6]]])
      .node('Transpose', ['k'], [['kt', [2, 6, 3]]], { perm: [0, 2, 1] })
      .moves(Array.from({ length: 36 }, (_, i) => Math.floor(i / 18) * 18 + (i % 3) * 6 + (Math.floor(i / 3) % 6)))
      .node('MatMul', ['q', 'kt'], [['s', [2, 3, 3]]]);
    const view = graph.couple();
    expect(view.reasons('wq', 1)).toEqual(['it is contracted between two activations']);
    expect(view.reasons('wk', 1)).toEqual(['it is contracted between two activations']);
    expect(view.classes('s', 1)).toBeNull();
  });

  it('ties batch axes, such as the heads of attention, of two activations', () => {
    const heads = (name: string) => new SmallGraph().weight(name, [4, 3, 5]);
    const graph = heads('wq').weight('wk', [4, 5, 3]).input('x', [1, 2, 3]).node('MatMul', ['x', 'wq'], [['q', [4, 2, 5]]]).node('MatMul', ['wk', 'x2'], [['k', [4, 5, 2]]]);
    graph.input('x2', [1, 3, 2]).node('MatMul', ['q', 'k'], [['s', [4, 2, 2]]]);
    const view = graph.couple();
    expect(view.classes('wq', 0)).toEqual(view.classes('wk', 0));
    expect(view.classes('s', 0)).toEqual(view.classes('wq', 0));
    expect(view.isFree('s', 0)).toBe(true);
  });

  it('freezes a batch axis that meets an inert one', () => {
    const view = new SmallGraph().input('x', [4, 2, 3]).weight('w', [4, 3, 5]).node('MatMul', ['x', 'w'], [['y', [4, 2, 5]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['it meets a value that cannot be pruned']);
  });

  it('is left alone for vectors', () => {
    const view = new SmallGraph().input('x', [2, 4]).weight('w', [4]).node('MatMul', ['x', 'w'], [['y', [2]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['a MatMul of vectors or of unknown shapes is left alone']);
  });

  it('of two constants is one weight: its contracted axis freezes, the outer ones stay free', () => {
    const view = new SmallGraph().input('x', [2, 4]).weight('a', [4, 3]).weight('b', [3, 6]).weight('v', [6, 2])
      .node('MatMul', ['a', 'b'], [['w', [4, 6]]]).node('MatMul', ['x', 'w'], [['h', [2, 6]]]).node('MatMul', ['h', 'v'], [['y', [2, 2]]]).couple();
    expect(view.reasons('a', 1)).toEqual(['it is contracted between two activations']);
    expect(view.classes('v', 0)).toEqual(view.classes('b', 1));
    expect(view.isFree('b', 1)).toBe(true);
  });
});

it.each(['MatMulInteger', 'QLinearMatMul'])('%s is counted but never cut', (op) => {
  const graph = new SmallGraph().input('x', [2, 4]).weight('w', [4, 6]).weight('v', [6, 3]).node('MatMul', ['x', 'w'], [['h', [2, 6]]]).node(op, ['h', 'v'], [['y', [2, 3]]]);
  expect(graph.couple().reasons('w', 1)).toEqual(['integer products are left alone']);
  expect(ruleFor(graph.nodes[1] as Node)?.macs?.({ node: graph.nodes[1] as Node, inputs: [[2, 6], [6, 3]], outputs: [[2, 3]] })).toBe(36);
});

it('counts multiply-accumulates: rows times columns times what is contracted', () => {
  const gemm = behindGemm(1, 0).nodes[1] as Node;
  expect(ruleFor(gemm)?.macs?.({ node: gemm, inputs: [[6, 2], [6, 5]], outputs: [[2, 5]] })).toBe(60);
  const matMul = behindGemm(0, 0).nodes[0] as Node;
  expect(ruleFor(matMul)?.macs?.({ node: matMul, inputs: [[7, 2, 4], [4, 6]], outputs: [[7, 2, 6]] })).toBe(7 * 2 * 4 * 6);
});
