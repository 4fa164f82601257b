/** What a check is judged on: a value in the check's unit, how sure it is, or why there is none. */
import type { LimitUnit } from '../policy/types.js';
import type { MeasurePair, MetricResult } from '../report/types.js';
import {
  furtherSamplesPaired, furtherSamplesScaled, proportionInterval, type Interval,
} from './statistics/index.js';

export type Evidence =
  | { readonly kind: 'missing'; readonly reason: string }
  /** Counted, not sampled: no uncertainty. */
  | { readonly kind: 'exact'; readonly value: number; readonly note?: string }
  | {
    readonly kind: 'sampled';
    readonly value: number;
    /** Null where the samples do not carry an interval: then nothing is decided in mode `interval`. */
    readonly interval: Interval | null;
    /** Said after the interval. */
    readonly note?: string;
    /** Further samples that would take `limit` out of the interval; null where unknown. */
    readonly further: (limit: number) => number | null;
  };

const missing = (reason: string): Evidence => ({ kind: 'missing', reason });
const never = (): null => null;

/** `<metric>.drop`: absolute, or for unit `relative` as a share of the dense value (taken as fixed). */
export function dropEvidence(metric: MetricResult, unit: LimitUnit, confidence: number): Evidence {
  if (!isMeasured(metric.drop)) return missing(reasonOf(metric));
  const scale = unit === 'relative' ? Math.abs(metric.dense ?? 0) : 1;
  if (scale === 0) return missing(`the dense value of ${metric.id} is 0, so a drop relative to it means nothing: give the limit as an absolute value`);
  const value = metric.drop / scale;
  const { dropInterval, paired, samples } = metric;
  if (!isInterval(dropInterval)) return { kind: 'sampled', value, interval: null, further: never };
  const interval = { low: dropInterval.low / scale, high: dropInterval.high / scale };
  const further = (limit: number) => paired === null
    ? furtherSamplesScaled(value, interval, limit, samples)
    : furtherSamplesPaired({ ...paired, samples }, limit * scale, confidence);
  return { kind: 'sampled', value, interval, further };
}

/** `<metric>.pruned` and `<metric>.dense`: with a score interval where each sample is right or wrong. */
export function levelEvidence(metric: MetricResult, which: 'dense' | 'pruned', confidence: number): Evidence {
  const value = metric[which];
  if (!isMeasured(value)) return missing(reasonOf(metric));
  if (metric.paired === null) return { kind: 'exact', value, note: 'judged by the value alone: this metric has an interval for its drop only' };
  const { both, denseOnly, prunedOnly } = metric.paired;
  const right = both + (which === 'dense' ? denseOnly : prunedOnly);
  const interval = proportionInterval(right, metric.samples, confidence);
  return {
    kind: 'sampled', value, interval,
    further: (limit) => furtherSamplesScaled(value, interval, limit, metric.samples),
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

/** The ratio of medians; its interval is widened by what timing the dense model against itself shows. */
export const speedupEvidence: MeasureReader = ({ speedup }) => {
  if (speedup === null || ![speedup.ratio, speedup.low, speedup.high, speedup.noiseFloor].every(isMeasured)) return missing('latency was not measured');
  const floor = 1 + speedup.noiseFloor;
  const interval = { low: speedup.low / floor, high: speedup.high * floor };
  return { kind: 'sampled', value: speedup.ratio, interval, note: floorNote(speedup.noiseFloor), further: never };
};

/** The pruned model's median, give or take the noise floor. */
export const latencyEvidence: MeasureReader = ({ pruned, speedup }) => {
  const value = pruned.latency?.medianMs;
  if (!isMeasured(value)) return missing('latency was not measured');
  const floor = 1 + (speedup?.noiseFloor ?? 0);
  const interval = { low: value / floor, high: value * floor };
  return { kind: 'sampled', value, interval, note: floorNote(floor - 1), further: never };
};

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
