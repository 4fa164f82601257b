/** Constants that name sizes or positions, after a cut: what they become, and that the result is proven. */
import { describe, expect, it } from 'vitest';
import { intsAttribute } from '../../src/onnx/ir.js';
import type { Model, Node } from '../../src/onnx/ir.js';
import type { ModelOptions } from '../../src/onnx/graph.js';
import { weightTensors } from '../../src/onnx/constants.js';
import { tensorToNumbers } from '../../src/onnx/tensors.js';
import { analyse } from '../../src/prune/prunable.js';
import { cutAt, obstaclesOf, useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const bench = useWorkbench();

/** `h` [1, 8, 4, 4] from a convolution; `y` is read by another of `channels` inputs. */
const conv = (channels = 8) => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [channels, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, channels, 4, 4]]]);
const read = (graph: SmallGraph, channels: number, options: ModelOptions = {}): Model =>
  graph.weight('w2', [2, channels, 1, 1]).node('Conv', ['y', 'w2'], [['z', undefined]]).output('z').model(options);

/** Cuts channels of `h`, proves the result and returns the nodes between the two convolutions. */
async function rewritten(model: Model, positions: readonly number[], value = 'h', axis = 1): Promise<{ pruned: Model; nodes: Node[]; inputs: (position: number, node?: number) => number[] }> {
  const before = structuredClone([...weightTensors(model.graph)].map(([name, { dims }]) => [name, dims]));
  const { pruned, proof } = await bench.cutAndProve(model, value, axis, positions);
  expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  // The dense model was not touched.
  expect([...weightTensors(model.graph)].map(([name, { dims }]) => [name, dims])).toEqual(before);
  const nodes = pruned.graph.nodes.filter(({ opType }) => opType !== 'Conv' && opType !== 'Constant');
  const weights = weightTensors(pruned.graph);
  return { pruned, nodes, inputs: (position, node = 0) => tensorToNumbers(weights.get(nodes[node]?.inputs[position] ?? '') as never) };
}

describe('Split', () => {
  const parts = (attributes: Record<string, number | number[]>, extra: string[], sizes: readonly [number, number]) =>
    conv().ints('sizes', sizes).node('Split', ['h', ...extra], [['a', undefined], ['b', undefined]], { axis: 1, ...attributes })
      .weight('wa', [sizes[1], sizes[0], 1, 1]).node('Conv', ['a', 'wa'], [['c', undefined]]).node('Add', ['b', 'c'], [['y', undefined]]);

  it('gets the sizes that stay, in a constant', async () => {
    const { inputs, nodes } = await rewritten(read(parts({}, ['sizes'], [3, 5]), 5), [0, 1, 4]);
    expect(inputs(1)).toEqual([1, 4]);
    expect(nodes[0]?.inputs[1]).not.toBe('sizes');
  });

  it('in an attribute before opset 13', async () => {
    const { nodes } = await rewritten(read(parts({ split: [3, 5] }, [], [3, 5]), 5, { opset: 11 }), [0, 1, 4]);
    expect(intsAttribute(nodes[0] as Node, 'split')).toEqual([1, 4]);
  });

  it('also where it only said how many parts (opset 18)', async () => {
    const { nodes, inputs } = await rewritten(read(parts({ num_outputs: 2 }, [], [4, 4]), 4, { opset: 18 }), [0]);
    expect(inputs(1)).toEqual([3, 4]);
    expect(nodes[0]?.attributes.has('num_outputs')).toBe(false);
  });

  it('is refused where a part has no name', () => {
    // onnxruntime 1.30 crashes on such a node, so these facts are written by hand.
    const graph = conv().node('Split', ['h'], [['', undefined], ['y', [1, 5, 4, 4]]], { axis: 1, split: [3, 5] })
      .moves([], Array.from({ length: 80 }, (_, i) => i + 48)).weight('w2', [2, 5, 1, 1]).node('Conv', ['y', 'w2'], [['z', [1, 2, 4, 4]]]).output('z');
    const prunable = analyse(graph.model({ opset: 11 }), graph.facts(), 0);
    expect(obstaclesOf(prunable, cutAt(prunable, 'y', 1, [0])).map(({ reason }) => reason)).toEqual(['part 0 of the split has no name']);
  });
});

