/** What a check is judged on: a value in the check's unit, how sure it is, or why there is none. */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, Measures, MetricResult } from '../report/types.js';
import {
  CLASS_SLICES, furtherSamplesPaired, furtherSamplesScaled, normalQuantile, pairedDropInterval, proportionInterval, smallestDecidableDrop, type Interval,
} from './statistics/index.js';

export interface SampledEvidence {
  readonly kind: 'sampled';
  readonly value: number;
  /** Null where the samples do not carry an interval: then nothing is decided in mode `interval`. */
  readonly interval: Interval | null;
  /** Said after the interval. */
  readonly note?: string;
  /**
   * Further samples (of this slice, where it is one) that would take `limit` out of the interval, also of one at a higher
   * confidence; null where it is too close. Absent where more samples would not help.
   */
  readonly further?: (limit: number, confidence?: number) => number | null;
  /** The interval at another confidence of each bound; absent: `interval` is stretched as a normal one would be. */
  readonly at?: (confidence: number) => Interval;
  /** The smallest limit that this many samples can keep, even if the models never disagreed; absent where unknown. */
  readonly least?: number;
  readonly samples?: number;
}

/** One slice of a metric, or why it has no figure. */
export interface SliceEvidence {
  readonly by: string;
  readonly value: string;
  readonly samples: number;
  readonly evidence: SampledEvidence | null;
}

export type Evidence =
  | { readonly kind: 'missing'; readonly reason: string }
  /** The base is not known, or not comparable: undecided. */
  | { readonly kind: 'no-baseline'; readonly code: 'baseline-missing' | 'baseline-other-machine'; readonly reason: string }
  /** There is no base, so that nothing can have got worse: not judged. */
  | { readonly kind: 'without-base'; readonly code: 'baseline-none'; readonly reason: string }
  /** Counted, not sampled: no uncertainty. */
  | { readonly kind: 'exact'; readonly value: number; readonly note?: string }
  | SampledEvidence
  /** The worst of several parts is limited. At least one has a figure. */
  | { readonly kind: 'slices'; readonly what: string; readonly slices: readonly SliceEvidence[] };

/** What a check can be decided by. */
export type Judgeable = Exclude<Evidence, { kind: 'without-base' }>;

const missing = (reason: string): Evidence => ({ kind: 'missing', reason });

interface Scaled {
  readonly value: number;
  readonly interval: Interval;
  readonly samples: number;
  /** Of the interval. */
  readonly confidence: number;
}

/** Of an interval that shrinks with the root of the samples. */
export const scaledFurther = ({ value, interval, samples, confidence }: Scaled): NonNullable<SampledEvidence['further']> =>
  (limit, surer = confidence) => furtherSamplesScaled(value, stretchedInterval(value, interval, normalQuantile(surer) / normalQuantile(confidence)), limit, samples);

/** As a normal one at another confidence. */
export const stretchedInterval = (value: number, { low, high }: Interval, by: number): Interval =>
  ({ low: value - (value - low) * by, high: value + (high - value) * by });

/** `<metric>.drop`: absolute, or for unit `relative` as a share of the dense value (taken as fixed). */
export function dropEvidence(metric: MetricResult, unit: LimitUnit, confidence: number): Evidence {
  if (!isMeasured(metric.drop)) return missing(reasonOf(metric));
  return drop({ ...metric, drop: metric.drop }, unit, confidence)
    ?? missing(`the dense value of ${metric.id} is 0, so a drop relative to it means nothing: give the limit as an absolute value`);
}

interface Dropped {
  readonly dense: number | null;
  readonly drop: number;
  readonly dropInterval: Interval | null;
  readonly paired: { readonly denseOnly: number; readonly prunedOnly: number } | null;
  readonly samples: number;
}

/** Undefined where a relative drop has nothing to be relative to. */
function drop({ dense, drop: dropped, dropInterval, paired, samples }: Dropped, unit: LimitUnit, confidence: number): SampledEvidence | undefined {
  const scale = unit === 'relative' ? Math.abs(dense ?? 0) : 1;
  if (scale === 0) return undefined;
  const value = dropped / scale;
  const scaled = ({ low, high }: Interval): Interval => ({ low: low / scale, high: high / scale });
  const least = paired === null ? {} : { least: smallestDecidableDrop(samples, confidence) / scale, samples };
  if (!isInterval(dropInterval)) return { kind: 'sampled', value, interval: null, ...least };
  const interval = scaled(dropInterval);
  if (paired === null) {
    return { kind: 'sampled', value, interval, further: scaledFurther({ value, interval, samples, confidence }) };
  }
  const counts = { ...paired, samples };
  return {
    kind: 'sampled', value, interval, ...least,
    further: (limit, surer = confidence) => furtherSamplesPaired(counts, limit * scale, surer),
    at: (other) => scaled(pairedDropInterval(counts, other)),
  };
}

