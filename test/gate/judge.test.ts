import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/policy/types.js';
import { judge, type JudgeInput } from '../../src/gate/judge.js';
import { accuracyOf, check, measurePair, regression } from './fixtures.js';

const SMALL_DROP = accuracyOf({ both: 960, denseOnly: 4, prunedOnly: 2, neither: 34 });
const LARGE_DROP = accuracyOf({ both: 900, denseOnly: 60, prunedOnly: 5, neither: 35 });
const UNSURE = accuracyOf({ both: 180, denseOnly: 4, prunedOnly: 2, neither: 14 });

function judged(checks: readonly Check[], more: Partial<JudgeInput> = {}) {
  return judge({
    checks, metrics: [SMALL_DROP], measures: measurePair(), mode: 'interval', confidence: 0.95, onInconclusive: 'fail', errors: [], ...more,
  });
}

const outcome = (one: Check, more: Partial<JudgeInput> = {}) => judged([one], more).checks[0]?.outcome;
const DROP = check('accuracy.drop', 'max', 0.02, 'pp', { text: '2pp' });

describe('a drop limit is a non-inferiority test', () => {
  it('passes where the bound is inside, fails where the interval is outside, else is undecided', () => {
    expect(outcome(DROP)).toBe('pass');
    expect(outcome(DROP, { metrics: [LARGE_DROP] })).toBe('fail');
    expect(outcome(DROP, { metrics: [UNSURE] })).toBe('inconclusive');
  });

  it('says what would decide', () => {
    const [result] = judged([DROP], { metrics: [UNSURE] }).checks;
    expect(result?.samplesToDecide).toBeGreaterThan(100);
    expect(result?.detail).toMatch(/^The drop of accuracy is 1\.0 pp \(90 % CI −?\d\.\d to \d\.\d pp\); the limit of at most 2pp lies inside the interval, and about [\d,]+ more samples would decide\.$/u);
  });

  it('a bound exactly on the limit is inside', () => {
    const high = SMALL_DROP.dropInterval?.high ?? 0;
    expect(outcome(check('accuracy.drop', 'max', high, 'pp'))).toBe('pass');
    expect(outcome(check('accuracy.drop', 'max', high - 1e-12, 'pp'))).toBe('inconclusive');
  });

  it('relative limits are shares of the dense value', () => {
    const metric = regression();
    expect(outcome(check('mse.drop', 'max', 0.2, 'relative'), { metrics: [metric] })).toBe('pass');
    expect(outcome(check('mse.drop', 'max', 0.1, 'relative'), { metrics: [metric] })).toBe('inconclusive');
    expect(outcome(check('mse.drop', 'max', 0.04, 'relative'), { metrics: [metric] })).toBe('fail');
    expect(outcome(check('mse.drop', 'max', 0.1, 'relative'), { metrics: [regression({ dense: 0 })] })).toBe('error');
  });

  it('mode point compares the value alone', () => {
    expect(outcome(DROP, { metrics: [UNSURE], mode: 'point' })).toBe('pass');
    expect(outcome(check('accuracy.drop', 'max', 0.009, 'pp'), { metrics: [UNSURE], mode: 'point' })).toBe('fail');
    expect(judged([DROP], { metrics: [UNSURE], mode: 'point' }).checks[0]?.detail).toContain('the value alone, as the policy asks');
  });

  it('without an interval nothing is decided', () => {
    const [result] = judged([check('mse.drop', 'max', 0.1, 'none')], { metrics: [regression({ dropInterval: null })] }).checks;
    expect(result?.outcome).toBe('inconclusive');
    expect(result?.detail).toContain('too few samples carry an interval');
  });
});

describe('levels of a metric', () => {
  it('have a score interval where samples are right or wrong', () => {
    expect(outcome(check('accuracy.pruned', 'min', 0.9, 'relative'))).toBe('pass');
    expect(outcome(check('accuracy.pruned', 'min', 0.96, 'relative'))).toBe('inconclusive');
    expect(outcome(check('accuracy.dense', 'min', 0.99, 'relative'))).toBe('fail');
  });

  it('else are compared as they are, and that is said', () => {
    const [result] = judged([check('mse.pruned', 'max', 0.3, 'none')], { metrics: [regression()] }).checks;
    expect(result).toMatchObject({ outcome: 'pass', value: 0.22, interval: null });
    expect(result?.detail).toContain('an interval for its drop only');
  });
});

