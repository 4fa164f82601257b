/**
 * How often the gate lets a drop through that sits exactly on its limit: enumerated exactly over all tables of counts,
 * and simulated with the whole gate. The long version is in bench/.
 */
import { describe, expect, it } from 'vitest';
import { exactRates } from '../../../bench/exact.js';
import type { Check } from '../../../src/policy/types.js';
import { judge } from '../../../src/gate/judge.js';
import { continuityFor, pairedDropInterval } from '../../../src/gate/statistics/paired-proportions.js';
import type { MetricResult, Verdict } from '../../../src/report/types.js';
import { seededRandom } from '../../../src/kernels/random.js';
import { accuracyOf } from '../fixtures.js';

const LOG_FACTORIAL = (() => {
  const table = [0];
  for (let i = 1; i <= 1000; i++) table.push((table[i - 1] as number) + Math.log(i));
  return (n: number) => table[n] as number;
})();

function probability(b: number, c: number, n: number, denseOnly: number, prunedOnly: number): number {
  const log = (count: number, p: number) => count === 0 ? 0 : p <= 0 ? Number.NEGATIVE_INFINITY : count * Math.log(p);
  return Math.exp(LOG_FACTORIAL(n) - LOG_FACTORIAL(b) - LOG_FACTORIAL(c) - LOG_FACTORIAL(n - b - c)
    + log(b, denseOnly) + log(c, prunedOnly) + log(n - b - c, 1 - denseOnly - prunedOnly));
}

/** Largest b for each c at which the upper bound of the drop still keeps the limit: passes are below it. */
function passingEdge(n: number, limit: number, confidence: number, continuity: number): number[] {
  const edges: number[] = [];
  let b = -1;
  for (let c = 0; c <= n; c++) {
    b = Math.min(b, n - c);
    while (b + 1 + c <= n && pairedDropInterval({ denseOnly: b + 1, prunedOnly: c, samples: n }, confidence, continuity).high <= limit) b++;
    edges.push(b);
  }
  return edges;
}

function falsePassRate(n: number, limit: number, prunedOnly: number, edges: readonly number[]): number {
  let rate = 0;
  for (let c = 0; c <= n; c++) for (let b = 0; b <= (edges[c] as number); b++) rate += probability(b, c, n, limit + prunedOnly, prunedOnly);
  return rate;
}

describe('false passes at the limit, counted exactly', () => {
  const PRUNED_ONLY = [0, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3];

  it.each([[20, 0.95], [60, 0.95], [100, 0.95], [200, 0.95], [20, 0.9], [100, 0.9], [60, 0.99]])('%d samples at confidence %d', (n, confidence) => {
    for (const limit of [0.005, 0.01, 0.02, 0.05, 0.1]) {
      const edges = passingEdge(n, limit, confidence, continuityFor(confidence));
      for (const prunedOnly of PRUNED_ONLY) expect(falsePassRate(n, limit, prunedOnly, edges)).toBeLessThanOrEqual(1 - confidence);
    }
  });

  // By another way than above: sizes at which single tables are too many.
  it.each([20, 200, 1000, 10_000])('%d samples, summed by binomials', (samples) => {
    for (const prunedOnly of samples === 10_000 ? [0.002, 0.05, 0.3] : PRUNED_ONLY) {
      for (const limit of [0.005, 0.02]) {
        const { pass } = exactRates({ samples, denseOnly: limit + prunedOnly, prunedOnly }, limit, 0.95);
        expect(pass).toBeLessThanOrEqual(0.05);
        if (samples === 200) expect(pass).toBeCloseTo(falsePassRate(samples, limit, prunedOnly, passingEdge(samples, limit, 0.95, continuityFor(0.95))), 9);
      }
    }
  });

  it('which plain Tango does not keep: hence the correction', () => {
    expect(falsePassRate(100, 0.1, 0, passingEdge(100, 0.1, 0.95, 0))).toBeGreaterThan(0.055);
  });
});

const limit = (value: number): Check => ({
  check: 'accuracy.drop', bound: 'max', value, unit: 'pp', text: `${value * 100}pp`, level: 'critical', line: 1, column: 1,
});

describe('the whole gate, simulated', () => {
  const TRIALS = 2000;

  // The gate is a function of its input: counts that come again are judged once.
  const judged = new Map<string, { metric: MetricResult; verdict: Verdict }>();

  function judgedOnce(counts: Parameters<typeof accuracyOf>[0]): { metric: MetricResult; verdict: Verdict } {
    // Neither interval nor limit look at how the samples that both models treat alike divide.
    const key = `${counts.both + counts.neither} ${counts.denseOnly} ${counts.prunedOnly}`;
    const known = judged.get(key);
    if (known !== undefined) return known;
    const metric = accuracyOf(counts, 0.95);
    const { verdict } = judge({
      checks: [limit(0.02)], metrics: [metric], measures: null, mode: 'interval', confidence: 0.95, onInconclusive: 'fail', errors: [],
    });
    judged.set(key, { metric, verdict });
    return { metric, verdict };
  }

  function verdicts(samples: number, denseOnly: number, prunedOnly: number, seed: string): { pass: number; fail: number; covered: number } {
    const random = seededRandom(seed);
    const tally = { pass: 0, fail: 0, covered: 0 };
    for (let trial = 0; trial < TRIALS; trial++) {
      const counts = { both: 0, denseOnly: 0, prunedOnly: 0, neither: 0 };
      for (let i = 0; i < samples; i++) {
        const draw = random();
        counts[draw < denseOnly ? 'denseOnly' : draw < denseOnly + prunedOnly ? 'prunedOnly' : draw < 0.95 ? 'both' : 'neither']++;
      }
      const { metric, verdict } = judgedOnce(counts);
      if (verdict === 'PASS') tally.pass++;
      if (verdict === 'FAIL') tally.fail++;
      const { low, high } = metric.dropInterval ?? { low: 1, high: 0 };
      if (low <= denseOnly - prunedOnly && denseOnly - prunedOnly <= high) tally.covered++;
    }
    return tally;
  }

  // Three standard errors of a share of 5 % over the trials.
  const NOISE = 3 * Math.sqrt(0.05 * 0.95 / TRIALS);

  it('passes a drop on the limit at most 5 % of the time, and fails it as rarely', () => {
    for (const [samples, prunedOnly] of [[300, 0.01], [1000, 0.02], [1000, 0.05]] as const) {
      const { pass, fail } = verdicts(samples, 0.02 + prunedOnly, prunedOnly, `limit ${samples} ${prunedOnly}`);
      expect(pass / TRIALS).toBeLessThanOrEqual(0.05 + NOISE);
      expect(fail / TRIALS).toBeLessThanOrEqual(0.05 + NOISE);
    }
  });

  it('covers the true drop in about 90 % of intervals', () => {
    for (const [samples, prunedOnly] of [[200, 0.02], [1000, 0.03]] as const) {
      const { covered } = verdicts(samples, 0.01 + prunedOnly, prunedOnly, `cover ${samples}`);
      expect(covered / TRIALS).toBeGreaterThan(0.89);
      expect(covered / TRIALS).toBeLessThan(0.96);
    }
  });

  it('decides more often the more samples there are', () => {
    const undecided = [200, 800, 3000].map((samples) => {
      const { pass, fail } = verdicts(samples, 0.015, 0.01, 'decide');
      return TRIALS - pass - fail;
    });
    expect(undecided).toEqual([...undecided].sort((a, b) => b - a));
    expect(undecided[2]).toBeLessThan(0.05 * TRIALS);
  });
});
