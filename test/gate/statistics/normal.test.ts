import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/gate/statistics/normal.js';

describe('normal distribution', () => {
  // Tables of any statistics textbook, to all digits a double holds.
  const QUANTILES: readonly (readonly [p: number, z: number])[] = [
    [0.5, 0], [0.9, 1.2815515655446004], [0.95, 1.6448536269514722], [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408], [0.999, 3.090232306167813], [1e-10, -6.361340902404056],
  ];

  it.each(QUANTILES)('quantile of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 10);
    expect(normalCdf(z)).toBeCloseTo(p, 13);
  });

  it('keeps relative precision in the tail', () => {
    expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 10);
    expect(normalCdf(-20) / 2.7536241186062337e-89).toBeCloseTo(1, 10);
    // Where the series hands over to the continued fraction.
    expect(normalCdf(-4.999999) / normalCdf(-5.000001)).toBeCloseTo(1.0000103868, 6);
  });

  it('is monotone, symmetric and closed at its ends', () => {
    expect(normalCdf(1.3) + normalCdf(-1.3)).toBe(1);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(Number.NaN)])
      .toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});
