/** McNemar's exact p-value against the binomial sum it stands for. */
import { expect, it } from 'vitest';
import { mcnemar } from '../../../src/gate/statistics/index.js';

/** 2 P(X <= fewer) for X binomial (discordant, 1/2), term by term. */
function summed(denseOnly: number, prunedOnly: number): number {
  const n = denseOnly + prunedOnly;
  let term = 0.5 ** n;
  let total = 0;
  for (let k = 0; k <= Math.min(denseOnly, prunedOnly); k++) {
    total += term;
    term *= (n - k) / (k + 1);
  }
  return Math.min(1, 2 * total);
}

it('is 2 (1 + 12 + 66) / 4096 for 10 against 2', () => {
  expect(mcnemar({ denseOnly: 10, prunedOnly: 2 })).toBeCloseTo(158 / 4096, 12);
});

it('equals the sum, whichever side has more', () => {
  for (const [a, b] of [[1, 0], [5, 5], [7, 8], [30, 12], [200, 150], [0, 40]] as const) {
    expect(mcnemar({ denseOnly: a, prunedOnly: b })).toBeCloseTo(summed(a, b), 10);
    expect(mcnemar({ denseOnly: b, prunedOnly: a })).toBe(mcnemar({ denseOnly: a, prunedOnly: b }));
  }
});

it('is 1 where no sample tells the models apart', () => {
  expect(mcnemar({ denseOnly: 0, prunedOnly: 0 })).toBe(1);
});
