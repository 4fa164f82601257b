/** Convolutions: which weight axes make and read channels, what whole groups tie, what a node needs after a cut. */
import { describe, expect, it } from 'vitest';
import { intAttribute } from '../../src/onnx/ir.js';
import type { Node } from '../../src/onnx/ir.js';
import { ruleFor } from '../../src/ops/registry.js';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const SPACE = [4, 5, 6];

/** conv1 [8] -> Relu -> conv2 [5], of 1 to 3 spatial dimensions, kernels of 1. */
function stack(rank: number): SmallGraph {
  const space = SPACE.slice(0, rank);
  const ones = space.map(() => 1);
  return new SmallGraph().input('x', [1, 3, ...space]).weight('w1', [8, 3, ...ones]).weight('b1', [8]).weight('w2', [5, 8, ...ones])
    .node('Conv', ['x', 'w1', 'b1'], [['h', [1, 8, ...space]]]).node('Relu', ['h'], [['r', [1, 8, ...space]]])
    .node('Conv', ['r', 'w2'], [['y', [1, 5, ...space]]]).output('y');
}

describe.each([1, 2, 3])('Conv in %i dimensions', (rank) => {
  it('ties producer, bias and consumer, and freezes model input and output', () => {
    const view = stack(rank).couple();
    expect(view.classes('b1', 0)).toEqual(view.classes('w1', 0));
    expect(view.classes('w2', 1)).toEqual(view.classes('w1', 0));
    expect(view.isFree('w1', 0)).toBe(true);
    expect(view.reasons('w1', 1)).toEqual(['it is an input of the model']);
    expect(view.reasons('w2', 0)).toEqual(['it is an output of the model']);
    expect(view.roles('w1')).toEqual(['consumer 1 -> x 1', 'producer 0 -> h 1']);
    expect(view.roles('w2')).toEqual(['consumer 1 -> r 1', 'producer 0 -> y 1']);
    expect(view.roles('b1')).toEqual(['vector 0 -> h 1']);
  });
});

describe('Conv', () => {
  it('freezes where its weight is computed from the input', () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [8, 3, 1, 1]).input('k', [5, 8, 1, 1])
      .node('Conv', ['x', 'w1'], [['h', [1, 8, 4, 4]]]).node('Relu', ['k'], [['k2', [5, 8, 1, 1]]]).node('Conv', ['h', 'k2'], [['y', [1, 5, 4, 4]]]);
    expect(graph.couple().reasons('w1', 0)).toEqual(['its weight is computed from the input']);
  });

  it('freezes its output where its bias is computed from the input', () => {
    const graph = stack(2);
    graph.input('b2', [5]).node('Conv', ['r', 'w2', 'b2'], [['z', [1, 5, 4, 5]]]);
    const view = graph.couple();
    expect(view.reasons('z', 1)).toContain('its bias is computed from the input');
  });

  it('freezes channels whose bias cannot be sliced', () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [8, 3, 1, 1]).weight('t', [8])
      .node('CumSum', ['t'], [['b', [8]]]).node('Conv', ['x', 'w1', 'b'], [['h', [1, 8, 4, 4]]]);
    expect(graph.couple().reasons('w1', 0)).toEqual(['its bias cannot be sliced']);
  });

  it('freezes a live axis that is not the channel axis', () => {
    const graph = new SmallGraph().input('x', [1, 4, 3]).weight('m', [3, 6]).weight('w', [5, 4, 3])
      .node('MatMul', ['x', 'm'], [['h', [1, 4, 6]]]).node('Conv', ['h', 'w'], [['y', [1, 5, 4]]]);
    const view = graph.couple();
    expect(view.reasons('m', 1)).toEqual(['the convolution mixes positions along this axis']);
    expect(view.reasons('w', 1)).toEqual(['nothing that can be pruned makes it (MatMul)']);
  });

  it('shares a weight between two nodes by its name alone', () => {
    const graph = new SmallGraph().input('x', [1, 8, 4, 4]).weight('w', [8, 8, 1, 1])
      .node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]).node('Conv', ['h', 'w'], [['y', [1, 8, 4, 4]]]);
    const view = graph.couple();
    // The input of the model freezes the weight's input axis, which is also where its own output is read.
    expect(view.reasons('w', 0)).toEqual(['it is an input of the model']);
  });
});

/** 1x1 conv to `read` channels, then a convolution of `groups` groups to `made` channels, then a dense one. */
function grouped(read: number, made: number, groups: number): SmallGraph {
  return new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [read, 3, 1, 1]).weight('wg', [made, read / groups, 1, 1]).weight('bg', [made])
    .weight('w2', [2, made, 1, 1])
    .node('Conv', ['x', 'w1'], [['h', [1, read, 4, 4]]])
    .node('Conv', ['h', 'wg', 'bg'], [['g', [1, made, 4, 4]]], { group: groups })
    .node('Conv', ['g', 'w2'], [['y', [1, 2, 4, 4]]]).output('y');
}

