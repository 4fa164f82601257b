import { describe, expect, it } from 'vitest';
import { bootstrapIntervals, quantile, type WeightedStatistic } from '../../../src/gate/statistics/bootstrap.js';
import { normalQuantile } from '../../../src/gate/statistics/normal.js';
import { gaussian, seededRandom } from '../../../src/kernels/random.js';

const meanOf = (values: ArrayLike<number>): WeightedStatistic => (weights) => {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    sum += (weights[i] as number) * (values[i] as number);
    count += weights[i] as number;
  }
  return sum / count;
};

function intervalOf(statistic: WeightedStatistic, samples: number, seed: string, replicates = 2000) {
  return bootstrapIntervals([statistic], { samples, confidence: 0.95, random: seededRandom(seed), replicates })[0];
}

describe('paired bootstrap', () => {
  it('is the same for the same seed, and another for another', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => Math.sin(i * 7) + i / 50);
    expect(intervalOf(meanOf(values), 60, 'a')).toEqual(intervalOf(meanOf(values), 60, 'a'));
    expect(intervalOf(meanOf(values), 60, 'a')).not.toEqual(intervalOf(meanOf(values), 60, 'b'));
  });

  it('gives the textbook interval for the mean of a symmetric sample', () => {
    const random = gaussian(seededRandom('normal'));
    const values = Float64Array.from({ length: 400 }, random);
    const mean = values.reduce((sum, value) => sum + value, 0) / 400;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399 / 400);
    const interval = intervalOf(meanOf(values), 400, 'mean', 8000);
    expect(interval?.low).toBeCloseTo(mean - normalQuantile(0.95) * error, 2);
    expect(interval?.high).toBeCloseTo(mean + normalQuantile(0.95) * error, 2);
  });

  it('leans to the long tail of a skewed sample, as BCa should', () => {
    const random = seededRandom('skew');
    const values = Float64Array.from({ length: 50 }, () => -Math.log(1 - random()));
    const mean = values.reduce((sum, value) => sum + value, 0) / 50;
    const interval = intervalOf(meanOf(values), 50, 'skewed');
    expect((interval?.high ?? 0) - mean).toBeGreaterThan(mean - (interval?.low ?? 0));
  });

  it('is a point where nothing varies, and null where the figure is undefined too often', () => {
    expect(intervalOf(meanOf(new Float64Array(30).fill(2)), 30, 'constant')).toEqual({ low: 2, high: 2 });
    // Defined only in draws that hold sample 0: a third of them lack it.
    expect(intervalOf((weights) => weights[0] === 0 ? Number.NaN : 1, 30, 'fragile')).toBeNull();
    expect(intervalOf(() => Number.NaN, 30, 'never')).toBeNull();
  });

  it('shares its draws: the interval of a statistic does not depend on its neighbours', () => {
    const values = Float64Array.from({ length: 40 }, (_, i) => i % 7);
    const options = () => ({ samples: 40, confidence: 0.95, random: seededRandom('shared'), replicates: 500 });
    const [alone] = bootstrapIntervals([meanOf(values)], options());
    const [, beside] = bootstrapIntervals([() => 0, meanOf(values)], options());
    expect(beside).toEqual(alone);
  });

  it('covers a known mean about as often as it says (seeded)', () => {
    const random = seededRandom('coverage');
    let covered = 0;
    const TRIALS = 300;
    for (let trial = 0; trial < TRIALS; trial++) {
      const values = Float64Array.from({ length: 80 }, () => random() ** 2);
      const [interval] = bootstrapIntervals([meanOf(values)], { samples: 80, confidence: 0.95, random, replicates: 400 });
      if (interval !== null && interval !== undefined && interval.low <= 1 / 3 && 1 / 3 <= interval.high) covered++;
    }
    // Two-sided 90 %, three standard errors.
    expect(Math.abs(covered / TRIALS - 0.9)).toBeLessThan(3 * Math.sqrt(0.09 / TRIALS));
  });
});

describe('quantile', () => {
  it('interpolates between order statistics and stops at the ends', () => {
    const sorted = Float64Array.from([1, 2, 3, 4]);
    expect([0, 0.2, 0.5, 0.9, 1].map((p) => quantile(sorted, p))).toEqual([1, 1, 2.5, 4, 4]);
  });
});