describe('latency', () => {
  const speed = (ratio: number, low: number, high: number, noiseFloor = 0.04) => ({ measures: measurePair({ speedup: { ratio, low, high, noiseFloor } }) });
  const FASTER = check('latency.speedup', 'min', 1.3, 'x', { text: '1.3x' });

  it('1.03x against 1.3x is a FAIL, not undecided', () => {
    expect(outcome(FASTER, speed(1.03, 1.01, 1.05))).toBe('fail');
  });

  it('is undecided only where the limit lies inside the interval widened by the noise floor', () => {
    expect(outcome(FASTER, speed(1.33, 1.31, 1.36))).toBe('inconclusive');
    expect(outcome(FASTER, speed(1.33, 1.31, 1.36, 0.001))).toBe('pass');
    expect(outcome(FASTER, speed(1.27, 1.24, 1.29))).toBe('inconclusive');
    expect(outcome(FASTER, speed(1.6, 1.55, 1.65))).toBe('pass');
  });

  it('the interval in the result is the widened one, and the sentence says so', () => {
    const [result] = judged([FASTER], speed(1.6, 1.56, 1.64)).checks;
    expect(result?.interval).toEqual({ low: 1.56 / 1.04, high: 1.64 * 1.04 });
    expect(result?.detail).toBe('The speed-up is 1.60x (90 % CI 1.50 to 1.71x, widened by the ±4.0 % noise floor of this machine), within the limit of at least 1.3x.');
  });

  it('of several settings must hold for all', () => {
    const at = (batch: number, ratio: number) => ({
      dense: { medianMs: 2 * batch, p95Ms: 3 * batch, runs: 100, batch, threads: 1 },
      pruned: { medianMs: (2 * batch) / ratio, p95Ms: (3 * batch) / ratio, runs: 100, batch, threads: 1 },
      speedup: { ratio, low: ratio - 0.02, high: ratio + 0.02, noiseFloor: 0.01 },
    });
    const both = (small: number, large: number) => ({ measures: measurePair({ settings: [at(1, small), at(8, large)] }) });
    expect(outcome(FASTER, both(1.6, 1.5))).toBe('pass');
    expect(outcome(FASTER, both(1.6, 1.1))).toBe('fail');
    expect(outcome(FASTER, both(1.6, 1.31))).toBe('inconclusive');
    expect(judged([FASTER], both(1.6, 1.5)).checks[0]?.detail).toContain('the worst of 2 settings');
    expect(outcome(check('latency.pruned', 'max', 12, 'ms'), both(1.6, 1.5))).toBe('pass');
    expect(outcome(check('latency.p95', 'max', 12, 'ms'), both(1.6, 1.5))).toBe('fail');
  });

  it('the median itself is only as sure as the noise floor', () => {
    expect(outcome(check('latency.pruned', 'max', 1.02, 'ms'))).toBe('inconclusive');
    expect(outcome(check('latency.pruned', 'max', 1.1, 'ms'))).toBe('pass');
    expect(outcome(check('latency.pruned', 'max', 0.9, 'ms'))).toBe('fail');
  });
});

describe('counted measures have no uncertainty', () => {
  it.each([['size.reduction', 0.5, 'pass'], ['size.reduction', 0.51, 'fail']] as const)('%s at least %d: %s', (name, value, wanted) => {
    const [result] = judged([check(name, 'min', value, 'relative')]).checks;
    expect(result).toMatchObject({ outcome: wanted, interval: null, value: 0.5 });
  });
});

