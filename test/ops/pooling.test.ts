/** Pooling: channels pass, spatial axes end. */
import { expect, it } from 'vitest';
import { SmallGraph } from './small-graph.js';

const conv = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]);

it.each(['AveragePool', 'GlobalAveragePool', 'GlobalLpPool', 'GlobalMaxPool', 'LpPool', 'MaxPool'])('%s passes the channels', (op) => {
  const view = conv().node(op, ['h'], [['y', [1, 8, 2, 2]]]).couple();
  expect(view.classes('y', 1)).toEqual(view.classes('w', 0));
  expect(view.isFree('y', 1)).toBe(true);
  expect([view.classes('y', 0), view.classes('y', 2), view.classes('y', 3)]).toEqual([null, null, null]);
});

it('freezes a live axis among the pooled ones', () => {
  const view = new SmallGraph().input('x', [1, 3, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['h', [1, 3, 6]]])
    .node('MaxPool', ['h'], [['y', [1, 3, 3]]]).couple();
  expect(view.reasons('w', 1)).toEqual(['pooling mixes positions along this axis']);
});

it('freezes where the indices of the maxima are asked for', () => {
  const view = conv().node('MaxPool', ['h'], [['y', [1, 8, 2, 2]], ['indices', [1, 8, 2, 2]]]).couple();
  expect(view.reasons('w', 0)).toEqual(['its indices count across channels']);
});

it('freezes where the shape of the result is not known', () => {
  expect(conv().node('MaxPool', ['h'], [['y', undefined]]).couple().reasons('w', 0)).toEqual(['the shape of its result is not known']);
});
