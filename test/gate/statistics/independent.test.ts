/**
 * The statistics against independent implementations: values computed once with scipy 1.17.1 and statsmodels 0.15.0, to 1e-6.
 * (Tango's interval and its published examples are in paired-proportions.test.ts.)
 */
import { describe, expect, it } from 'vitest';
import { holmAdjusted, mcnemar, normalCdf, normalQuantile, proportionInterval } from '../../../src/gate/statistics/index.js';

/** Within 1e-6, and of small values within 1e-6 of themselves. */
const near = (value: number, wanted: number): void => { expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-6 * Math.min(1, Math.max(Math.abs(wanted), 1e-12))); };

describe('agrees with', () => {
  it.each([
    [47, 50, 0.95, 0.8521628236, 0.9834481408], [180, 200, 0.95, 0.8580107484, 0.9327385989], [990, 1000, 0.95, 0.9830968249, 0.9945648599],
    [9300, 10_000, 0.95, 0.9256597182, 0.9341537551], [0, 30, 0.95, 0, 0.0950338529], [30, 30, 0.95, 0.9049661471, 1], [475, 500, 0.975, 0.9270723783, 0.9673848199],
  ])('statsmodels proportion_confint(method="beta"): %d of %d at %d', (right, samples, confidence, low, high) => {
    const interval = proportionInterval(right, samples, confidence);
    near(interval.low, low);
    near(interval.high, high);
  });

  it.each([[9, 3, 0.1459960938], [1, 7, 0.0703125], [25, 2, 5.647540092e-6], [16, 8, 0.151589632], [120, 90, 0.04511408786], [0, 5, 0.0625]])(
    'statsmodels mcnemar(exact=True): %d against %d', (denseOnly, prunedOnly, p) => { near(mcnemar({ denseOnly, prunedOnly }), p); });

  it('statsmodels multipletests(method="holm")', () => {
    const wanted = [0.05, 0.12, 0.12, 0.03, 0.2, 0.12];
    holmAdjusted([0.01, 0.04, 0.03, 0.005, 0.2, 0.04]).forEach((adjusted, i) => { near(adjusted, wanted[i] as number); });
  });

  it('scipy.stats.norm, cdf and ppf', () => {
    for (const [x, p] of [[-6, 9.86587645038e-10], [-2.5, 0.00620966532578], [-0.3, 0.382088577811], [0.7, 0.758036347777], [3.1, 0.999032396787]] as const) near(normalCdf(x), p);
    for (const [p, x] of [[1e-9, -5.99780701501], [0.025, -1.95996398454], [0.05, -1.64485362695], [0.5, 0], [0.9, 1.28155156554], [0.9999, 3.71901648546]] as const) near(normalQuantile(p), x);
  });
});
