import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/report/annotations.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from './fixtures.js';

const of = (name: string) => annotations(REPORTS[name]?.() as Report);

describe('annotations', () => {
  it('stand at the policy line of each check that did not pass, errors first', () => {
    expect(of('fail-two-models').map(({ level, file, line, column, title }) => [level, file, line, column, title])).toEqual([
      ['error', '.github/prune-gate.yml', 40, 9, 'defect-detector: accuracy.drop failed'],
      ['warning', '.github/prune-gate.yml', 41, 9, 'defect-detector: latency.speedup failed'],
    ]);
  });

  it('stand at the first line where the limit is in another commit\'s policy, and say where', () => {
    expect(of('policy-changed').map(({ line, column, message }) => [line, column, message.slice(-64)])).toEqual([
      [1, 1, expect.stringMatching(/\(Line 40 of the policy at 1a2b3c4, which decides\.\)$/u)], [1, 1, expect.stringMatching(/\(Line 41 of the policy at 1a2b3c4, which decides\.\)$/u)],
    ]);
    expect(of('data-changed').map(({ line }) => line)).toEqual([]);
  });

  it('what is undecided warns, what could not be judged is an error', () => {
    expect(of('inconclusive').map(({ level, title }) => [level, title])).toEqual([
      ['warning', 'tiny-set: accuracy.drop is undecided'], ['warning', 'tiny-set: accuracy.pruned is undecided'],
    ]);
    expect(of('error').map(({ level }) => level)).toEqual(['error', 'error']);
    expect(of('regression').map(({ level, title }) => [level, title])).toEqual([['warning', 'pump-forecast: macs.reduction could not be judged']]);
  });

  it('of what is undecided follow `on-inconclusive`', () => {
    const report = REPORTS.inconclusive?.() as Report;
    const under = (onInconclusive: 'fail' | 'warn' | 'pass') => annotations({ ...report, models: report.models.map((model) => ({ ...model, onInconclusive })) });
    expect([under('fail').length, under('warn').length, under('pass').length]).toEqual([2, 2, 0]);
    const advisory = { ...report, models: report.models.map((model) => ({ ...model, onInconclusive: 'pass' as const, checks: model.checks.map((check) => ({ ...check, level: 'advisory' as const })) })) };
    expect(annotations(advisory)).toHaveLength(2);
  });

  it('are none for a pass, and none without a policy', () => {
    expect([of('pass'), of('empty')]).toEqual([[], []]);
  });

  it('are one line, whatever the names', () => {
    for (const { title, message } of of('hostile')) expect(title + message).not.toMatch(/[\p{Cc}\p{Cf}]|^::|##\[/u);
  });
});
