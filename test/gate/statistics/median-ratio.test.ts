import { describe, expect, it } from 'vitest';
import { median, medianRatioInterval } from '../../../src/gate/statistics/median-ratio.js';
import { gaussian, seededRandom } from '../../../src/kernels/random.js';

describe('median', () => {
  it('of odd, even and empty lists', () => {
    expect([[3, 1, 2], [4, 1, 2, 3], []].map((values) => median(Float64Array.from(values)))).toEqual([2, 2.5, Number.NaN]);
  });
});

describe('ratio of medians', () => {
  const timings = (seed: string, rounds: number, factor: number) => {
    const noise = gaussian(seededRandom(seed));
    const spikes = seededRandom(`${seed} spikes`);
    const time = (base: number) => base * (1 + 0.02 * noise()) + (spikes() < 0.05 ? base : 0);
    return {
      dense: Float64Array.from({ length: rounds }, () => time(2 * factor)),
      pruned: Float64Array.from({ length: rounds }, () => time(2)),
    };
  };

  it('finds a real speed-up through outliers', () => {
    const { ratio, low, high } = medianRatioInterval(timings('fast', 200, 1.5), { confidence: 0.95, random: seededRandom(1) });
    expect(ratio).toBeCloseTo(1.5, 1);
    expect(low).toBeGreaterThan(1.45);
    expect(high).toBeLessThan(1.55);
    expect(low).toBeLessThanOrEqual(ratio);
    expect(high).toBeGreaterThanOrEqual(ratio);
  });

  it('covers 1 for equal models, about as often as it says', () => {
    let covered = 0;
    for (let trial = 0; trial < 200; trial++) {
      const { low, high } = medianRatioInterval(timings(`equal ${trial}`, 60, 1), { confidence: 0.95, random: seededRandom(trial), replicates: 300 });
      if (low <= 1 && 1 <= high) covered++;
    }
    expect(covered / 200).toBeGreaterThan(0.82);
  });

  it('is seeded, leaves its input alone, and takes lists of different length and none', () => {
    const given = timings('input', 30, 1.2);
    const before = given.dense.slice();
    const once = medianRatioInterval(given, { confidence: 0.9, random: seededRandom('x') });
    expect(medianRatioInterval(given, { confidence: 0.9, random: seededRandom('x') })).toEqual(once);
    expect(given.dense).toEqual(before);
    const shorter = { dense: given.dense, pruned: given.pruned.slice(0, 10) };
    expect(Number.isFinite(medianRatioInterval(shorter, { confidence: 0.9, random: seededRandom('x') }).low)).toBe(true);
    expect(medianRatioInterval({ dense: [], pruned: [] }, { confidence: 0.9, random: seededRandom('x') }))
      .toEqual({ ratio: Number.NaN, low: Number.NaN, high: Number.NaN });
  });
});