/** `<metric>.class-drop` and `<metric>.slice-drop`: the drop in each class, or in each value of the named columns. */
export function slicesEvidence(metric: MetricResult, aspect: 'class-drop' | 'slice-drop', unit: LimitUnit, confidence: number): Evidence {
  const byClass = aspect === 'class-drop';
  const chosen = (metric.slices ?? []).filter(({ by }) => (by === CLASS_SLICES) === byClass);
  if (metric.drop === null) return missing(reasonOf(metric));
  if (chosen.length === 0) {
    return missing(byClass
      ? `${metric.id} has no classes to divide by: that takes a metric of right or wrong answers, and one whole-number label a sample`
      : 'the policy names no `slices` of the held-out data');
  }
  const slices = chosen.map(({ by, value, samples, ...figures }): SliceEvidence => {
    const evidence = isMeasured(figures.drop) ? drop({ ...figures, drop: figures.drop, samples }, unit, confidence) : undefined;
    return { by, value, samples, evidence: evidence ?? null };
  });
  return { kind: 'slices', what: byClass ? 'class' : 'slice', slices };
}

/** `<metric>.pruned` and `<metric>.dense`: with an exact interval where each sample is right or wrong. */
export function levelEvidence(metric: MetricResult, which: 'dense' | 'pruned', confidence: number): Evidence {
  const value = metric[which];
  if (!isMeasured(value)) return missing(reasonOf(metric));
  if (metric.paired === null) return { kind: 'exact', value, note: 'judged by the value alone: this metric has an interval for its drop only' };
  const { both, denseOnly, prunedOnly } = metric.paired;
  const right = both + (which === 'dense' ? denseOnly : prunedOnly);
  const interval = proportionInterval(right, metric.samples, confidence);
  return {
    kind: 'sampled', value, interval,
    further: scaledFurther({ value, interval, samples: metric.samples, confidence }),
    at: (other) => proportionInterval(right, metric.samples, other),
  };
}

export type MeasureReader = (measures: MeasurePair, unit: LimitUnit) => Evidence;

type Countable = 'fileBytes' | 'gzipBytes' | 'parameters' | 'nonZeros' | 'macs';

/** A share saved (unit `relative`) or dense over pruned (unit `x`). */
export const reductionOf = (key: Countable): MeasureReader => ({ dense, pruned }, unit) => {
  const before = dense[key];
  const after = pruned[key];
  if (!isMeasured(before) || !isMeasured(after)) return missing('it was not measured');
  if (before <= 0) return missing('the dense model has none, so nothing can be saved');
  if (unit !== 'x') return { kind: 'exact', value: 1 - after / before };
  return after > 0 ? { kind: 'exact', value: before / after } : missing('the pruned model has none left');
};

export const levelOf = (key: Countable): MeasureReader => ({ pruned }) => {
  const value = pruned[key];
  return isMeasured(value) ? { kind: 'exact', value } : missing('it was not measured');
};

type MemoryKey = 'flashBytes' | 'ramBytes' | 'residentBytes';

const memoryOf = (measures: Measures, key: MemoryKey): number | null => measures.memory?.[key] ?? null;

const notMeasured = ({ pruned }: MeasurePair): Evidence => missing(pruned.memory?.notes.join('; ') || 'it was not measured');

/** Of the pruned model, in bytes. */
export const memoryLevel = (key: MemoryKey): MeasureReader => (measures) => {
  const value = memoryOf(measures.pruned, key);
  return isMeasured(value) ? { kind: 'exact', value } : notMeasured(measures);
};

/** A share saved or dense over pruned. */
export const memoryReduction = (key: MemoryKey): MeasureReader => (measures, unit) => {
  const [before, after] = [memoryOf(measures.dense, key), memoryOf(measures.pruned, key)];
  if (!isMeasured(before) || !isMeasured(after) || before <= 0) return notMeasured(measures);
  if (unit !== 'x') return { kind: 'exact', value: 1 - after / before };
  return after > 0 ? { kind: 'exact', value: before / after } : missing('the pruned model needs none');
};

/**
 * The ratio of medians; its interval is widened by what timing the dense model against itself shows. Of several settings
 * (batch sizes, threads) the limit must hold for all: the slowest bounds of any of them make the interval.
 */
export const speedupEvidence: MeasureReader = ({ speedup, settings = [] }) => {
  const all = settings.length > 0 ? settings.map((setting) => setting.speedup) : speedup === null ? [] : [speedup];
  if (all.length === 0 || !all.flatMap(({ ratio, low, high, noiseFloor }) => [ratio, low, high, noiseFloor]).every(isMeasured)) return missing('latency was not measured');
  const interval = {
    low: Math.min(...all.map(({ low, noiseFloor }) => low / (1 + noiseFloor))),
    high: Math.min(...all.map(({ high, noiseFloor }) => high * (1 + noiseFloor))),
  };
  const note = `${floorNote(Math.max(...all.map(({ noiseFloor }) => noiseFloor)))}${worstOf(all.length)}`;
  return { kind: 'sampled', value: Math.min(...all.map(({ ratio }) => ratio)), interval, note };
};

