/** The slices that lost most: what pruning did to the parts of the samples, for the views. Untrusted names are not yet escaped. */
import { differenceText, levelText } from './cells.js';
import { grouped, twoSided } from './format.js';
import type { MetricResult, ModelReport, SliceResult } from './types.js';

/** Slices shown of each metric. */
const MOST_SHOWN = 10;

/** As a reader would name it: `class 3`, `speaker = 7`. */
export const sliceName = ({ by, value }: Pick<SliceResult, 'by' | 'value'>): string => (by === 'class' ? `class ${value}` : `${by} = ${value}`);

export interface LostSlice {
  readonly metric: string;
  readonly name: string;
  readonly samples: string;
  /** Enough samples for the loss to be more than one answer or two. */
  readonly sizable: boolean;
  /** `93.0 → 88.0 %`. */
  readonly figures: string;
  /** `−5.0 pp (90 % CI −9.1 to −1.2)`. */
  readonly change: string;
  /** Of the limit on the worst slice; empty where there is none. */
  readonly outcome: string;
}

/** Of each metric the slices that lost most, the worst first, and with them those that a check judged. */
export function lostMost(model: ModelReport): readonly LostSlice[] {
  return model.metrics.flatMap((metric) => {
    const measured = (metric.slices ?? []).filter(({ drop }) => drop !== null);
    return [...measured].sort((a, b) => (b.drop ?? 0) - (a.drop ?? 0) || b.samples - a.samples).slice(0, MOST_SHOWN)
      .filter((slice) => (slice.drop ?? 0) > 0 || outcomeOf(model, metric, slice) !== '')
      .map((slice) => lostSlice(model, metric, slice));
  });
}

const FEWEST_SIZABLE = 10;

function lostSlice(model: ModelReport, metric: MetricResult, slice: SliceResult): LostSlice {
  const { dense, pruned, dropInterval: interval } = slice;
  const sign = metric.higherIsBetter ? -1 : 1;
  const ends = interval === null ? [] : (metric.higherIsBetter ? [interval.high, interval.low] : [interval.low, interval.high]).map((end) => differenceText(metric.metric, sign * end, false));
  const change = differenceText(metric.metric, sign * (slice.drop ?? 0), true);
  return {
    metric: metric.id, name: sliceName(slice), samples: grouped(slice.samples), sizable: slice.samples >= FEWEST_SIZABLE && (slice.drop ?? 0) > 0,
    figures: `${levelText(metric.metric, dense ?? 0)} → ${levelText(metric.metric, pruned ?? 0)}`,
    change: ends.length === 0 ? change : `${change} (${twoSided(metric.confidence)} ${ends.join(' to ')})`,
    outcome: outcomeOf(model, metric, slice),
  };
}

/** By the first check that judged this slice. */
function outcomeOf(model: ModelReport, { id }: MetricResult, { by, value }: SliceResult): string {
  const judged = model.checks.filter(({ check }) => check.startsWith(`${id}.`)).flatMap(({ slices = [] }) => slices);
  return judged.find((one) => one.by === by && one.value === value)?.outcome ?? '';
}
