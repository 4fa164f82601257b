import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/policy/nearest.js';

describe('nearest', () => {
  const keys = ['name', 'path', 'max-samples', 'on-inconclusive', 'l1', 'l2'];

  it.each([
    ['maxSamples', 'max-samples'], ['max_samples', 'max-samples'], ['MAX-SAMPLES', 'max-samples'], ['on-inconclusve', 'on-inconclusive'],
    ['pth', 'path'], ['paht', 'path'], ['L1', 'l1'], ['nmae', 'name'], ['max', 'max-samples'], ['inconclusive', 'on-inconclusive'], ['Samples', 'max-samples'],
  ])('takes %s for %s', (word, key) => {
    expect(nearest(word, keys)).toBe(key);
  });

  it.each(['', 'colour', 'xy', 'x'.repeat(100_000)])('has no guess for what is far from all', (word) => {
    expect(nearest(word, keys)).toBeUndefined();
  });

  it('takes the first of equals', () => {
    expect(nearest('l3xx', ['l3xa', 'l3xb'])).toBe('l3xa');
  });
});

describe('editDistance', () => {
  it.each([['', '', 0], ['', 'abc', 3], ['abc', 'abc', 0], ['abc', 'acb', 1], ['kitten', 'sitting', 3], ['ca', 'abc', 3]])('%j to %j is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric, and bounded by the lengths', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }), { seed: 1 });
  });
});
