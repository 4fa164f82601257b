import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitSeeded } from '../../src/data/split.js';
import { evenlySpaced } from '../../src/kernels/spacing.js';

it('splits into two parts that cover all, ascending, with the share asked for', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), (count, share, seed) => {
    const split = splitSeeded(count, share, seed);
    const all = [...split.share, ...split.rest].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: count }, (_, i) => i));
    for (const part of [split.share, split.rest]) expect(part).toEqual([...part].sort((a, b) => a - b));
    expect(Math.abs(split.share.length - count * share)).toBeLessThanOrEqual(1);
    if (count >= 2) expect(Math.min(split.share.length, split.rest.length)).toBeGreaterThan(0);
    expect(splitSeeded(count, share, seed)).toEqual(split);
  }));
});

it('depends on the seed', () => {
  expect(splitSeeded(100, 0.2, 1).share).not.toEqual(splitSeeded(100, 0.2, 2).share);
  expect(() => splitSeeded(10, 1.5, 1)).toThrow(RangeError);
});

it('spaces positions evenly, so that sorted classes stay balanced', () => {
  expect(evenlySpaced(10, 4)).toEqual([0, 2, 5, 7]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 600 }), (count, wanted) => {
    const positions = evenlySpaced(count, wanted);
    expect(positions).toHaveLength(Math.min(count, wanted));
    const gaps = positions.slice(1).map((position, i) => position - (positions[i] ?? 0));
    for (const gap of gaps) expect(Math.abs(gap - count / positions.length)).toBeLessThan(1);
    expect(positions.at(-1) ?? 0).toBeLessThan(count);
  }));
});