/** The pruned model's median or another quantile, give or take the noise floor; the longest of several settings. */
export const latencyOf = (key: 'medianMs' | 'p95Ms'): MeasureReader => ({ pruned, speedup, settings = [] }) => {
  const own = pruned.latency === null ? [] : [{ ms: pruned.latency[key], floor: speedup?.noiseFloor ?? 0 }];
  const all = settings.length > 0 ? settings.map((setting) => ({ ms: setting.pruned[key], floor: setting.speedup.noiseFloor })) : own;
  if (all.length === 0 || !all.flatMap(({ ms, floor }) => [ms, floor]).every(isMeasured)) return missing('latency was not measured');
  const most = (at: (setting: { ms: number; floor: number }) => number): number => Math.max(...all.map(at));
  const interval = { low: most(({ ms, floor }) => ms / (1 + floor)), high: most(({ ms, floor }) => ms * (1 + floor)) };
  const note = `${floorNote(most(({ floor }) => floor))}${worstOf(all.length)}`;
  return { kind: 'sampled', value: most(({ ms }) => ms), interval, note };
};

const worstOf = (settings: number): string => (settings > 1 ? `, the worst of ${String(settings)} settings` : '');

const floorNote = (floor: number): string => `widened by the ±${(floor * 100).toFixed(1)} % noise floor of this machine`;

function isMeasured(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}

function isInterval(interval: Interval | null): interval is Interval {
  return interval !== null && Number.isFinite(interval.low) && Number.isFinite(interval.high);
}

function reasonOf(metric: MetricResult): string {
  return metric.findings.length > 0 ? metric.findings.join('; ') : `${metric.id} could not be computed`;
}

/** Joules of a run; an estimate says that it is one. */
export const energyLevel: MeasureReader = ({ pruned }) => {
  const energy = pruned.energy;
  if (energy === undefined || !isMeasured(energy.joules)) return missing('energy was neither measured nor could it be estimated');
  return boundedLevel(energy.joules, energy.low, energy.high, energy.source === 'estimate' ? ESTIMATED : undefined);
};

const ESTIMATED = 'an estimate from MACs and bytes moved, not measured';

export const energyReduction: MeasureReader = ({ dense, pruned }, unit) => {
  const [before, after] = [dense.energy, pruned.energy];
  if (before === undefined || after === undefined || !isMeasured(before.joules) || !isMeasured(after.joules)) return missing('energy was neither measured nor could it be estimated');
  return boundedReduction({ value: before.joules, low: before.low, high: before.high }, { value: after.joules, low: after.low, high: after.high }, unit, before.source === 'estimate' ? ESTIMATED : undefined);
};

type BoardKey = 'latency' | 'energy' | 'memory';
const NOT_RUN = 'the policy\'s measuring command gave no such figure; it runs only where it is allowed (--allow-commands)';

export const boardLevel = (key: BoardKey): MeasureReader => ({ pruned }) => {
  const figure = pruned.board?.[key] ?? null;
  return figure === null ? missing(NOT_RUN) : boundedLevel(figure.value, figure.low, figure.high, undefined);
};

export const boardReduction = (key: BoardKey): MeasureReader => ({ dense, pruned }, unit) => {
  const [before, after] = [dense.board?.[key] ?? null, pruned.board?.[key] ?? null];
  return before === null || after === null ? missing(NOT_RUN) : boundedReduction(before, after, unit, undefined);
};

interface Bounded {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

function boundedLevel(value: number, low: number | null, high: number | null, note: string | undefined): Evidence {
  const said = note === undefined ? {} : { note };
  return low === null || high === null ? { kind: 'exact', value, ...said } : { kind: 'sampled', value, interval: { low, high }, ...said };
}

/** Both ends at once: no closer than the truth where the two figures err together. */
function boundedReduction(before: Bounded, after: Bounded, unit: LimitUnit, note: string | undefined): Evidence {
  const ratio = (a: number, b: number): number => (unit === 'x' ? a / b : 1 - b / a);
  // What is left after the idle machine is subtracted may be nothing.
  if (before.value <= 0 || after.value <= 0) return missing('a model took no more than the idle machine: it is too small to be measured');
  const value = ratio(before.value, after.value);
  if (before.low === null || before.high === null || after.low === null || after.high === null) return boundedLevel(value, null, null, note);
  const [least, most] = [Math.max(before.low, Number.MIN_VALUE), Math.max(after.low, Number.MIN_VALUE)];
  return boundedLevel(value, ratio(least, after.high), ratio(before.high, most), note);
}
