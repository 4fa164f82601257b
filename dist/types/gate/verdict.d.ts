/** Verdicts, which of several is the worst, and the exit code each gives. */
import type { ModelPolicy } from '../policy/types.js';
import type { Report, Verdict } from '../report/types.js';
export type ExitCode = Report['exitCode'];
/** The worst of several; PASS where there are none. */
export declare function worstVerdict(verdicts: readonly Verdict[]): Verdict;
/** 0 pass and warn, 1 fail, 2 error, 3 inconclusive unless the policy lets that through. */
export declare function exitCodeOf(verdict: Verdict, onInconclusive: ModelPolicy['onInconclusive']): ExitCode;
export interface JudgedModel {
    readonly verdict: Verdict;
    readonly onInconclusive: ModelPolicy['onInconclusive'];
}
/**
 * The verdict over all models, and the exit code of the run: the worst of the models' own, each under its own
 * `onInconclusive`. No models, or errors that belong to none (`broken`), are ERROR.
 */
export declare function overallVerdict(models: readonly JudgedModel[], broken: boolean): {
    verdict: Verdict;
    exitCode: ExitCode;
};
