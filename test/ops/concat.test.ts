/** Concat: the joined axis strings positions together, the others tie. */
import { describe, expect, it } from 'vitest';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

/** Two convolutions of 4 and 3 channels. */
const branches = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('wa', [4, 3, 1, 1]).weight('wb', [3, 3, 1, 1])
  .node('Conv', ['x', 'wa'], [['a', [1, 4, 4, 4]]]).node('Conv', ['x', 'wb'], [['b', [1, 3, 4, 4]]]);

describe('the joined axis', () => {
  it.each([1, -3])('holds the positions of all inputs one after the other (axis %i)', (axis) => {
    const view = branches().node('Concat', ['a', 'b'], [['y', [1, 7, 4, 4]]], { axis }).couple();
    expect(view.classes('y', 1)).toEqual([...view.classes('wa', 0) ?? [], ...view.classes('wb', 0) ?? []]);
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('may hold a value twice', () => {
    const view = branches().node('Concat', ['a', 'b', 'a'], [['y', [1, 11, 4, 4]]], { axis: 1 }).couple();
    const [a, b] = [view.classes('wa', 0) ?? [], view.classes('wb', 0) ?? []];
    expect(view.classes('y', 1)).toEqual([...a, ...b, ...a]);
  });

  it('freezes only the piece that cannot be pruned: an input of the model', () => {
    const view = branches().node('Concat', ['a', 'x'], [['y', [1, 7, 4, 4]]], { axis: 1 }).couple();
    expect(view.isFree('wa', 0)).toBe(true);
    expect(view.reasons('y', 1)).toEqual(['it is an input of the model']);
    expect(view.classes('y', 1)?.slice(0, 4)).toEqual(view.classes('wa', 0));
  });

  it('is inert where all pieces are', () => {
    const view = branches().node('Concat', ['a', 'a'], [['y', [1, 4, 8, 4]]], { axis: 2 }).couple();
    expect(view.classes('y', 2)).toBeNull();
    expect(view.classes('y', 1)).toEqual(view.classes('wa', 0));
  });
});

describe('the other axes', () => {
  it('tie across inputs', () => {
    const graph = branches().weight('wc', [4, 3, 1, 1]).node('Conv', ['x', 'wc'], [['c', [1, 4, 4, 4]]]);
    const view = graph.node('Concat', ['a', 'c'], [['y', [1, 4, 8, 4]]], { axis: 2 }).couple();
    expect(view.classes('wc', 0)).toEqual(view.classes('wa', 0));
    expect(view.isFree('wa', 0)).toBe(true);
  });

  it('freeze where one of them cannot follow', () => {
    const view = branches().input('z', [1, 4, 4, 4]).node('Concat', ['a', 'z'], [['y', [1, 4, 8, 4]]], { axis: 2 }).couple();
    expect(view.reasons('wa', 0)).toEqual(['it meets a value that cannot be pruned']);
  });
});

it('freezes where shapes are not known', () => {
  const view = branches().node('Compress', ['x'], [['s', undefined]]).node('Concat', ['a', 's'], [['y', [1, 9, 4, 4]]], { axis: 1 }).couple();
  expect(view.reasons('wa', 0)).toEqual(['the shapes of what it joins are not known']);
});

const bench = useWorkbench();
it('can be cut in both branches, down to one position each', async () => {
  const model = branches().node('Concat', ['a', 'b'], [['y', [1, 7, 4, 4]]], { axis: 1 }).weight('w2', [2, 7, 1, 1])
    .node('Conv', ['y', 'w2'], [['z', [1, 2, 4, 4]]]).output('z').model();
  const { pruned, proof } = await bench.cutAndProve(model, 'y', 1, [0, 1, 3, 5, 6]);
  expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  expect(pruned.graph.initializers.get('w2')?.dims).toEqual([2, 2, 1, 1]);
});
