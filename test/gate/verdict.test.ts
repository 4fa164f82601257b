import { describe, expect, it } from 'vitest';
import { exitCodeOf, overallVerdict, worstVerdict, type JudgedModel } from '../../src/gate/verdict.js';

const model = (verdict: JudgedModel['verdict'], onInconclusive: JudgedModel['onInconclusive'] = 'fail'): JudgedModel => ({ verdict, onInconclusive });

describe('verdicts', () => {
  it('order: ERROR, FAIL, INCONCLUSIVE, WARN, PASS', () => {
    expect(worstVerdict(['PASS', 'WARN', 'INCONCLUSIVE', 'FAIL', 'ERROR'])).toBe('ERROR');
    expect(worstVerdict(['PASS', 'INCONCLUSIVE', 'FAIL'])).toBe('FAIL');
    expect(worstVerdict(['WARN', 'INCONCLUSIVE'])).toBe('INCONCLUSIVE');
    expect(worstVerdict(['PASS', 'WARN'])).toBe('WARN');
  });

  it('exit codes', () => {
    expect((['PASS', 'WARN', 'FAIL', 'ERROR', 'INCONCLUSIVE'] as const).map((verdict) => exitCodeOf(verdict, 'fail'))).toEqual([0, 0, 1, 2, 3]);
    expect((['warn', 'pass'] as const).map((on) => exitCodeOf('INCONCLUSIVE', on))).toEqual([0, 0]);
  });

  it('over several models, each under its own policy', () => {
    expect(overallVerdict([model('PASS'), model('FAIL'), model('INCONCLUSIVE')], false)).toEqual({ verdict: 'FAIL', exitCode: 1 });
    expect(overallVerdict([model('INCONCLUSIVE', 'warn'), model('PASS')], false)).toEqual({ verdict: 'INCONCLUSIVE', exitCode: 0 });
    expect(overallVerdict([model('INCONCLUSIVE', 'pass'), model('INCONCLUSIVE')], false)).toEqual({ verdict: 'INCONCLUSIVE', exitCode: 3 });
    expect(overallVerdict([model('ERROR'), model('FAIL')], false)).toEqual({ verdict: 'ERROR', exitCode: 2 });
  });

  it('nothing judged, or errors outside the models, is ERROR', () => {
    expect(overallVerdict([], false)).toEqual({ verdict: 'ERROR', exitCode: 2 });
    expect(overallVerdict([model('PASS')], true)).toEqual({ verdict: 'ERROR', exitCode: 2 });
  });
});