describe('Slice', () => {
  /** h[:, from:to:step], space untouched unless given. */
  const sliced = (starts: number[], ends: number[], axes: number[], steps?: number[]) =>
    conv().ints('s', starts).ints('e', ends).ints('a', axes).ints('k', steps ?? starts.map(() => 1)).node('Slice', ['h', 's', 'e', 'a', 'k'], [['y', undefined]]);

  it('stays a run where what is left is one', async () => {
    const { nodes, inputs } = await rewritten(read(sliced([2], [6], [1]), 4), [0, 3]);
    expect(nodes.map(({ opType }) => opType)).toEqual(['Slice']);
    expect([inputs(1), inputs(2), inputs(3), inputs(4)]).toEqual([[1], [4], [1], [1]]);
  });

  it('keeps a step where the positions are still regular', async () => {
    const { inputs } = await rewritten(read(sliced([0], [8], [1], [2]), 4), [6]);
    expect([inputs(1), inputs(2), inputs(4)]).toEqual([[0], [5], [2]]);
  });

  it('becomes a Gather where they are not', async () => {
    const { nodes, inputs } = await rewritten(read(sliced([0], [8], [1], [2]), 4), [1, 4]);
    expect(nodes.map(({ opType }) => opType)).toEqual(['Gather']);
    // Kept of h: 0 2 3 5 6 7; the slice wants 0, 2, 6.
    expect(inputs(1)).toEqual([0, 1, 4]);
  });

  it('keeps its other axes, whose open ends stay open', async () => {
    const { nodes, inputs } = await rewritten(read(sliced([0, 1], [8, Number.MAX_SAFE_INTEGER], [1, 2], [2, 1]), 4), [1, 4]);
    expect(nodes.map(({ opType }) => opType)).toEqual(['Slice', 'Gather']);
    expect([inputs(1), inputs(3)]).toEqual([[1], [2]]);
  });

  it('writes INT64_MAX, which exporters use for "to the end", as a number that is still beyond any end', async () => {
    const graph = conv().ints('s', [2, 1]).ints('a', [1, 2]).tensor(int64Max('e', [6n, 2n ** 63n - 1n])).node('Slice', ['h', 's', 'e', 'a'], [['y', undefined]]);
    graph.small('e', [6, 2 ** 63]);
    const { inputs } = await rewritten(read(graph, 4), [0, 3]);
    expect(inputs(1)).toEqual([1, 1]);
    expect(inputs(2)[1]).toBeGreaterThan(2 ** 50);
  });

  it('backwards becomes a Gather in reverse', async () => {
    const { nodes, inputs } = await rewritten(read(sliced([-1], [-9], [1], [-1]), 8), [2, 5]);
    expect(nodes.map(({ opType }) => opType)).toEqual(['Gather']);
    expect(inputs(1)).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('in attributes before opset 10: a run, or a Gather', async () => {
    const old = () => conv().node('Slice', ['h'], [['y', undefined]], { starts: [2, 1], ends: [6, 4], axes: [1, 2] });
    const run = await rewritten(read(old(), 4, { opset: 9 }), [0, 3]);
    expect(run.nodes.map(({ opType }) => opType)).toEqual(['Slice']);
    expect([intsAttribute(run.nodes[0] as Node, 'starts'), intsAttribute(run.nodes[0] as Node, 'ends')]).toEqual([[1, 1], [4, 4]]);
    const gaps = await rewritten(read(conv().node('Slice', ['h'], [['a', undefined]], { starts: [0], ends: [3], axes: [1] })
      .node('Slice', ['h'], [['b', undefined]], { starts: [5], ends: [8], axes: [1] }).node('Add', ['a', 'b'], [['y', undefined]]), 3, { opset: 9 }), [1]);
    expect(gaps.nodes.map(({ opType }) => opType)).toEqual(['Slice', 'Slice', 'Add']);
  });

  it('of an axis that loses nothing is left alone, whatever it does elsewhere', async () => {
    const graph = conv().ints('s', [1]).ints('e', [3]).ints('a', [2]).node('Slice', ['h', 's', 'e', 'a'], [['y', undefined]]);
    const { nodes } = await rewritten(read(graph, 8), [0]);
    expect(nodes).toEqual([graph.nodes[1]]);
  });

  it('whose range over space depends on the size of the input is left alone too', async () => {
    const graph = new SmallGraph().weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', undefined]]);
    graph.inputs.push({ name: 'x', elemType: 1, dims: [1, 3, 'height', 4] });
    graph.node('Shape', ['h'], [['shape', undefined]]).ints('two', [2]).ints('one', [1])
      .node('Gather', ['shape', 'two'], [['height', undefined]]).node('Div', ['height', 'two'], [['half', undefined]])
      .node('Slice', ['h', 'one', 'half', 'two'], [['y', undefined]]);
    const { nodes } = await rewritten(read(graph, 8), [0]);
    expect(nodes).toEqual(graph.nodes.slice(1, 5));
  });
});

describe('Gather', () => {
  it('counts the positions that stay', async () => {
    const { inputs } = await rewritten(read(conv().ints('i', [7, -8, 3, 3]).node('Gather', ['h', 'i'], [['y', undefined]], { axis: 1 }), 4), [1, 4]);
    expect(inputs(1)).toEqual([5, 0, 2, 2]);
  });

  it('drops what it took of those that go', async () => {
    const { inputs } = await rewritten(read(conv().ints('i', [7, 0, 3, 3]).node('Gather', ['h', 'i'], [['y', undefined]], { axis: -3 }), 4), [3, 7]);
    expect(inputs(1)).toEqual([0]);
  });

  it('is refused for a table of indices', async () => {
    const graph = conv().tensor(int64Max('i', [0n, 1n, 2n, 3n], [2, 2])).small('i', [0, 1, 2, 3], true, [2, 2]).node('Gather', ['h', 'i'], [['g', undefined]], { axis: 1 })
      .ints('shape', [1, 4, 4, 4]).node('Reshape', ['g', 'shape'], [['y', undefined]]);
    const prunable = await bench.prunable(read(graph, 4));
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [5])).map(({ reason }) => reason)).toContain('its indices are not a constant list');
  });
});

