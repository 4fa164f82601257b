/**
 * From evidence to a verdict. Every check is evaluated, then one verdict is given:
 *
 * 1. No evidence is never a pass: a missing or non-finite value, a unit or side that does not fit, is `error`.
 * 2. Each check is decided by itself (decide.ts).
 * 3. Several sampled checks that may FAIL are adjusted by Holm: together they raise a false alarm in at most 1 - confidence
 *    of the runs. What is beyond its limit by itself but not after that is inconclusive.
 * 4. Degenerate data or outputs make the verdict ERROR, also where no check asks for the metric (findings.ts).
 * 5. Limits against a base that cannot be had are inconclusive; where there is no base, they are a finding and no outcome (baseline.ts).
 * 6. ERROR > FAIL > INCONCLUSIVE > WARN > PASS. Critical checks give their own outcome; whatever an advisory check
 *    comes to other than a pass is WARN. PASS needs every critical check (an intersection-union test: no adjustment
 *    for their number). A gate without checks has shown nothing: WARN.
 */
import type { Check, ModelPolicy } from '../policy/types.js';
import type { CheckResult, Finding, MeasurePair, MetricResult, ReportError, Verdict } from '../report/types.js';
import type { Baseline } from './baseline.js';
import { type ExitCode } from './verdict.js';
export interface Judgement {
    readonly checks: readonly CheckResult[];
    readonly findings: readonly Finding[];
    readonly verdict: Verdict;
    readonly exitCode: ExitCode;
}
export interface JudgeInput {
    readonly checks: readonly Check[];
    readonly metrics: readonly MetricResult[];
    /** Null where nothing was measured. */
    readonly measures: MeasurePair | null;
    readonly mode: ModelPolicy['mode'];
    /** Of each one-sided bound. */
    readonly confidence: number;
    readonly onInconclusive: ModelPolicy['onInconclusive'];
    /** The base of the change; absent: there is none to compare with. */
    readonly baseline?: Baseline | undefined;
    /** Errors of earlier stages: any of them makes the verdict ERROR. */
    readonly errors: readonly ReportError[];
}
export declare function judge(input: JudgeInput): Judgement;
