/** Limits against the base of a change, by hand. */
import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../src/gate/baseline.js';
import { judge } from '../../src/gate/judge.js';
import { proportionInterval } from '../../src/gate/statistics/index.js';
import { emptyModelReport } from '../../src/pipeline/model-report.js';
import type { Check } from '../../src/policy/types.js';
import type { MeasurePair, MetricResult } from '../../src/report/types.js';
import { accuracyOf, check, measurePair, regression } from './fixtures.js';

const BASE = accuracyOf({ both: 4400, denseOnly: 100, prunedOnly: 80, neither: 420 });
const base = (metrics: readonly MetricResult[] = [BASE], measures: MeasurePair = measurePair(), sameMachine = true): Baseline =>
  ({ kind: 'known', model: { ...emptyModelReport('m', 'm.onnx', 0), metrics, measures }, sameMachine });

const judged = (checks: readonly Check[], baseline: Baseline | undefined, metrics: readonly MetricResult[] = [BASE], measures = measurePair()) =>
  judge({ checks, metrics, measures, mode: 'interval', confidence: 0.95, onInconclusive: 'fail', errors: [], baseline });

describe('regression of a metric', () => {
  const LIMIT = check('accuracy.regression', 'max', 0.02, 'pp', { text: '2pp' });

  it('is the pruned accuracy of the base less that of now, with both intervals joined', () => {
    const worse = accuracyOf({ both: 4380, denseOnly: 120, prunedOnly: 75, neither: 425 });
    const [result] = judged([LIMIT], base(), [worse]).checks;
    expect(result).toMatchObject({ outcome: 'pass', value: expect.closeTo(25 / 5000, 12) });
    const [before, after] = [proportionInterval(4480, 5000, 0.95), proportionInterval(4455, 5000, 0.95)];
    expect(result?.interval?.high).toBeCloseTo(0.005 + Math.hypot(before.high - 0.896, 0.891 - after.low), 12);
    expect(result?.interval?.low).toBeCloseTo(0.005 - Math.hypot(0.896 - before.low, after.high - 0.891), 12);
    expect(result?.detail).toMatch(/^What the pruned model lost of accuracy since the base is 0\.5 pp \(90 % CI .*\), within the limit of at most 2pp\.$/u);
  });

  it('fails where it surely lost more, and is undecided between', () => {
    const outcome = (denseOnly: number) => judged([LIMIT], base(), [accuracyOf({ both: 4500 - denseOnly, denseOnly, prunedOnly: 80, neither: 420 })]).checks[0]?.outcome;
    expect([outcome(100), outcome(200), outcome(400)]).toEqual(['pass', 'inconclusive', 'fail']);
    const [open] = judged([LIMIT], base(), [accuracyOf({ both: 4310, denseOnly: 190, prunedOnly: 80, neither: 420 })]).checks;
    const half = (open?.interval?.high ?? NaN) - (open?.value ?? NaN);
    expect(open?.samplesToDecide).toBe(Math.ceil(5000 * ((half / (0.02 - (open?.value ?? NaN))) ** 2 - 1)));
    expect(open?.detail).toMatch(/lies inside the interval, and about [\d,]+ more samples would decide\.$/u);
  });

  it('is judged by the value alone where a metric has no interval of its level', () => {
    const [result] = judged([check('mse.regression', 'max', 0.1, 'relative', { text: '10%' })], base([regression()]), [regression({ pruned: 0.231 })]).checks;
    expect(result).toMatchObject({ outcome: 'pass', value: expect.closeTo(0.05, 12), interval: null });
  });
});

it('drift is what pruning costs now more than it cost the base', () => {
  const LIMIT = check('accuracy.drift', 'max', 0.01, 'pp', { text: '1pp' });
  const outcome = (denseOnly: number) => judged([LIMIT], base(), [accuracyOf({ both: 4500 - denseOnly, denseOnly, prunedOnly: 80, neither: 420 })]).checks[0];
  expect(outcome(100)).toMatchObject({ outcome: 'pass', value: 0 });
  expect(outcome(300)).toMatchObject({ outcome: 'fail', value: expect.closeTo(0.04, 12) });
  // The dense model got better and the pruned one with it: no drift, and no regression.
  expect(judged([LIMIT], base(), [accuracyOf({ both: 4700, denseOnly: 100, prunedOnly: 80, neither: 120 })]).checks[0]?.outcome).toBe('pass');
});

