/**
 * From evidence to a verdict. Every check is evaluated, then one verdict is given:
 *
 * 1. No evidence is never a pass: a missing or non-finite value, a unit or side that does not fit, is `error`.
 * 2. Mode `interval`: a check passes where the whole interval keeps the limit, fails where none of it does, and is
 *    inconclusive between. A bound that lies exactly on the limit keeps it. An exact value has no interval.
 * 3. Mode `point`: the value alone is compared.
 * 4. ERROR > FAIL > INCONCLUSIVE > WARN > PASS. Critical checks give their own outcome; whatever an advisory check
 *    comes to other than a pass is WARN. PASS needs every critical check (an intersection-union test: no adjustment
 *    for their number). A gate without checks has shown nothing: WARN.
 */
import type { Check, MetricName, ModelPolicy } from '../policy/types.js';
import type { CheckResult, MeasurePair, MetricResult, ReportError, Verdict } from '../report/types.js';
import type { Evidence } from './evidence.js';
import { sentence } from './sentence.js';
import type { Interval } from './statistics/index.js';
import { METRIC_UNITS, problemOf, thresholdOf } from './thresholds.js';
import { exitCodeOf, worstVerdict, type ExitCode } from './verdict.js';

export interface Judgement {
  readonly checks: readonly CheckResult[];
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
  /** Errors of earlier stages: any of them makes the verdict ERROR. */
  readonly errors: readonly ReportError[];
}

export function judge(input: JudgeInput): Judgement {
  const checks = input.checks.map((check) => judgeCheck(check, input));
  const verdict = input.errors.length > 0 ? 'ERROR' : verdictOfChecks(checks);
  return { checks, verdict, exitCode: exitCodeOf(verdict, input.onInconclusive) };
}

function judgeCheck(check: Check, input: JudgeInput): CheckResult {
  const specs = input.metrics.flatMap(({ id, metric }) => isMetricName(metric) ? [{ id, name: metric }] : []);
  const problem = problemOf(check, specs);
  const threshold = thresholdOf(check, specs);
  if (problem !== undefined || 'problem' in threshold) {
    return resultOf(check, 'error', { kind: 'missing', reason: problem ?? '' }, `A check cannot be judged: ${problem ?? ''}.`, null);
  }
  const evidence = threshold.evidence(input);
  const outcome = decide(check, evidence, input.mode);
  const samples = outcome === 'inconclusive' && evidence.kind === 'sampled' ? evidence.further(check.value) : null;
  const detail = sentence({ check, noun: threshold.noun, evidence, outcome, samples, confidence: input.confidence, mode: input.mode });
  return resultOf(check, outcome, evidence, detail, samples);
}

function resultOf(
  check: Check, outcome: CheckResult['outcome'], evidence: Evidence, detail: string, samplesToDecide: number | null,
): CheckResult {
  return {
    check: check.check, bound: check.bound, limit: check.value, unit: check.unit, limitText: check.text, level: check.level,
    outcome,
    value: evidence.kind === 'missing' ? null : evidence.value,
    interval: evidence.kind === 'sampled' ? evidence.interval : null,
    detail, samplesToDecide, line: check.line, column: check.column,
  };
}

function decide(check: Check, evidence: Evidence, mode: JudgeInput['mode']): CheckResult['outcome'] {
  if (evidence.kind === 'missing') return 'error';
  const { value } = evidence;
  if (evidence.kind === 'exact' || mode === 'point') return keeps(check, { low: value, high: value }) === 'all' ? 'pass' : 'fail';
  if (evidence.interval === null) return 'inconclusive';
  const kept = keeps(check, evidence.interval);
  return kept === 'all' ? 'pass' : kept === 'none' ? 'fail' : 'inconclusive';
}

/** How much of the interval is on the right side of the limit. */
function keeps({ bound, value: limit }: Check, { low, high }: Interval): 'all' | 'some' | 'none' {
  const [best, worst] = bound === 'max' ? [low, high] : [-high, -low];
  const edge = bound === 'max' ? limit : -limit;
  if (worst <= edge) return 'all';
  return best > edge ? 'none' : 'some';
}

const CRITICAL: Readonly<Record<CheckResult['outcome'], Verdict>> = {
  pass: 'PASS', fail: 'FAIL', inconclusive: 'INCONCLUSIVE', error: 'ERROR',
};

function verdictOfChecks(checks: readonly CheckResult[]): Verdict {
  if (checks.length === 0) return 'WARN';
  return worstVerdict(checks.map(({ level, outcome }) => {
    if (level === 'critical') return CRITICAL[outcome];
    return outcome === 'pass' ? 'PASS' : 'WARN';
  }));
}

function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(METRIC_UNITS, name);
}
