/** Data movement, traced by the real runtime: where axes go, what they tie, what freezes. */
import { describe, expect, it } from 'vitest';
import { coupleGraph } from '../../src/ops/coupling.js';
import { useWorkbench } from '../prune/workbench.js';
import { CouplingView, SmallGraph } from './small-graph.js';
import type { AttributeValue } from './small-graph.js';

const bench = useWorkbench();

/** `h` [1, 8, 4, 4] from a convolution with weight `w`. */
const conv = (channels = 8) => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [channels, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, channels, 4, 4]]]);
/** `h` [1, 5, 8] from a MatMul with weight `w`. */
const tokens = () => new SmallGraph().input('x', [1, 5, 4]).weight('w', [4, 8]).node('MatMul', ['x', 'w'], [['h', [1, 5, 8]]]);

/** The view of a graph whose last value `y` an operator without a rule reads: nothing else freezes. */
async function view(graph: SmallGraph, options: { opset?: number; factor?: 'outer' | 'inner' } = {}): Promise<CouplingView> {
  const model = graph.node('Relu', ['y'], [['end', undefined]]).output('end').model(options);
  const prunable = await bench.prunable(model);
  return new CouplingView(coupleGraph({ ...model, graph: { ...model.graph, outputs: [] } }, prunable.facts, { factor: options.factor ?? 'outer' }));
}

const pick = <T>(list: readonly T[] | null, positions: readonly number[]): (T | undefined)[] => positions.map((position) => list?.[position]);

describe('moves axes whole', () => {
  const cases: [string, SmallGraph, number][] = [
    ['Transpose', conv().node('Transpose', ['h'], [['y', undefined]], { perm: [0, 2, 3, 1] }), 3],
    ['Unsqueeze', conv().ints('axes', [0]).node('Unsqueeze', ['h', 'axes'], [['y', undefined]]), 2],
    ['Squeeze', conv().ints('axes', [0]).node('Squeeze', ['h', 'axes'], [['y', undefined]]), 0],
    ['Reshape of the other axes', conv().ints('shape', [1, 8, 16]).node('Reshape', ['h', 'shape'], [['y', undefined]]), 1],
    ['Expand', conv().ints('shape', [2, 1, 1, 1]).node('Expand', ['h', 'shape'], [['y', undefined]]), 1],
    ['Slice of space', conv().ints('s', [1]).ints('e', [3]).ints('a', [2]).node('Slice', ['h', 's', 'e', 'a'], [['y', undefined]]), 1],
    ['Pad of space', conv().ints('pads', [0, 0, 1, 1, 0, 0, 1, 1]).node('Pad', ['h', 'pads'], [['y', undefined]]), 1],
    ['Tile of space', conv().ints('repeats', [1, 1, 2, 2]).node('Tile', ['h', 'repeats'], [['y', undefined]]), 1],
  ];
  it.each(cases)('%s', async (_, graph, axis) => {
    const seen = await view(graph);
    expect(seen.classes('y', axis)).toEqual(seen.classes('w', 0));
    expect(seen.isFree('w', 0)).toBe(true);
  });
});

