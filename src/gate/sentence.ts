/** One plain sentence about a check. */
import type { Check } from '../policy/types.js';
import { grouped, inUnit, rangeInUnit, twoSided } from '../report/format.js';
import type { CheckResult } from '../report/types.js';
import type { Decision, JudgedSlice, SliceOutcome } from './decide.js';
import type { Judgeable, SampledEvidence } from './evidence.js';

export interface SentenceParts {
  readonly check: Check;
  readonly noun: string;
  readonly evidence: Judgeable;
  readonly decision: Decision;
  readonly samples: number | null;
  /** Of each one-sided bound. */
  readonly confidence: number;
  readonly mode: 'interval' | 'point';
  readonly holm?: CheckResult['holm'];
}

export function sentence(parts: SentenceParts): string {
  const { evidence, noun, check } = parts;
  if (evidence.kind === 'missing' || evidence.kind === 'no-baseline') {
    return noun === '' ? `A check cannot be judged: ${evidence.reason}.` : `${check.check} cannot be judged: ${evidence.reason}.`;
  }
  if (evidence.kind === 'slices') return aboutSlices(parts, evidence.what);
  const value = inUnit(evidence.value, check.unit, [check.value]);
  return `${capital(noun)} is ${value}${uncertainty(evidence, parts)}${ruling(parts, evidence)}.`;
}

function uncertainty(evidence: Extract<Judgeable, { value: number }>, { check, confidence, mode }: SentenceParts): string {
  if (evidence.kind === 'exact') return evidence.note === undefined ? '' : ` (${evidence.note})`;
  if (mode === 'point') return ' (the value alone, as the policy asks)';
  const { interval, note } = evidence;
  if (interval === null) return '';
  return ` (${twoSided(confidence)} ${rangeInUnit(interval.low, interval.high, check.unit, [check.value])}${note === undefined ? '' : `, ${note}`})`;
}

const limitOf = ({ bound, text }: Check): string => `${bound === 'max' ? 'at most' : 'at least'} ${text}`;

function ruling(parts: SentenceParts, evidence: Extract<Judgeable, { value: number }>): string {
  const { check, decision } = parts;
  const limit = limitOf(check);
  switch (decision.outcome) {
    case 'pass': return `, within the limit of ${limit}`;
    case 'fail': return `, beyond the limit of ${limit}`;
    case 'inconclusive': return evidence.kind === 'sampled' ? undecided(parts, evidence) : '';
    case 'error': return '';
  }
}

function undecided(parts: SentenceParts, { interval, least, samples: seen, further }: SampledEvidence): string {
  const { check, decision, samples, holm, confidence } = parts;
  const more = furtherText(samples, further !== undefined);
  const limit = limitOf(check);
  if (decision.tooFew) {
    return `; ${seen === undefined ? 'so few' : grouped(seen)} samples cannot keep a limit of ${limit}, whatever they show: the smallest they can is ${inUnit(least ?? 0, check.unit, [check.value])}${more}`;
  }
  if (interval === null) return `, but too few samples carry an interval, so the limit of ${limit} is not decided`;
  if (decision.undone === true && holm !== undefined) {
    return `, beyond the limit of ${limit} by itself, but not surely so${amongChecks(holm, confidence)}${more}`;
  }
  return `; the limit of ${limit} lies inside the interval${more}`;
}

const amongChecks = ({ of, adjusted }: NonNullable<CheckResult['holm']>, confidence: number): string =>
  ` as one of ${of} checks (Holm: p = ${adjusted.toPrecision(2)}, FAIL needs ${Number((1 - confidence).toPrecision(6))})`;

/** `helps`: whether more samples would make the interval shorter at all. */
function furtherText(samples: number | null, helps: boolean, of = ''): string {
  if (samples !== null) return `, and about ${grouped(Number(samples.toPrecision(2)))} more samples${of} would decide`;
  return helps ? `, so close to the figure that more samples${of} are not known to decide` : '';
}

/** The worst slice, what the limit says of all of them, and how many are too small to say anything. */
function aboutSlices(parts: SentenceParts, what: string): string {
  const { check, noun, decision } = parts;
  const [worst] = decision.slices ?? [];
  if (worst === undefined) return `${check.check} cannot be judged: no ${what} has enough samples for a figure.`;
  const count = (outcome: SliceOutcome) => (decision.slices ?? []).filter((slice) => slice.outcome === outcome).length;
  const of = `${grouped((decision.slices ?? []).length)} ${plural(what)}`;
  const small = count('not judged');
  const tail = small === 0 ? '' : `; ${small} of ${of} ${small === 1 ? 'is' : 'are'} too small for the limit: not judged`;
  const value = inUnit(worst.evidence.value, check.unit, [check.value]);
  return `${capital(noun)} is largest in ${nameOf(worst)}: ${value}${uncertainty(worst.evidence, parts)} on ${grouped(worst.samples)} samples; ${slicesRuling(parts, count, of)}${tail}.`;
}

function slicesRuling({ check, decision, holm, confidence, samples }: SentenceParts, count: (outcome: SliceOutcome) => number, of: string): string {
  const limit = limitOf(check);
  switch (decision.outcome) {
    case 'pass': return `${count('pass')} of ${of} keep the limit of ${limit}`;
    case 'fail': return `${count('fail')} of ${of} break the limit of ${limit} (Holm over the slices)`;
    case 'inconclusive': {
      const open = decision.undone === true ? count('fail') : decision.tooFew ? count('not judged') : count('inconclusive');
      const more = furtherText(samples, true, open === 1 ? ' of it' : ' of each');
      if (decision.undone === true && holm !== undefined) return `${count('fail')} of ${of} break the limit of ${limit}, but not surely so${amongChecks(holm, confidence)}${more}`;
      return decision.tooFew ? `no slice is large enough for the limit of ${limit}${more}` : `the limit of ${limit} is not decided in ${count('inconclusive')} of ${of}${more}`;
    }
    case 'error': return '';
  }
}

const nameOf = ({ by, value }: JudgedSlice): string => by === 'class' ? `class ${value}` : `${by} = ${value}`;
const plural = (what: string): string => what === 'class' ? 'classes' : `${what}s`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
