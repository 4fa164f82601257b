import { expect, it } from 'vitest';
import { skippedNotes } from '../../../src/prune/repair/skipped.js';

it('gives each reason one sentence, in the order in which it first came up, and names a few layers of many', () => {
  const layers = ['a', 'b', 'c', 'd', 'e', 'f'].map((layer) => ({ layer, reason: 'a grouped convolution' }));
  expect(skippedNotes('refit', [{ layer: 'x', reason: 'no fit' }, ...layers, { layer: 'y', reason: 'no fit' }])).toEqual([
    'refit left out x, y: no fit', 'refit left out a, b, c, d and 2 more: a grouped convolution',
  ]);
  // "and 1 more" would be as long as the name.
  expect(skippedNotes('refit', layers.slice(0, 5))).toEqual(['refit left out a, b, c, d, e: a grouped convolution']);
});