describe('grouped Conv', () => {
  it('makes whole groups one unit: what a group reads, its weights and what it makes', () => {
    const view = grouped(6, 4, 2).couple();
    const [a, b] = [view.classes('w1', 0)?.[0], view.classes('w1', 0)?.[3]];
    expect(a).not.toBe(b);
    expect(view.classes('w1', 0)).toEqual([a, a, a, b, b, b]);
    expect(view.classes('wg', 0)).toEqual([a, a, b, b]);
    expect(view.classes('bg', 0)).toEqual([a, a, b, b]);
    expect(view.classes('w2', 1)).toEqual([a, a, b, b]);
    expect(view.reasons('wg', 1)).toEqual(['a group keeps its width']);
    expect(view.roles('wg')).toEqual(['producer 0 -> g 1']);
  });

  it('ties a depthwise weight to its channel, as a vector that lives with it', () => {
    const view = grouped(6, 6, 6).couple();
    expect(view.classes('wg', 0)).toEqual(view.classes('w1', 0));
    expect(new Set(view.classes('w1', 0)).size).toBe(6);
    expect(view.roles('wg')).toEqual(['vector 0 -> g 1']);
  });

  it('ties the channels that a depth multiplier makes of one', () => {
    const view = grouped(3, 6, 3).couple();
    const [a, b, c] = view.classes('w1', 0) as [number, number, number];
    expect(view.classes('w2', 1)).toEqual([a, a, b, b, c, c]);
  });

  it('freezes everything where the input is one of the model', () => {
    const graph = new SmallGraph().input('x', [1, 4, 4, 4]).weight('w', [4, 1, 3, 3]).node('Conv', ['x', 'w'], [['y', [1, 4, 2, 2]]], { group: 4 });
    expect(graph.couple().reasons('w', 0)).toEqual(['it is an input of the model']);
  });

  it('freezes where its weight cannot be sliced', () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [6, 3, 1, 1]).weight('t', [6, 1, 1, 1])
      .node('Conv', ['x', 'w1'], [['h', [1, 6, 4, 4]]]).node('CumSum', ['t'], [['wg', [6, 1, 1, 1]]])
      .node('Conv', ['h', 'wg'], [['g', [1, 6, 4, 4]]], { group: 6 });
    expect(graph.couple().reasons('w1', 0)).toEqual(['its weight cannot be sliced']);
  });
});

describe('ConvTranspose', () => {
  const transposed = (groups: number) => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [6, 3, 1, 1]).weight('wt', [6, 4 / groups, 2, 2])
    .weight('bt', [4]).weight('w2', [2, 4, 1, 1])
    .node('Conv', ['x', 'w1'], [['h', [1, 6, 4, 4]]])
    .node('ConvTranspose', ['h', 'wt', 'bt'], [['t', [1, 4, 8, 8]]], { strides: [2, 2], group: groups })
    .node('Conv', ['t', 'w2'], [['y', [1, 2, 8, 8]]]).output('y');

  it('reads channels along axis 0 of its weight and makes them along axis 1', () => {
    const view = transposed(1).couple();
    expect(view.classes('wt', 0)).toEqual(view.classes('w1', 0));
    expect(view.classes('wt', 1)).toEqual(view.classes('w2', 1));
    expect(view.classes('bt', 0)).toEqual(view.classes('wt', 1));
    expect(view.roles('wt')).toEqual(['consumer 0 -> h 1', 'producer 1 -> t 1']);
    expect(view.isFree('wt', 1)).toBe(true);
  });

  it('in groups ties what a group reads, its rows of the weight and what it makes', () => {
    const view = transposed(2).couple();
    const [a, , , b] = view.classes('w1', 0) as [number, number, number, number];
    expect(view.classes('wt', 0)).toEqual([a, a, a, b, b, b]);
    expect(view.classes('w2', 1)).toEqual([a, a, b, b]);
    expect(view.reasons('wt', 1)).toEqual(['a group keeps its width']);
  });
});

describe('after a cut', () => {
  const bench = useWorkbench();

  it.each([['Conv', grouped(6, 4, 2), 'h', [0]], ['a depthwise Conv', grouped(6, 6, 6), 'h', [1, 4]]] as const)('`group` counts the groups that stay: %s', async (_, graph, value, positions) => {
    const { pruned, proof } = await bench.cutAndProve(graph.model(), value, 1, positions);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    const before = intAttribute(graph.nodes[1] as Node, 'group', 1);
    expect(intAttribute(pruned.graph.nodes[1] as Node, 'group', 1)).toBe(before - positions.length);
    expect(pruned.graph.initializers.get('w2')?.dims[1]).toBe(pruned.graph.initializers.get('bg')?.dims[0]);
  });

  it('a node without groups stays the very same', async () => {
    const graph = stack(2);
    const { pruned, proof } = await bench.cutAndProve(graph.model(), 'h', 1, [0, 7]);
    expect(proof.holds).toBe(true);
    expect(pruned.graph.nodes).toEqual(graph.nodes);
    expect(pruned.graph.initializers.get('w1')?.dims).toEqual([6, 3, 1, 1]);
  });
});

describe('multiply-accumulates', () => {
  const macs = (op: string, shapes: readonly (readonly number[])[], output: readonly number[]) => {
    const node = new SmallGraph().node(op, [], [['y', output]]).nodes[0] as Node;
    return ruleFor(node)?.macs?.({ node, inputs: shapes, outputs: [output] });
  };

  it('of a 3 x 3 Conv: outputs times input channels times taps', () => {
    expect(macs('Conv', [[1, 16, 32, 32], [32, 16, 3, 3]], [1, 32, 32, 32])).toBe(32 * 32 * 32 * 16 * 9);
  });

  it('of a depthwise one: one input channel each', () => {
    expect(macs('Conv', [[1, 16, 8, 8], [16, 1, 3, 3]], [1, 16, 8, 8])).toBe(16 * 64 * 9);
  });

  it('of a ConvTranspose: inputs times output channels times taps', () => {
    expect(macs('ConvTranspose', [[1, 6, 4, 4], [6, 4, 2, 2]], [1, 4, 8, 8])).toBe(6 * 16 * 4 * 4);
  });
});
