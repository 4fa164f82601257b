/** Several sampled checks at once, and limits on the worst slice. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/gate/judge.js';
import type { Check } from '../../src/policy/types.js';
import type { MetricResult } from '../../src/report/types.js';
import { furtherSamplesPaired, pairedDropInterval } from '../../src/gate/statistics/index.js';
import { accuracyOf, check } from './fixtures.js';

const judged = (checks: readonly Check[], metrics: readonly MetricResult[], mode: 'interval' | 'point' = 'interval') =>
  judge({ checks, metrics, measures: null, mode, confidence: 0.95, onInconclusive: 'fail', errors: [] });

const BARELY = { both: 930, denseOnly: 26, prunedOnly: 8, neither: 36 };
const SECOND: MetricResult = { ...accuracyOf({ both: 950, denseOnly: 10, prunedOnly: 10, neither: 30 }), id: 'top5' };
const LIMIT = check('accuracy.drop', 'max', 0.008, 'pp', { text: '0.8pp' });

describe('several checks', () => {
  it('one alone fails where its interval is outside; beside another it must be outside after Holm', () => {
    const alone = judged([LIMIT], [accuracyOf(BARELY)]).checks[0];
    expect(alone).toMatchObject({ outcome: 'fail', holm: { of: 1 } });
    expect(alone?.holm?.p).toBeGreaterThan(0.025);
    const beside = judged([LIMIT, check('top5.drop', 'max', 0.03, 'pp', { text: '3pp' })], [accuracyOf(BARELY), SECOND]);
    expect(beside.checks[0]).toMatchObject({ outcome: 'inconclusive', holm: { of: 2 } });
    // As many as take the limit out of an interval that is as sure as the first of two checks must be.
    const more = beside.checks[0]?.samplesToDecide ?? NaN;
    const decided = (samples: number) => pairedDropInterval({ denseOnly: BARELY.denseOnly * samples / 1000, prunedOnly: BARELY.prunedOnly * samples / 1000, samples }, 0.975).low > LIMIT.value;
    expect([decided(1000 + more), decided(1000 + more - 1)]).toEqual([true, false]);
    expect(beside.checks[0]?.detail).toMatch(/FAIL needs 0\.05\), and about [\d,]+ more samples would decide\.$/u);
    expect(beside.checks[0]?.holm?.adjusted).toBeCloseTo(2 * (alone?.holm?.p ?? 0), 9);
    expect(beside.checks[0]?.detail).toContain('beyond the limit of at most 0.8pp by itself, but not surely so as one of 2 checks (Holm: p = 0.0');
    // A pass is not adjusted: every check must pass anyway.
    expect(beside.checks[1]?.outcome).toBe('pass');
    expect(beside.verdict).toBe('INCONCLUSIVE');
  });

  it('exact checks and mode point are no part of it', () => {
    const size = check('size.reduction', 'min', 0.1, 'relative');
    expect(judged([LIMIT, size], [accuracyOf(BARELY)]).checks[0]?.outcome).toBe('fail');
    expect(judged([LIMIT, check('top5.drop', 'max', 0.03, 'pp')], [accuracyOf(BARELY), SECOND], 'point').checks.map(({ outcome, holm }) => [outcome, holm])).toEqual([['fail', undefined], ['pass', undefined]]);
  });
});

describe('too few samples for the allowed drop', () => {
  const few = accuracyOf({ both: 60, denseOnly: 0, prunedOnly: 0, neither: 4 });
  it.each(['interval', 'point'] as const)('is no pass in mode %s', (mode) => {
    const [result] = judged([check('accuracy.drop', 'max', 0.01, 'pp', { text: '1pp' })], [few], mode).checks;
    expect(result?.outcome).toBe('inconclusive');
    expect(result?.detail).toMatch(/; 64 samples cannot keep a limit of at most 1pp, whatever they show: the smallest they can is 4\.\d pp/u);
  });
});

type Counts = readonly [value: string, samples: number, denseOnly: number, prunedOnly: number];

const sliced = (slices: readonly Counts[]): MetricResult => ({
  ...accuracyOf({ both: 900, denseOnly: 30, prunedOnly: 10, neither: 60 }),
  slices: slices.map(([value, samples, denseOnly, prunedOnly]) => ({
    by: 'class', value, samples, dense: 0.9, pruned: 0.9 - (denseOnly - prunedOnly) / samples, drop: (denseOnly - prunedOnly) / samples,
    dropInterval: pairedDropInterval({ denseOnly, prunedOnly, samples }, 0.95), paired: { denseOnly, prunedOnly },
  })),
});

describe('a limit on the worst class', () => {
  const WORST = check('accuracy.class-drop', 'max', 0.05, 'pp', { text: '5pp' });
  const outcome = (slices: readonly Counts[], mode?: 'point') => judged([WORST], [sliced(slices)], mode).checks[0];

  it('passes where every class that is large enough does, and says which are too small', () => {
    const result = outcome([['0', 500, 8, 4], ['1', 480, 9, 6], ['2', 20, 0, 0]]);
    expect(result).toMatchObject({ outcome: 'pass', slices: [{ value: '0', outcome: 'pass' }, { value: '1', outcome: 'pass' }, { value: '2', outcome: 'not judged' }] });
    expect(result?.detail).toMatch(/^The drop of accuracy is largest in class 0: 0\.8 pp \(90 % CI .*\) on 500 samples; 2 of 3 classes keep the limit of at most 5pp; 1 of 3 classes is too small for the limit: not judged\.$/u);
  });

  it('fails where one class breaks it after Holm over the classes, rare ones too', () => {
    expect(outcome([['0', 500, 8, 4], ['rare', 40, 20, 0]])).toMatchObject({ outcome: 'fail', value: 0.5, slices: [{ value: 'rare', outcome: 'fail' }, { value: '0' }] });
    const many: Counts[] = Array.from({ length: 60 }, (_, i) => [String(i), 400, 6, 4] as const);
    const edge: Counts = ['edge', 400, 40, 8];
    expect(outcome([edge])?.outcome).toBe('fail');
    const among = outcome([edge, ...many]);
    expect([among?.outcome, among?.slices?.[0]]).toMatchObject(['inconclusive', { value: 'edge', outcome: 'inconclusive' }]);
  });

  it('says how many more samples of the undecided classes would decide', () => {
    const result = outcome([['0', 500, 8, 4], ['open', 200, 12, 4], ['wide', 100, 5, 2], ['tiny', 20, 0, 0]]);
    expect(result?.slices?.map((slice) => slice.outcome).sort()).toEqual(['inconclusive', 'inconclusive', 'not judged', 'pass']);
    const needed = ([[200, 12, 4], [100, 5, 2]] as const).map(([samples, denseOnly, prunedOnly]) => furtherSamplesPaired({ samples, denseOnly, prunedOnly }, WORST.value, 0.95) ?? NaN);
    expect(result?.samplesToDecide).toBe(Math.max(...needed));
    expect(result?.detail).toMatch(/the limit of at most 5pp is not decided in 2 of 4 classes, and about [\d,]+ more samples of each would decide; 1 of 4 classes is too small/u);
    // One that breaks the limit by itself, but not among sixty, needs more than a single look would.
    const among = outcome([['edge', 400, 40, 8], ...Array.from({ length: 60 }, (_, i): Counts => [String(i), 400, 6, 4])]);
    expect(among?.samplesToDecide).toBe(furtherSamplesPaired({ samples: 400, denseOnly: 40, prunedOnly: 8 }, WORST.value, 1 - 0.05 / 61));
    expect(outcome([['0', 20, 0, 0], ['1', 24, 0, 0]])?.samplesToDecide).toBe(furtherSamplesPaired({ samples: 20, denseOnly: 0, prunedOnly: 0 }, WORST.value, 0.95));
  });

  it('is never a pass where no class is large enough, in either mode', () => {
    expect(outcome([['0', 20, 0, 0], ['1', 20, 0, 0]])).toMatchObject({ outcome: 'inconclusive', detail: expect.stringContaining('no slice is large enough') });
    expect(outcome([['0', 20, 0, 0]], 'point')?.outcome).toBe('inconclusive');
  });

  it('cannot be judged without classes or named slices', () => {
    const metric = accuracyOf({ both: 900, denseOnly: 30, prunedOnly: 10, neither: 60 });
    expect(judged([WORST], [metric]).checks[0]).toMatchObject({ outcome: 'error', detail: expect.stringContaining('no classes to divide by') });
    expect(judged([check('accuracy.slice-drop', 'max', 0.05, 'pp')], [metric]).checks[0]).toMatchObject({ outcome: 'error', detail: expect.stringContaining('names no `slices`') });
  });
});
