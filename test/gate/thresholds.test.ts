import { describe, expect, it } from 'vitest';
import type { LimitUnit } from '../../src/policy/types.js';
import { checkUnits, MEASURE_THRESHOLDS, METRIC_UNITS, thresholdOf } from '../../src/gate/thresholds.js';
import { METRICS } from '../../src/evaluate/metrics/registry.js';
import { accuracyOf, check, measurePair } from './fixtures.js';

const METRIC_SPECS = [{ id: 'accuracy', name: 'accuracy' }, { id: 'loss', name: 'mse' }, { id: 'auc', name: 'roc-auc' }] as const;
const ALL_UNITS: readonly LimitUnit[] = ['pp', 'relative', 'x', 'bytes', 'ms', 'count', 'none'];

function valueOf(name: string, unit: LimitUnit): number | string {
  const threshold = thresholdOf(check(name, 'min', 0, unit), METRIC_SPECS);
  if ('problem' in threshold) return threshold.problem;
  const evidence = threshold.evidence({ metrics: [accuracyOf({ both: 90, denseOnly: 4, prunedOnly: 1, neither: 5 })], measures: measurePair(), confidence: 0.95 });
  if (evidence.kind === 'slices') return evidence.what;
  return 'reason' in evidence ? evidence.reason : evidence.value;
}

describe('the table of checks', () => {
  it.each([
    ['accuracy.drop', 'pp', 0.03], ['accuracy.drop', 'relative', 0.03 / 0.94], ['accuracy.pruned', 'relative', 0.91], ['accuracy.dense', 'none', 0.94],
    ['size.reduction', 'relative', 0.5], ['size.reduction', 'x', 2], ['size.pruned', 'bytes', 50_000],
    ['gzip.reduction', 'relative', 0.5], ['gzip.pruned', 'bytes', 45_000], ['params.reduction', 'x', 2], ['params.pruned', 'count', 12_500],
    ['nonzeros.reduction', 'relative', 0.5], ['nonzeros.pruned', 'count', 12_500], ['macs.reduction', 'x', 2], ['macs.pruned', 'count', 1_000_000],
    ['latency.speedup', 'x', 1.6], ['latency.pruned', 'ms', 1],
  ] as const)('%s in %s', (name, unit, value) => {
    expect(valueOf(name, unit)).toBeCloseTo(value, 12);
  });

  it('takes every unit it lists and refuses every other, in words', () => {
    for (const row of MEASURE_THRESHOLDS) {
      for (const unit of ALL_UNITS) {
        const problems = checkUnits([check(row.check, row.bound, 1, unit)], METRIC_SPECS);
        expect(problems.map(({ message }) => message)).toEqual(row.units.includes(unit) ? [] : [expect.stringContaining(`${row.check} is given as`)]);
      }
    }
  });

  it('knows the units of every metric in the registry, with the same direction', () => {
    expect(Object.keys(METRIC_UNITS).sort()).toEqual(METRICS.map(({ name }) => name).sort());
    for (const { name, higherIsBetter } of METRICS) expect(METRIC_UNITS[name].higherIsBetter).toBe(higherIsBetter);
  });
});

describe('checkUnits', () => {
  const messages = (...checks: Parameters<typeof check>[]) => checkUnits(checks.map((parts) => check(...parts)), METRIC_SPECS).map(({ message }) => message);

  it('accepts what the policy of DESIGN.md asks', () => {
    expect(messages(['accuracy.drop', 'max', 0.01, 'pp'], ['size.reduction', 'min', 0.4, 'relative'], ['latency.speedup', 'min', 1.3, 'x'],
      ['accuracy.pruned', 'min', 0.9, 'relative'], ['loss.drop', 'max', 0.05, 'relative'], ['loss.drop', 'max', 0.01, 'none'], ['loss.pruned', 'max', 0.3, 'none'])).toEqual([]);
  });

  it('refuses the wrong side, and says which is right and why', () => {
    expect(messages(['accuracy.drop', 'min', 0.01, 'pp'])).toEqual(["accuracy.drop takes 'max', not 'min': the drop of accuracy is limited from above"]);
    expect(messages(['loss.pruned', 'min', 0.3, 'none'])).toEqual(["loss.pruned takes 'max', not 'min': loss of the pruned model is limited from above"]);
    expect(messages(['latency.speedup', 'max', 2, 'x'])[0]).toContain("takes 'min'");
  });

  it('refuses a bare drop of a share: 1 might be a point or everything', () => {
    expect(messages(['accuracy.drop', 'max', 1, 'none'])).toEqual(['accuracy.drop is given as 1pp (percentage points) or 1% (a share), not as \'1 none\'']);
  });

  it('suspects a forgotten percent sign', () => {
    expect(checkUnits([check('accuracy.pruned', 'min', 90, 'none', { text: '90' })], METRIC_SPECS)[0]?.message)
      .toBe('accuracy.pruned lies between 0 and 1: write 90% where 90 is meant as a percentage');
    expect(messages(['loss.pruned', 'max', 90, 'none'])).toEqual([]);
  });

  it('names what there is where a check is unknown', () => {
    expect(messages(['acuracy.drop', 'max', 0.01, 'pp'])[0]).toMatch(/no check 'acuracy\.drop'; known are accuracy\.drop, .*size\.reduction/u);
    expect(messages(['accuracy.fall', 'max', 0.01, 'pp'])[0]).toBe("a metric has no 'fall'; known are accuracy.drop, accuracy.pruned, accuracy.dense, accuracy.slice-drop, accuracy.class-drop, accuracy.regression, accuracy.drift");
    expect(messages(['accuracy.dorp', 'max', 0.01, 'pp'])[0]).toMatch(/; did you mean 'accuracy\.drop'\?$/u);
    expect(messages(['macs.reducton', 'min', 0.1, 'relative'])[0]).toMatch(/; did you mean 'macs\.reduction'\?$/u);
    expect(messages(['accuracy.class-drop', 'max', 0.01, 'pp'], ['loss.slice-drop', 'max', 0.1, 'relative'])).toEqual([]);
    expect(messages(['auc.class-drop', 'max', 0.01, 'pp'])[0]).toBe("roc-auc says nothing of one class alone: 'auc.class-drop' is for accuracy and agreement");
    expect(messages(['size', 'max', 1, 'bytes'])[0]).toContain("no check 'size'");
    expect(messages(['__proto__.drop', 'max', 1, 'pp'])[0]).toContain('no check');
  });

  it('refuses a limit that is no number', () => {
    expect(messages(['size.pruned', 'max', Number.NaN, 'bytes'])[0]).toContain('is no number');
  });
});
