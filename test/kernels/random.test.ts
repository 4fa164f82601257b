import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussian, randomInteger, seededRandom, shuffle } from '../../src/kernels/random.js';

const take = (random: () => number, count: number): number[] => Array.from({ length: count }, random);

describe('seededRandom', () => {
  it('stays what it is: plans and verdicts depend on it', () => {
    expect(take(seededRandom(0), 3)).toEqual(FROZEN.zero);
    expect(take(seededRandom('conv1'), 3)).toEqual(FROZEN.text);
  });

  it('is the same for the same seed and different for seeds that differ anywhere', () => {
    fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true }), fc.string()), fc.oneof(fc.double({ noNaN: true }), fc.string()), (a, b) => {
      expect(take(seededRandom(a), 4)).toEqual(take(seededRandom(a), 4));
      if (!Object.is(a, b)) expect(take(seededRandom(a), 4)).not.toEqual(take(seededRandom(b), 4));
    }));
  });

  it.each([0, 1, -1, 2 ** 52, 'x'])('is uniform in [0, 1) from seed %s', (seed) => {
    const numbers = take(seededRandom(seed), 20_000);
    const bins = new Array<number>(20).fill(0);
    for (const number of numbers) {
      bins[Math.floor(number * 20)] = (bins[Math.floor(number * 20)] ?? 0) + 1;
    }
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    // 19 degrees of freedom: 43.8 is exceeded once in a thousand seeds.
    expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(43.8);
    const lagged = numbers.slice(1).reduce((sum, number, i) => sum + (number - 0.5) * ((numbers[i] ?? 0) - 0.5), 0) / numbers.length;
    expect(Math.abs(lagged)).toBeLessThan(4 / 12 / Math.sqrt(numbers.length));
  });
});

describe('shuffle', () => {
  it('permutes', () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const copy = [...items];
      const shuffled = shuffle(items, seededRandom(seed));
      expect(items).toEqual(copy);
      expect([...shuffled].sort((a, b) => a - b)).toEqual(copy.sort((a, b) => a - b));
    }));
  });

  it('gives every permutation its share', () => {
    const random = seededRandom(7);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

it('draws whole numbers below a bound', () => {
  const random = seededRandom(3);
  expect(new Set(Array.from({ length: 200 }, () => randomInteger(random, 5)))).toEqual(new Set([0, 1, 2, 3, 4]));
});

it('draws normal numbers', () => {
  const numbers = take(gaussian(seededRandom(11)), 50_000);
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length;
  const inside = numbers.filter((x) => Math.abs(x) < 1.96).length / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  expect(Math.abs(inside - 0.95)).toBeLessThan(0.005);
});

const FROZEN = {
  zero: [0.9947785765015712, 0.3655762145057705, 0.5621074186719849],
  text: [0.23125425974310865, 0.9723348249012341, 0.17200005297652354],
};
