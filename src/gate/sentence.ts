/** One plain sentence about a check. */
import type { Check } from '../policy/types.js';
import { grouped, inUnit, rangeInUnit, twoSided } from '../report/format.js';
import type { CheckResult } from '../report/types.js';
import type { Evidence } from './evidence.js';

export interface SentenceParts {
  readonly check: Check;
  readonly noun: string;
  readonly evidence: Evidence;
  readonly outcome: CheckResult['outcome'];
  readonly samples: number | null;
  /** Of each one-sided bound. */
  readonly confidence: number;
  readonly mode: 'interval' | 'point';
}

export function sentence(parts: SentenceParts): string {
  const { evidence, noun, check } = parts;
  if (evidence.kind === 'missing') return `${check.check} cannot be judged: ${evidence.reason}.`;
  const value = inUnit(evidence.value, check.unit, [check.value]);
  return `${capital(noun)} is ${value}${uncertainty(parts)}${ruling(parts)}.`;
}

function uncertainty({ evidence, check, confidence, mode }: SentenceParts): string {
  if (evidence.kind === 'missing') return '';
  if (evidence.kind === 'exact') return evidence.note === undefined ? '' : ` (${evidence.note})`;
  if (mode === 'point') return ' (the value alone, as the policy asks)';
  const { interval, note } = evidence;
  if (interval === null) return '';
  return ` (${twoSided(confidence)} ${rangeInUnit(interval.low, interval.high, check.unit, [check.value])}${note === undefined ? '' : `, ${note}`})`;
}

function ruling({ evidence, check, outcome, samples }: SentenceParts): string {
  const limit = `${check.bound === 'max' ? 'at most' : 'at least'} ${check.text}`;
  switch (outcome) {
    case 'pass': return `, within the limit of ${limit}`;
    case 'fail': return `, beyond the limit of ${limit}`;
    case 'inconclusive':
      if (evidence.kind === 'sampled' && evidence.interval === null) return `, but too few samples carry an interval, so the limit of ${limit} is not decided`;
      return `; the limit of ${limit} lies inside the interval${samples === null ? '' : `, and about ${grouped(Number(samples.toPrecision(2)))} more samples would decide`}`;
    case 'error': return '';
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
