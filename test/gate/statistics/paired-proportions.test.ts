import { describe, expect, it } from 'vitest';
import { pairedDropInterval, smallestDecidableDrop } from '../../../src/gate/statistics/paired-proportions.js';

/** Two-sided 95 % of the publications is a one-sided 97.5 % bound at each end. */
const TWO_SIDED_95 = 0.975;
const TWO_SIDED_90 = 0.95;

describe('Tango\'s interval agrees with published worked examples', () => {
  // b: right only under condition 1; c: only under condition 2; plain Tango, so no continuity correction.
  const EXAMPLES: readonly (readonly [source: string, b: number, c: number, n: number, confidence: number, low: number, high: number, digits: number])[] = [
    ['Tango 1998, example 1 (n = 32)', 9, 3, 32, TWO_SIDED_95, -0.027, 0.390, 3],
    ['Tango 1998, soft contact lenses (n = 44, 90 %)', 0, 1, 44, TWO_SIDED_90, -0.096, 0.037, 3],
    ['Agresti and Min 2005 (n = 86)', 16, 8, 86, TWO_SIDED_95, -0.020, 0.207, 3],
    ['Fagerland, Lydersen and Laake 2014, airway reactivity (n = 21)', 1, 7, 21, TWO_SIDED_95, -0.5172, -0.0260, 4],
    ['Tang et al. 2010 (n = 14)', 3, 1, 14, TWO_SIDED_95, -0.1670, 0.4327, 4],
    ['Chang 2024 (n = 102)', 25, 2, 102, TWO_SIDED_95, 0.139, 0.321, 3],
  ];

  it.each(EXAMPLES)('%s', (_source, denseOnly, prunedOnly, samples, confidence, low, high, digits) => {
    const interval = pairedDropInterval({ denseOnly, prunedOnly, samples }, confidence, 0);
    expect(interval.low.toFixed(digits)).toBe(low.toFixed(digits));
    expect(interval.high.toFixed(digits)).toBe(high.toFixed(digits));
  });

  it('and its continuity-corrected form with the R package ratesci (cc = 0.5 there moves b - c by 1)', () => {
    const interval = pairedDropInterval({ denseOnly: 1, prunedOnly: 7, samples: 21 }, TWO_SIDED_95, 1);
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual(['-0.5613', '0.0307']);
  });
});

describe('Tango\'s interval agrees with an independent implementation', () => {
  /**
   * From the definition, without its algebra: the nuisance parameter is found by maximising the trinomial likelihood
   * numerically, and the score statistic is compared with the quantile.
   */
  function scoreByLikelihood(b: number, c: number, n: number, d: number): number {
    const log = (count: number, p: number) => count === 0 ? 0 : count * Math.log(Math.max(p, 1e-300));
    const likelihood = (q: number) => log(b, q + d) + log(c, q) + log(n - b - c, 1 - 2 * q - d);
    let low = Math.max(0, -d);
    let high = (1 - d) / 2;
    const golden = (Math.sqrt(5) - 1) / 2;
    for (let step = 0; step < 200; step++) {
      const left = high - golden * (high - low);
      const right = low + golden * (high - low);
      if (likelihood(left) < likelihood(right)) low = left;
      else high = right;
    }
    return (b - c - n * d) / Math.sqrt(n * ((low + high) + d - d * d));
  }

  it('to 1e-6, over many tables', () => {
    const z = 1.6448536269514722;
    for (const [b, c, n] of [[3, 1, 20], [10, 4, 100], [37, 2, 600], [150, 90, 1000], [1, 6, 50], [25, 25, 80], [120, 30, 5000]] as const) {
      const { low, high } = pairedDropInterval({ denseOnly: b, prunedOnly: c, samples: n }, 0.95, 0);
      for (const [bound, wanted] of [[low, z], [high, -z]] as const) {
        const step = 1e-6;
        const around = [scoreByLikelihood(b, c, n, bound - step), scoreByLikelihood(b, c, n, bound + step)];
        expect(around[0]).toBeGreaterThan(wanted);
        expect(around[1]).toBeLessThan(wanted);
      }
    }
  });
});

describe('the interval at its boundaries', () => {
  const z2 = 1.6448536269514722 ** 2;
  const at = (denseOnly: number, prunedOnly: number, samples: number, continuity = 0) =>
    pairedDropInterval({ denseOnly, prunedOnly, samples }, 0.95, continuity);

  it('no discordant sample: z²/(n + z²) on both sides, exactly', () => {
    expect(at(0, 0, 50).high).toBeCloseTo(z2 / (50 + z2), 14);
    expect(at(0, 0, 50).low).toBeCloseTo(-z2 / (50 + z2), 14);
  });

  it('every sample lost: up to 1, down to (n - z²)/(n + z²)', () => {
    expect(at(30, 0, 30).high).toBe(1);
    expect(at(30, 0, 30).low).toBeCloseTo((30 - z2) / (30 + z2), 12);
    expect(at(0, 30, 30).low).toBe(-1);
  });

  it('one sample, no sample', () => {
    expect(at(1, 0, 1)).toEqual({ low: expect.closeTo((1 - z2) / (1 + z2), 12), high: 1 });
    expect(at(0, 0, 0)).toEqual({ low: -1, high: 1 });
  });

  it('exchanging the models mirrors it, exactly', () => {
    const one = at(17, 5, 200, 0.25);
    const other = at(5, 17, 200, 0.25);
    expect([other.low, other.high]).toEqual([-one.high, -one.low]);
  });

  it('holds the estimate, and shrinks with samples', () => {
    let width = Number.POSITIVE_INFINITY;
    for (const factor of [1, 2, 5, 20, 100]) {
      const { low, high } = at(6 * factor, 3 * factor, 100 * factor, 0.25);
      expect(low).toBeLessThan(0.03);
      expect(high).toBeGreaterThan(0.03);
      expect(high - low).toBeLessThan(width);
      width = high - low;
    }
  });

  it('the smallest decidable drop is no smaller than the exact binomial bound 1 - 0.05^(1/n)', () => {
    for (const n of [20, 100, 1000, 10_000]) {
      const exact = 1 - 0.05 ** (1 / n);
      expect(smallestDecidableDrop(n, 0.95)).toBeGreaterThanOrEqual(exact);
      expect(smallestDecidableDrop(n, 0.95)).toBeLessThan(1.15 * exact);
    }
  });
});
