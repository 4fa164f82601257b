/** One proportion: how sure an accuracy is by itself. */
import { incompleteBeta } from './beta.js';
import type { Interval } from './paired-proportions.js';

/**
 * Exact interval of a proportion whose one-sided bounds each hold with at least `confidence`: C. J. Clopper, E. S. Pearson,
 * Biometrika 26 (1934) 404-413. Exact because the score interval lets up to 6 % false passes through at a stated 5 %
 * near a proportion of 1, where accuracies lie. No samples: 0 to 1.
 */
export function proportionInterval(right: number, samples: number, confidence: number): Interval {
  if (samples <= 0) return { low: 0, high: 1 };
  const alpha = 1 - confidence;
  return {
    // P(X >= right | p) = I_p(right, samples - right + 1), and P(X <= right | p) = 1 - I_p(right + 1, samples - right).
    low: right === 0 ? 0 : rootOf((p) => incompleteBeta(p, right, samples - right + 1) - alpha),
    high: right === samples ? 1 : rootOf((p) => incompleteBeta(p, right + 1, samples - right) - confidence),
  };
}

/** Where a rising function of 0..1 crosses 0. */
function rootOf(rising: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const guess = (low + high) / 2;
    if (rising(guess) > 0) high = guess;
    else low = guess;
  }
  return (low + high) / 2;
}
