/**
 * Limits against the base of a change: what its own pruned model was, by the same policy and data.
 *
 * 1. `regression`: how much worse the pruned model is than the base's pruned model, or how much larger or slower.
 * 2. `drift`: how much more the same pruning costs now than it cost the base: the change made the model less prunable.
 * 3. Two intervals make that of a difference by their squares (R. G. Newcombe, Stat. Med. 17, 1998, 873-890). Both models
 *    see the same samples, and what they have in common only makes the true interval shorter.
 * 4. A baseline that cannot be had, or the times of another machine, leave the check undecided: inconclusive, never a pass.
 * 5. Where there is no base (no change is judged, or the change brings the model), there is nothing that could have got worse:
 *    that is said, and the other limits decide.
 */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, MetricResult, ModelReport } from '../report/types.js';
import { scaledFurther, type Evidence, type SampledEvidence } from './evidence.js';
import { proportionInterval, type Interval } from './statistics/index.js';

export type Baseline =
  | { readonly kind: 'known'; readonly model: ModelReport; readonly sameMachine: boolean }
  | { readonly kind: 'missing'; readonly reason: string }
  /** There is nothing before. */
  | { readonly kind: 'none'; readonly reason: string };

/** Whether a check, by its name, takes the base of the change to compare with. */
export const comparesWithBase = ({ check }: { readonly check: string }): boolean => /\.(?:regression|drift)$/u.test(check);

export const NO_BASELINE: Baseline = { kind: 'missing', reason: 'there is no baseline' };

const unknown = (reason: string): Evidence => ({ kind: 'no-baseline', code: 'baseline-missing', reason });
const without = ({ kind, reason }: Exclude<Baseline, { kind: 'known' }>): Evidence => (kind === 'none' ? { kind: 'without-base', code: 'baseline-none', reason } : unknown(reason));

/** Rules 1 and 2, for a metric. */
export function metricAgainstBase(now: MetricResult, aspect: 'regression' | 'drift', unit: LimitUnit, confidence: number, baseline: Baseline): Evidence {
  if (baseline.kind !== 'known') return without(baseline);
  const base = baseline.model.metrics.find(({ id, metric }) => id === now.id && metric === now.metric);
  if (base === undefined) return unknown(`the baseline has no ${now.id}`);
  return (aspect === 'drift' ? drift(now, base, unit) : regression(now, base, unit, confidence)) ?? (isNumber(now.pruned)
    ? unknown(`the baseline has no value of ${now.id}`)
    : { kind: 'missing', reason: now.findings.join('; ') || `${now.id} could not be computed` });
}

function drift(now: MetricResult, base: MetricResult, unit: LimitUnit): SampledEvidence | undefined {
  if (!isNumber(now.drop) || !isNumber(base.drop)) return undefined;
  const scale = scaleOf(base.dense, unit);
  if (scale === 0) return undefined;
  const interval = now.dropInterval === null || base.dropInterval === null ? null : differenceOf(now.drop, now.dropInterval, base.drop, base.dropInterval);
  return sampled((now.drop - base.drop) / scale, interval, scale, now);
}

function regression(now: MetricResult, base: MetricResult, unit: LimitUnit, confidence: number): Evidence | undefined {
  if (!isNumber(now.pruned) || !isNumber(base.pruned)) return undefined;
  const scale = scaleOf(base.pruned, unit);
  if (scale === 0) return undefined;
  const sign = now.higherIsBetter ? 1 : -1;
  const value = sign * (base.pruned - now.pruned) / scale;
  const [before, after] = [levelOf(base, confidence), levelOf(now, confidence)];
  if (before === null || after === null) return { kind: 'exact', value, note: 'judged by the value alone: this metric has an interval for its drop only' };
  return sampled(value, differenceOf(base.pruned, before, now.pruned, after), scale, now);
}

/** Of the pruned model, where each sample is right or wrong. */
function levelOf({ paired, samples }: MetricResult, confidence: number): Interval | null {
  return paired === null ? null : proportionInterval(paired.both + paired.prunedOnly, samples, confidence);
}

/** Rule 3: of a - b. */
function differenceOf(a: number, ofA: Interval, b: number, ofB: Interval): Interval {
  return { low: a - b - Math.hypot(a - ofA.low, ofB.high - b), high: a - b + Math.hypot(ofA.high - a, b - ofB.low) };
}

const scaleOf = (reference: number | null, unit: LimitUnit): number => (unit === 'relative' ? Math.abs(reference ?? 0) : 1);

/** More held-out samples make both intervals shorter. */
function sampled(value: number, ofDifference: Interval | null, scale: number, { samples, confidence }: MetricResult): SampledEvidence {
  if (ofDifference === null) return { kind: 'sampled', value, interval: null };
  const interval = { low: ofDifference.low / scale, high: ofDifference.high / scale };
  return { kind: 'sampled', value, interval, further: scaledFurther({ value, interval, samples, confidence }) };
}

type Grown = 'fileBytes' | 'gzipBytes' | 'parameters' | 'macs';

/** Growth of the pruned model as a share of the base's. */
export const growthOf = (key: Grown) => ({ pruned }: MeasurePair, baseline: Baseline): Evidence => {
  if (baseline.kind !== 'known') return without(baseline);
  const before = baseline.model.measures?.pruned[key];
  const after = pruned[key];
  if (!isNumber(after)) return { kind: 'missing', reason: 'it was not measured' };
  return isNumber(before) && before > 0 ? { kind: 'exact', value: after / before - 1 } : unknown('the baseline has no figure of it');
};

/** Of the median, within the noise floors of both runs. */
export function latencyGrowth({ pruned, speedup }: MeasurePair, baseline: Baseline): Evidence {
  if (baseline.kind !== 'known') return without(baseline);
  if (!baseline.sameMachine) return { kind: 'no-baseline', code: 'baseline-other-machine', reason: 'the baseline was timed on another machine, so latency is not compared' };
  const [before, after] = [baseline.model.measures?.pruned.latency, pruned.latency];
  if (after === null) return { kind: 'missing', reason: 'latency was not measured' };
  if (before == null || before.batch !== after.batch || before.threads !== after.threads) return unknown('the baseline has no latency of this setting');
  const floor = (1 + (speedup?.noiseFloor ?? 0)) * (1 + (baseline.model.measures?.speedup?.noiseFloor ?? 0));
  const ratio = after.medianMs / before.medianMs;
  return { kind: 'sampled', value: ratio - 1, interval: { low: ratio / floor - 1, high: ratio * floor - 1 }, note: 'the noise floors of both runs' };
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);