describe('Flatten and Reshape', () => {
  it('spread a channel over all its elements', async () => {
    const seen = await view(conv().node('Flatten', ['h'], [['y', undefined]]));
    const channels = seen.classes('w', 0) ?? [];
    expect(seen.classes('y', 1)).toEqual(channels.flatMap((channel) => Array.from({ length: 16 }, () => channel)));
  });

  it('split an axis into heads: the outer factor is live and whole heads are units', async () => {
    const seen = await view(tokens().ints('shape', [1, 5, 2, 4]).node('Reshape', ['h', 'shape'], [['y', undefined]]));
    const [a, , , , b] = seen.classes('w', 1) ?? [];
    expect(seen.classes('w', 1)).toEqual([a, a, a, a, b, b, b, b]);
    expect(seen.classes('y', 2)).toEqual([a, b]);
    expect(seen.classes('y', 3)).toBeNull();
    expect(a).not.toBe(b);
  });

  it('or the inner factor, as an option: the same index within every head', async () => {
    const seen = await view(tokens().ints('shape', [1, 5, 2, 4]).node('Reshape', ['h', 'shape'], [['y', undefined]]), { factor: 'inner' });
    const [a, b, c, d] = seen.classes('w', 1) ?? [];
    expect(seen.classes('w', 1)).toEqual([a, b, c, d, a, b, c, d]);
    expect(seen.classes('y', 3)).toEqual([a, b, c, d]);
    expect(new Set([a, b, c, d]).size).toBe(4);
  });

  it('keep the outer of two live axes that are merged into one', async () => {
    const graph = new SmallGraph().input('x', [1, 4, 3]).weight('rows', [6, 4]).weight('columns', [3, 5])
      .node('MatMul', ['rows', 'x'], [['a', [1, 6, 3]]]).node('MatMul', ['a', 'columns'], [['b', [1, 6, 5]]])
      .ints('shape', [1, 30]).node('Reshape', ['b', 'shape'], [['y', undefined]]);
    const seen = await view(graph);
    expect(seen.isFree('rows', 0)).toBe(true);
    expect(seen.reasons('columns', 1)).toEqual(['another axis that could be cut was merged with it']);
  });

  it('of a weight keep its outer axis live', async () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).weight('flat', [8, 1, 1]).ints('shape', [8])
      .node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]).node('Reshape', ['flat', 'shape'], [['b', [8]]])
      .node('Conv', ['x', 'w', 'b'], [['y', [1, 8, 4, 4]]]);
    const seen = await view(graph);
    expect(seen.classes('flat', 0)).toEqual(seen.classes('w', 0));
    expect(seen.isFree('w', 0)).toBe(true);
  });
});

describe('channel shuffle', () => {
  it('cuts whole rows of the shuffle', async () => {
    const graph = conv(6).ints('split', [1, 2, 3, 4, 4]).ints('merge', [1, 6, 4, 4])
      .node('Reshape', ['h', 'split'], [['s', undefined]]).node('Transpose', ['s'], [['t', undefined]], { perm: [0, 2, 1, 3, 4] })
      .node('Reshape', ['t', 'merge'], [['y', undefined]]);
    const seen = await view(graph);
    const [a, , , b] = seen.classes('w', 0) ?? [];
    expect(seen.classes('w', 0)).toEqual([a, a, a, b, b, b]);
    expect(seen.classes('y', 1)).toEqual([a, b, a, b, a, b]);
  });
});

describe('DepthToSpace and SpaceToDepth', () => {
  it.each([['DCR', [0, 2, 4, 6]], ['CRD', [0, 1, 2, 3]]] as const)('tie the block that one channel comes from: %s', async (mode, block) => {
    const seen = await view(conv(8).node('DepthToSpace', ['h'], [['y', undefined]], { blocksize: 2, mode }));
    const [first, second] = seen.classes('y', 1) ?? [];
    expect(first).not.toBe(second);
    expect(pick(seen.classes('w', 0), block)).toEqual([first, first, first, first]);
    expect(new Set(seen.classes('w', 0)).size).toBe(2);
  });

  it('tie the places that one channel goes to', async () => {
    const seen = await view(conv(3).node('SpaceToDepth', ['h'], [['y', undefined]], { blocksize: 2 }));
    const [a, b, c] = seen.classes('w', 0) ?? [];
    expect(seen.classes('y', 1)).toEqual([a, b, c, a, b, c, a, b, c, a, b, c]);
  });
});