describe('growth of a measure', () => {
  const grown = measurePair({ pruned: { ...measurePair().pruned, fileBytes: 55_000, latency: { medianMs: 1.2, p95Ms: 2, runs: 100, batch: 1, threads: 1 } } });

  it('is a share of the base, exact for size', () => {
    const limits = [check('size.regression', 'max', 0.05, 'relative', { text: '5%' }), check('macs.regression', 'max', 0, 'relative', { text: '0%' })];
    expect(judged(limits, base(), [BASE], grown).checks.map(({ outcome, value }) => [outcome, value])).toEqual([['fail', expect.closeTo(0.1, 12)], ['pass', 0]]);
  });

  it('is within the noise floors of both runs for latency', () => {
    const outcome = (limit: number) => judged([check('latency.regression', 'max', limit, 'relative', { text: `${limit}` })], base(), [BASE], grown).checks[0];
    expect(outcome(0.5)).toMatchObject({ outcome: 'pass', value: expect.closeTo(0.2, 12), interval: { low: expect.closeTo(1.2 / 1.04 ** 2 - 1, 12), high: expect.closeTo(1.2 * 1.04 ** 2 - 1, 12) } });
    expect([outcome(0.25)?.outcome, outcome(0.05)?.outcome]).toEqual(['inconclusive', 'fail']);
    // Held-out samples say nothing of time.
    expect(outcome(0.25)).toMatchObject({ samplesToDecide: null, detail: expect.stringMatching(/lies inside the interval\.$/u) });
  });
});

describe('nothing to compare with', () => {
  const LIMITS = [check('accuracy.drop', 'max', 0.02, 'pp', { text: '2pp' }), check('accuracy.regression', 'max', 0.02, 'pp'), check('accuracy.drift', 'max', 0.02, 'pp'), check('latency.regression', 'max', 0.1, 'relative')];

  it('because it cannot be had is undecided, never a pass: by the level of the check, and as the policy says', () => {
    for (const baseline of [undefined, { kind: 'missing', reason: 'the record is gone' } as const]) {
      const { checks, findings, verdict, exitCode } = judged(LIMITS, baseline);
      expect([verdict, exitCode, checks.map(({ outcome, value, samplesToDecide }) => [outcome, value, samplesToDecide]).slice(1)]).toEqual(['INCONCLUSIVE', 3, Array.from({ length: 3 }, () => ['inconclusive', null, null])]);
      expect(findings.map(({ code, level }) => [code, level])).toEqual(Array.from({ length: 3 }, () => ['baseline-missing', 'warning']));
    }
    expect(judged(LIMITS, { kind: 'missing', reason: 'the record is gone' }).checks[1]?.detail).toBe('accuracy.regression cannot be judged: the record is gone.');
    expect(judged([LIMITS[0] as Check, check('accuracy.regression', 'max', 0.02, 'pp', { level: 'advisory' })], undefined).verdict).toBe('WARN');
    expect(judged([check('accuracy.drop', 'max', -0.02, 'pp'), LIMITS[1] as Check], undefined).verdict).toBe('FAIL');
  });

  it('because there never was anything is said, and the other limits decide', () => {
    const none = { kind: 'none', reason: 'this run is about no change' } as const;
    const { checks, findings, verdict } = judged(LIMITS, none);
    expect([verdict, checks.map((one) => one.check)]).toEqual(['PASS', ['accuracy.drop']]);
    expect(findings.map(({ code, level }) => [code, level])).toEqual(Array.from({ length: 3 }, () => ['baseline-none', 'warning']));
    // Nothing was shown where no other limit is there.
    expect(judged([LIMITS[1] as Check], none).verdict).toBe('WARN');
  });

  it('of another machine the times alone are undecided', () => {
    const { checks, findings } = judged(LIMITS, base([BASE], measurePair(), false));
    expect(checks.map((one) => one.outcome)).toEqual(['pass', 'pass', 'pass', 'inconclusive']);
    expect(findings).toMatchObject([{ code: 'baseline-other-machine', message: expect.stringContaining('latency is not compared') }]);
  });

  it('a value that is missing now is an error, not a missing baseline', () => {
    const lost: MetricResult = { ...BASE, pruned: null, drop: null, dropInterval: null, findings: ['pruned model: NaN or infinite outputs in 3 of 9 samples'] };
    expect(judged([LIMITS[1] as Check], base(), [lost])).toMatchObject({ verdict: 'ERROR', checks: [{ outcome: 'error' }] });
  });
});
