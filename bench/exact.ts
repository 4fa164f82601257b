/** Chances of the gate's verdicts on a drop, summed exactly over all outcomes. */
import { incompleteBeta } from '../src/gate/statistics/beta.js';
import { pairedDropInterval, type Interval } from '../src/gate/statistics/index.js';
import { binomialTable } from './binomial.js';

export interface Truth {
  readonly samples: number;
  /** Chances that a sample is right by one of the models alone. */
  readonly denseOnly: number;
  readonly prunedOnly: number;
}

/**
 * Chances of PASS and FAIL against a limit on the drop. The number of samples on which the models differ is binomial, and so is
 * how many of those the dense model gets right; of a given number, PASS takes at most so many and FAIL at least so many.
 */
export function exactRates({ samples, denseOnly, prunedOnly }: Truth, limit: number, confidence: number): { pass: number; fail: number } {
  const share = denseOnly / (denseOnly + prunedOnly);
  let [pass, fail] = [0, 0];
  for (const [differing, chance] of binomialTable(samples, denseOnly + prunedOnly)) {
    const interval = (lost: number): Interval => pairedDropInterval({ denseOnly: lost, prunedOnly: differing - lost, samples }, confidence);
    const passing = lastOf(differing, (lost) => interval(lost).high <= limit);
    const open = lastOf(differing, (lost) => interval(lost).low <= limit);
    pass += chance * atMost(passing, differing, share);
    fail += chance * (1 - atMost(open, differing, share));
  }
  return { pass, fail };
}

/** The largest of 0..most that holds, where what holds comes first; -1: none does. */
function lastOf(most: number, holds: (value: number) => boolean): number {
  let [low, high] = [-1, most + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** P(X <= k) of Binomial(n, p). */
function atMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1);
}
