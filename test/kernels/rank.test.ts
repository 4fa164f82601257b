/** The k-th smallest magnitude against sorting. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kthSmallestMagnitude } from '../../src/kernels/rank.js';

function bySorting(arrays: readonly Float32Array[], k: number) {
  const all = arrays.flatMap((values) => Array.from(values, Math.abs)).sort((a, b) => a - b);
  const threshold = all[k - 1] as number;
  return { threshold, below: all.filter((value) => value < threshold).length };
}

it('agrees with sorting, ties and signs included', () => {
  const values = fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(0, -0, 1, -1, 0.5));
  const arrays = fc.array(fc.array(values, { minLength: 1, maxLength: 20 }).map((list) => Float32Array.from(list)), { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(arrays, fc.nat(), (lists, pick) => {
    const total = lists.reduce((sum, { length }) => sum + length, 0);
    const k = 1 + (pick % total);
    expect(kthSmallestMagnitude(lists, k)).toEqual(bySorting(lists, k));
  }));
});

it('counts NaN as largest', () => {
  const found = kthSmallestMagnitude([Float32Array.of(NaN, 1, Infinity, -2)], 3);
  expect(found).toEqual({ threshold: Infinity, below: 2 });
  expect(kthSmallestMagnitude([Float32Array.of(NaN, 1)], 2).threshold).toBeNaN();
});

it('reads views that do not start at their buffer', () => {
  const view = new Float32Array(Float32Array.of(0, 9, 3, 1).buffer, 4, 3);
  expect(kthSmallestMagnitude([view], 1)).toEqual({ threshold: 1, below: 0 });
});

it.each([0, 4, NaN])('refuses to count to %s of 3', (k) => {
  expect(() => kthSmallestMagnitude([Float32Array.of(1, 2, 3)], k)).toThrow(RangeError);
});
