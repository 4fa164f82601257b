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
import type { Check, MetricName, ModelPolicy } from '../policy/types.js';
import type { CheckResult, Finding, MeasurePair, MetricResult, ReportError, Verdict } from '../report/types.js';
import { decide, errorRate, furtherSamples, type Decision } from './decide.js';
import type { Evidence, Judgeable } from './evidence.js';
import type { Baseline } from './baseline.js';
import { findingsOf, uncompared } from './findings.js';
import { sentence } from './sentence.js';
import { holmAdjusted } from './statistics/index.js';
import { METRIC_UNITS, problemOf, thresholdOf } from './thresholds.js';
import { exitCodeOf, worstVerdict, type ExitCode } from './verdict.js';

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

export function judge(input: JudgeInput): Judgement {
  const all = input.checks.map((check) => openCheck(check, input));
  const opened = all.flatMap((one) => (one.evidence.kind === 'without-base' ? [] : [decided({ ...one, evidence: one.evidence }, input)]));
  const checks = adjust(opened, input).map((one) => resultOf(one, input));
  const findings = [...findingsOf(input.metrics, checks), ...all.flatMap(({ check, evidence }) => (evidence.kind === 'no-baseline' || evidence.kind === 'without-base' ? [uncompared(check.check, evidence)] : []))];
  const broken = input.errors.length > 0 || findings.some(({ level }) => level === 'error');
  const verdict = broken ? 'ERROR' : verdictOfChecks(checks);
  return { checks, findings, verdict, exitCode: exitCodeOf(verdict, input.onInconclusive) };
}

interface OpenedCheck<Of = Evidence> {
  readonly check: Check;
  readonly noun: string;
  readonly evidence: Of;
}

interface DecidedCheck extends OpenedCheck<Judgeable> {
  readonly decision: Decision;
  readonly holm?: CheckResult['holm'];
}

function openCheck(check: Check, input: JudgeInput): OpenedCheck {
  const specs = input.metrics.flatMap(({ id, metric }) => isMetricName(metric) ? [{ id, name: metric }] : []);
  const problem = problemOf(check, specs);
  const threshold = thresholdOf(check, specs);
  if (problem !== undefined || 'problem' in threshold) return { check, noun: '', evidence: { kind: 'missing', reason: problem ?? '' } };
  return { check, noun: threshold.noun, evidence: threshold.evidence(input) };
}

const decided = (opened: OpenedCheck<Judgeable>, input: JudgeInput): DecidedCheck => ({ ...opened, decision: decide(opened.check, opened.evidence, input) });

/** Rule 3. */
function adjust(opened: readonly DecidedCheck[], { confidence }: JudgeInput): DecidedCheck[] {
  const sampled = opened.filter(({ decision }) => decision.p !== undefined);
  const adjusted = holmAdjusted(sampled.map(({ decision }) => decision.p ?? 1));
  return opened.map((one) => {
    const at = sampled.indexOf(one);
    if (at < 0) return one;
    const holm = { p: one.decision.p ?? 1, adjusted: adjusted[at] ?? 1, of: sampled.length };
    const undone = one.decision.outcome === 'fail' && holm.adjusted > errorRate(confidence);
    return { ...one, holm, decision: undone ? { ...one.decision, outcome: 'inconclusive', undone } : one.decision };
  });
}

function resultOf({ check, noun, evidence, decision, holm }: DecidedCheck, input: JudgeInput): CheckResult {
  const { outcome, slices } = decision;
  // Of slices the one that lost most speaks for the check.
  const shown = evidence.kind === 'slices' ? slices?.[0]?.evidence : evidence;
  const samples = furtherSamples(check, evidence, decision, input.confidence, holm?.of ?? 1);
  const detail = sentence({ check, noun, evidence, decision, samples, confidence: input.confidence, mode: input.mode, ...(holm === undefined ? {} : { holm }) });
  return {
    check: check.check, bound: check.bound, limit: check.value, unit: check.unit, limitText: check.text, level: check.level,
    outcome,
    value: shown === undefined || !('value' in shown) ? null : shown.value,
    interval: shown?.kind === 'sampled' ? shown.interval : null,
    detail, samplesToDecide: samples,
    ...(decision.tooFew ? { tooFew: true } : {}),
    ...(holm === undefined ? {} : { holm }),
    ...(slices === undefined ? {} : { slices: slices.map(({ by, value, samples: size, evidence: { value: dropped }, outcome: each }) => ({ by, value, samples: size, drop: dropped, outcome: each })) }),
    line: check.line, column: check.column,
  };
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