describe('no evidence is never a pass', () => {
  const nothing: readonly (readonly [string, Check, Partial<JudgeInput>])[] = [
    ['a metric without a value', DROP, { metrics: [{ ...SMALL_DROP, drop: null, dropInterval: null, pruned: null, findings: ['pruned model: NaN or infinite outputs in 3 of 9 samples'] }] }],
    ['a metric that is NaN', DROP, { metrics: [{ ...SMALL_DROP, drop: Number.NaN }] }],
    ['a metric that was never evaluated', DROP, { metrics: [] }],
    ['no measures at all', check('size.reduction', 'min', 0.4, 'relative'), { measures: null }],
    ['unknown MACs', check('macs.reduction', 'min', 2, 'x'), { measures: measurePair({ pruned: { ...measurePair().pruned, macs: null } }) }],
    ['latency not measured', check('latency.speedup', 'min', 1.3, 'x'), { measures: measurePair({ speedup: null }) }],
    ['a latency of NaN', check('latency.speedup', 'min', 1.3, 'x'), { measures: measurePair({ speedup: { ratio: Number.NaN, low: 1, high: 2, noiseFloor: 0 } }) }],
    ['a unit that does not fit', check('size.reduction', 'min', 0.4, 'pp'), {}],
    ['a side that does not fit', check('accuracy.drop', 'min', 0.4, 'pp'), {}],
    ['an unknown check', check('colour.drop', 'max', 0.4, 'pp'), {}],
  ];

  it.each(nothing)('%s', (_name, one, more) => {
    for (const mode of ['interval', 'point'] as const) {
      const { checks: [result], verdict, exitCode } = judged([one], { ...more, mode });
      expect(result).toMatchObject({ outcome: 'error', value: null, interval: null });
      expect(result?.detail).toMatch(/cannot be judged: .+\.$/u);
      expect([verdict, exitCode]).toEqual(['ERROR', 2]);
    }
  });

  it('nor is an advisory check without evidence', () => {
    expect(judged([check('latency.speedup', 'min', 1.3, 'x', { level: 'advisory' })], { measures: null }).verdict).toBe('WARN');
  });

  it('nor a gate without checks', () => {
    expect(judged([]).verdict).toBe('WARN');
  });

  it('reasons are the metric\'s findings', () => {
    const [, one, more] = nothing[0] as (typeof nothing)[number];
    expect(judged([one], more).checks[0]?.detail).toContain('NaN or infinite outputs in 3 of 9 samples');
  });
});

describe('one verdict from all checks', () => {
  const FAILING = check('size.reduction', 'min', 0.9, 'relative');
  const UNDECIDED = check('accuracy.pruned', 'min', 0.96, 'relative');
  const BROKEN = check('macs.reduction', 'min', 2, 'x');
  const noMacs = { measures: measurePair({ pruned: { ...measurePair().pruned, macs: null } }) };
  const advisory = (one: Check): Check => ({ ...one, level: 'advisory' });

  it.each([
    ['all pass', [DROP], {}, 'PASS', 0],
    ['FAIL over INCONCLUSIVE', [UNDECIDED, FAILING, DROP], {}, 'FAIL', 1],
    ['ERROR over FAIL', [FAILING, BROKEN], noMacs, 'ERROR', 2],
    ['INCONCLUSIVE over WARN', [advisory(FAILING), UNDECIDED], {}, 'INCONCLUSIVE', 3],
    ['advisory failure', [DROP, advisory(FAILING)], {}, 'WARN', 0],
    ['advisory undecided', [DROP, advisory(UNDECIDED)], {}, 'WARN', 0],
    ['undecided, let through', [UNDECIDED], { onInconclusive: 'warn' }, 'INCONCLUSIVE', 0],
    ['undecided, ignored', [UNDECIDED], { onInconclusive: 'pass' }, 'INCONCLUSIVE', 0],
    ['errors of earlier stages', [DROP], { errors: [{ code: 'x', message: 'y', where: null, fix: null, stage: null }] }, 'ERROR', 2],
  ] as const)('%s', (_name, checks, more, verdict, exitCode) => {
    const result = judged(checks, more);
    expect([result.verdict, result.exitCode]).toEqual([verdict, exitCode]);
    expect(result.checks).toHaveLength(checks.length);
  });

  it('carries limits and positions through unchanged', () => {
    expect(judged([DROP]).checks[0]).toMatchObject({ check: 'accuracy.drop', bound: 'max', limit: 0.02, unit: 'pp', limitText: '2pp', level: 'critical', line: 7, column: 5 });
  });
});