describe('Pad', () => {
  const padded = (pads: number[], channels: number, options: ModelOptions = {}) =>
    read(conv().ints('pads', pads).node('Pad', ['h', 'pads'], [['y', undefined]]), channels, options);

  it('keeps its fills, and those that go are counted out', async () => {
    const all = await rewritten(padded([0, 2, 0, 0, 0, 1, 0, 0], 11), [0, 1]);
    // Nothing asks for a rewrite while every fill stays: but pads are written out where the axis is cut.
    expect(all.inputs(1)).toEqual([0, 2, 0, 0, 0, 1, 0, 0]);
  });

  it('counts out fills that meet a cut channel: a shortcut that pads', async () => {
    const graph = conv().ints('pads', [0, 2, 0, 0, 0, 2, 0, 0]).node('Pad', ['h', 'pads'], [['p', undefined]])
      .weight('wb', [12, 3, 1, 1]).node('Conv', ['x', 'wb'], [['b', undefined]]).node('Add', ['p', 'b'], [['y', undefined]]);
    const { inputs } = await rewritten(read(graph, 12), [0, 5, 10, 11], 'b');
    expect(inputs(1)).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('in an attribute before opset 11', async () => {
    const { nodes } = await rewritten(read(conv().node('Pad', ['h'], [['y', undefined]], { pads: [0, 2, 0, 0, 0, 1, 1, 1] }), 11, { opset: 10 }), [0, 1]);
    expect(intsAttribute(nodes[0] as Node, 'pads')).toEqual([0, 2, 0, 0, 0, 1, 1, 1]);
  });

  it('names all axes where it named a few (opset 18)', async () => {
    const graph = conv().ints('pads', [1, 2, 0, 1]).ints('axes', [3, -3]).node('Pad', ['h', 'pads', '', 'axes'], [['y', undefined]]);
    const { inputs, nodes } = await rewritten(read(graph, 11, { opset: 18 }), [0, 1]);
    expect(inputs(1)).toEqual([0, 2, 0, 1, 0, 1, 0, 0]);
    expect(nodes[0]?.inputs[3]).toBe('');
  });

  it('of other axes is left alone', async () => {
    const graph = conv().ints('pads', [0, 0, 1, 1, 0, 0, 1, 1]).node('Pad', ['h', 'pads'], [['y', undefined]]);
    const { nodes } = await rewritten(read(graph, 8), [0, 1]);
    expect(nodes).toEqual([graph.nodes[1]]);
  });

  it.each([[[0, -2, 0, 0, 0, 0, 0, 0], 6], [[0, -2, 0, 0, 0, 2, 0, 0], 8]])('is refused where it crops the axis: %j', async (pads, channels) => {
    const prunable = await bench.prunable(padded(pads, channels));
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [4])).map(({ reason }) => reason)).toEqual(['it crops the axis by a negative pad']);
  });

  it('is refused where it pads with copies', async () => {
    const prunable = await bench.prunable(read(conv().ints('pads', [0, 1, 0, 0, 0, 0, 0, 0]).node('Pad', ['h', 'pads'], [['y', undefined]], { mode: 'edge' }), 9));
    expect(obstaclesOf(prunable, cutAt(prunable, 'h', 1, [4])).map(({ reason }) => reason)).toEqual(['it pads the axis with copies']);
  });
});

function int64Max(name: string, values: readonly bigint[], dims: readonly number[] = [values.length]) {
  return { name, dataType: 7, dims, data: { kind: 'raw', bytes: new Uint8Array(BigInt64Array.from(values).buffer) } } as const;
}
