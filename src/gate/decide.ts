/**
 * What one check comes to by itself. In mode `interval` it passes where the whole interval keeps the limit, fails where
 * none of it does, and is inconclusive between; a bound that lies exactly on the limit keeps it. An exact value has no
 * interval, and in mode `point` the value alone is compared.
 */
import type { Check, ModelPolicy } from '../policy/types.js';
import type { CheckResult } from '../report/types.js';
import { stretchedInterval, type Judgeable, type SampledEvidence, type SliceEvidence } from './evidence.js';
import { holmAdjusted, normalCdf, normalQuantile, type Interval } from './statistics/index.js';

export interface Rules {
  readonly mode: ModelPolicy['mode'];
  /** Of each one-sided bound. */
  readonly confidence: number;
}

export type Outcome = CheckResult['outcome'];
export type SliceOutcome = 'pass' | 'fail' | 'inconclusive' | 'not judged';

export interface JudgedSlice extends Omit<SliceEvidence, 'evidence'> {
  readonly evidence: SampledEvidence;
  readonly outcome: SliceOutcome;
}

export interface Decision {
  readonly outcome: Outcome;
  /** How sure it is that the limit is broken; undefined where nothing was sampled. */
  readonly p?: number;
  /** The samples could not have kept the limit, whatever they showed. */
  readonly tooFew: boolean;
  /** A FAIL by itself that Holm's adjustment over the checks took back. */
  readonly undone?: boolean;
  /** Of a limit on the worst slice; those that lost most first. */
  readonly slices?: readonly JudgedSlice[];
}

export function decide(check: Check, evidence: Judgeable, rules: Rules): Decision {
  switch (evidence.kind) {
    case 'missing': return { outcome: 'error', tooFew: false };
    case 'no-baseline': return { outcome: 'inconclusive', tooFew: false };
    case 'exact': return { outcome: keeps(check, { low: evidence.value, high: evidence.value }) === 'all' ? 'pass' : 'fail', tooFew: false };
    case 'sampled': return decideSampled(check, evidence, rules);
    case 'slices': return decideSlices(check, evidence.slices, rules);
  }
}

function decideSampled(check: Check, evidence: SampledEvidence, rules: Rules): Decision {
  const outcome = comparedAlone(check, evidence, rules);
  // Neither mode lets through what this many samples could never show.
  const tooFew = evidence.least !== undefined && evidence.least > check.value && outcome !== 'fail';
  const p = rules.mode === 'interval' ? breachLevel(check, evidence, rules.confidence) : undefined;
  return { outcome: tooFew ? 'inconclusive' : outcome, tooFew, ...(p === undefined ? {} : { p }) };
}

function comparedAlone(check: Check, { value, interval }: SampledEvidence, { mode }: Rules): 'pass' | 'fail' | 'inconclusive' {
  if (mode === 'point') return keeps(check, { low: value, high: value }) === 'all' ? 'pass' : 'fail';
  if (interval === null) return 'inconclusive';
  const kept = keeps(check, interval);
  return kept === 'all' ? 'pass' : kept === 'none' ? 'fail' : 'inconclusive';
}

/**
 * A limit on the worst slice. PASS needs each slice that is large enough (an intersection-union test: no adjustment);
 * FAIL needs one slice that breaks the limit after Holm's adjustment for their number. A slice too small to keep the
 * limit whatever it shows is `not judged`, unless even so few samples show that it breaks it.
 */
function decideSlices(check: Check, slices: readonly SliceEvidence[], rules: Rules): Decision {
  const measured = slices.flatMap((slice) => slice.evidence === null ? [] : [{ ...slice, evidence: slice.evidence }]);
  if (measured.length === 0) return { outcome: 'inconclusive', tooFew: true, slices: [] };
  const decisions = measured.map(({ evidence }) => decideSampled(check, evidence, rules));
  const adjusted = holmAdjusted(decisions.map(({ p }) => p ?? 1));
  const alpha = errorRate(rules.confidence);
  const judged = measured.map((slice, i): JudgedSlice => ({ ...slice, outcome: sliceOutcome(slice.evidence, decisions[i], adjusted[i] ?? 1, alpha, rules) }));
  judged.sort((a, b) => b.evidence.value - a.evidence.value || b.samples - a.samples);
  const has = (outcome: SliceOutcome) => judged.some((slice) => slice.outcome === outcome);
  const outcome = has('fail') ? 'fail' : has('inconclusive') || !has('pass') ? 'inconclusive' : 'pass';
  const p = rules.mode === 'interval' ? { p: Math.min(...adjusted) } : {};
  return { outcome, tooFew: !has('pass') && !has('inconclusive') && !has('fail'), slices: judged, ...p };
}

function sliceOutcome(evidence: SampledEvidence, decision: Decision | undefined, adjusted: number, alpha: number, { mode }: Rules): SliceOutcome {
  if (decision === undefined || decision.tooFew || (mode === 'interval' && evidence.interval === null)) return 'not judged';
  if (decision.outcome !== 'fail') return decision.outcome === 'pass' ? 'pass' : 'inconclusive';
  return mode === 'point' || adjusted <= alpha ? 'fail' : 'inconclusive';
}

/** How much of the interval is on the right side of the limit. */
function keeps({ bound, value: limit }: Check, { low, high }: Interval): 'all' | 'some' | 'none' {
  const [best, worst] = bound === 'max' ? [low, high] : [-high, -low];
  const edge = bound === 'max' ? limit : -limit;
  if (worst <= edge) return 'all';
  return best > edge ? 'none' : 'some';
}

/** 1 - confidence, without what floating point adds to it. */
export const errorRate = (confidence: number): number => 1 - confidence + 1e-12;

/** Bounds further out than this many deviations say nothing more. */
const FURTHEST = 8;

/** The p-value that the limit is broken: the smallest error rate at which none of the interval keeps it. */
function breachLevel(check: Check, { value, interval, at }: SampledEvidence, confidence: number): number | undefined {
  if (interval === null) return undefined;
  const other = at ?? ((wanted: number) => stretchedInterval(value, interval, normalQuantile(wanted) / normalQuantile(confidence)));
  const broken = (z: number) => keeps(check, other(normalCdf(z))) === 'none';
  if (!broken(0)) return 1;
  let low = 0;
  let high = FURTHEST;
  for (let step = 0; step < 40; step++) {
    const guess = (low + high) / 2;
    if (broken(guess)) low = guess;
    else high = guess;
  }
  return normalCdf(-low);
}

/**
 * Further samples that would decide an inconclusive check, if the rates seen so far are the true ones: of each slice that is
 * undecided, where the check is about slices. What Holm's adjustment took back must be as sure as one of `checks`, or one of
 * the slices, at most has to be.
 */
export function furtherSamples(check: Check, evidence: Judgeable, { outcome, undone, slices = [] }: Decision, confidence: number, checks: number): number | null {
  if (outcome !== 'inconclusive') return null;
  const among = undone === true ? checks : 1;
  const surer = (hypotheses: number): number => 1 - (1 - confidence) / hypotheses;
  if (evidence.kind === 'sampled') return evidence.further?.(check.value, surer(among)) ?? null;
  const open = (['inconclusive', 'not judged', 'fail'] as const).map((each) => slices.filter((slice) => slice.outcome === each)).find((list) => list.length > 0) ?? [];
  const needed = open.map(({ evidence: { interval, further } }) => {
    const broken = interval !== null && keeps(check, interval) === 'none';
    return further?.(check.value, surer(among * (broken ? slices.length : 1))) ?? null;
  });
  return needed.length === 0 || needed.includes(null) ? null : Math.max(...needed.map(Number));
}
