/** Verdicts, which of several is the worst, and the exit code each gives. */
import type { ModelPolicy } from '../policy/types.js';
import type { Report, Verdict } from '../report/types.js';

export type ExitCode = Report['exitCode'];

/** From harmless to worst. */
const SEVERITY: readonly Verdict[] = ['PASS', 'WARN', 'INCONCLUSIVE', 'FAIL', 'ERROR'];

/** The worst of several; PASS where there are none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return SEVERITY[Math.max(0, ...verdicts.map((verdict) => SEVERITY.indexOf(verdict)))] ?? 'ERROR';
}

/** 0 pass and warn, 1 fail, 2 error, 3 inconclusive unless the policy lets that through. */
export function exitCodeOf(verdict: Verdict, onInconclusive: ModelPolicy['onInconclusive']): ExitCode {
  switch (verdict) {
    case 'PASS': case 'WARN': return 0;
    case 'FAIL': return 1;
    case 'ERROR': return 2;
    case 'INCONCLUSIVE': return onInconclusive === 'fail' ? 3 : 0;
  }
}

export interface JudgedModel {
  readonly verdict: Verdict;
  readonly onInconclusive: ModelPolicy['onInconclusive'];
}

/** Worst first: an inconclusive model that blocks does not hide one that failed. */
const EXIT_ORDER: readonly ExitCode[] = [2, 1, 3, 0];

/**
 * The verdict over all models, and the exit code of the run: the worst of the models' own, each under its own
 * `onInconclusive`. No models, or errors that belong to none (`broken`), are ERROR.
 */
export function overallVerdict(models: readonly JudgedModel[], broken: boolean): { verdict: Verdict; exitCode: ExitCode } {
  if (broken || models.length === 0) return { verdict: 'ERROR', exitCode: 2 };
  const codes = models.map(({ verdict, onInconclusive }) => exitCodeOf(verdict, onInconclusive));
  return {
    verdict: worstVerdict(models.map(({ verdict }) => verdict)),
    exitCode: EXIT_ORDER.find((code) => codes.includes(code)) ?? 2,
  };
}