describe('Split', () => {
  it.each([[13, {}, ['sizes']], [11, { split: [3, 5] }, []]] as [number, Record<string, AttributeValue>, string[]][])('hands each part its positions (opset %i)', async (opset, attributes, extra) => {
    const graph = conv().ints('sizes', [3, 5]).node('Split', ['h', ...extra], [['a', undefined], ['y', undefined]], { axis: 1, ...attributes });
    const seen = await view(graph, { opset });
    expect(seen.classes('a', 1)).toEqual(seen.classes('w', 0)?.slice(0, 3));
    expect(seen.classes('y', 1)).toEqual(seen.classes('w', 0)?.slice(3));
    expect(seen.isFree('w', 0)).toBe(true);
  });
});

describe('Slice and Gather', () => {
  it('hold the positions they take, in their order', async () => {
    const sliced = await view(conv().ints('s', [1]).ints('e', [8]).ints('a', [1]).ints('k', [3]).node('Slice', ['h', 's', 'e', 'a', 'k'], [['y', undefined]]));
    expect(sliced.classes('y', 1)).toEqual(pick(sliced.classes('w', 0), [1, 4, 7]));
    const gathered = await view(conv().ints('i', [5, 0, 5]).node('Gather', ['h', 'i'], [['y', undefined]], { axis: 1 }));
    expect(gathered.classes('y', 1)).toEqual(pick(gathered.classes('w', 0), [5, 0, 5]));
    expect(gathered.isFree('w', 0)).toBe(true);
  });

  it('freeze an axis of which they choose single positions', async () => {
    const seen = await view(conv().ints('i', 3).node('Gather', ['h', 'i'], [['y', undefined]], { axis: 1 }));
    expect(seen.reasons('w', 0)).toEqual(['single positions of this axis are chosen']);
  });

  it('freeze a table that is read by computed indices, and pass its other axes', async () => {
    const graph = new SmallGraph().input('i', [1, 5], 7).weight('table', [10, 8]).weight('w', [8, 3]).node('Gather', ['table', 'i'], [['y', undefined]]);
    const seen = await view(graph);
    expect(seen.reasons('table', 0)).toEqual(['its positions are looked up by computed indices']);
    expect(seen.classes('y', 2)).toEqual(seen.classes('table', 1));
    expect(seen.isFree('table', 1)).toBe(true);
  });
});

describe('Pad', () => {
  it('gives fills positions of their own, free to be cut with what they meet', async () => {
    const seen = await view(conv().ints('pads', [0, 2, 0, 0, 0, 1, 0, 0]).node('Pad', ['h', 'pads'], [['y', undefined]]));
    const y = seen.classes('y', 1) ?? [];
    expect(y.slice(2, 10)).toEqual(seen.classes('w', 0));
    expect(new Set(y).size).toBe(11);
    expect(seen.isFree('y', 1)).toBe(true);
  });

  it('with copies ties them to what they copy', async () => {
    const seen = await view(conv().ints('pads', [0, 1, 0, 0, 0, 0, 0, 0]).node('Pad', ['h', 'pads'], [['y', undefined]], { mode: 'edge' }));
    expect(seen.classes('y', 1)?.[0]).toBe(seen.classes('w', 0)?.[0]);
  });
});

it('freezes what is moved by amounts computed from the input', async () => {
  const graph = conv().input('s', [1], 7).ints('e', [8]).ints('a', [1]).node('Slice', ['h', 's', 'e', 'a'], [['y', undefined]]);
  const seen = await view(graph);
  expect(seen.reasons('w', 0)[0]).toMatch(/^its input 1 depends on the data/);
});

it('does not care for integers that are moved about: shape arithmetic', async () => {
  const graph = conv().node('Shape', ['h'], [['s', undefined]]).ints('i', [0, 1]).node('Gather', ['s', 'i'], [['g', undefined]])
    .ints('rest', [-1]).node('Concat', ['g', 'rest'], [['shape', undefined]], { axis: 0 }).node('Reshape', ['h', 'shape'], [['y', undefined]]);
  const seen = await view(graph);
  expect(seen.classes('y', 1)).toEqual(seen.classes('w', 0));
  expect(seen.isFree('w', 0)).toBe(true);
});
