/** The interval of a drop: by paired counts where samples are right or wrong, else by paired bootstrap. */
import { seededRandom } from '../kernels/random.js';
import { bootstrapIntervals, pairedDropInterval, REPLICATES, type Interval, type WeightedStatistic } from '../gate/statistics/index.js';
import type { MetricResult } from '../report/types.js';
import type { Accumulator } from './metrics/accumulator.js';
import { countPairs } from './metrics/records.js';
import type { Lane } from './lane.js';

export type Paired = NonNullable<MetricResult['paired']>;

export interface Drop {
  readonly drop: number | null;
  readonly interval: Interval | null;
  readonly paired: Paired | null;
  readonly method: string;
  readonly remarks: readonly string[];
}

export interface DropOptions {
  readonly samples: number;
  /** Of each one-sided bound. */
  readonly confidence: number;
  readonly seed: string;
}

/** A bootstrap of fewer samples says little about their spread. */
const FEWEST_SAMPLES = 20;

/** With fewer changed predictions than this the bootstrap may never draw one that matters. */
const FEW_CHANGES = 5;

const NO_DROP: Drop = { drop: null, interval: null, paired: null, method: 'not computed', remarks: [] };
const PAIRED_METHOD = 'paired score interval (Tango 1998), continuity-corrected';
const BOOTSTRAP_METHOD = `paired BCa bootstrap, ${REPLICATES} Poisson draws`;

/** The drop of each metric. Metrics that need the bootstrap share its draws. */
export function dropsOf(lanes: readonly Lane[], options: DropOptions): Drop[] {
  const sampled = lanes.filter((lane) => isJudged(lane) && countsOf(lane) === null && options.samples >= FEWEST_SAMPLES);
  const intervals = sampled.length === 0 ? [] : bootstrapIntervals(sampled.map((lane) => dropStatistic(lane)), {
    ...options, random: seededRandom(`${options.seed}:bootstrap`),
  });
  return lanes.map((lane) => dropOf(lane, intervals[sampled.indexOf(lane)] ?? null, options));
}

function isJudged(lane: Lane): boolean {
  return lane.value('dense') !== null && lane.value('pruned') !== null;
}

function dropOf(lane: Lane, bootstrap: Interval | null, options: DropOptions): Drop {
  if (!isJudged(lane)) return NO_DROP;
  const paired = countsOf(lane);
  if (paired !== null) {
    const interval = pairedDropInterval({ ...paired, samples: options.samples }, options.confidence);
    return { drop: (paired.denseOnly - paired.prunedOnly) / options.samples, interval, paired, method: PAIRED_METHOD, remarks: [] };
  }
  const drop = dropStatistic(lane)(new Uint32Array(options.samples).fill(1));
  const remarks = bootstrap !== null ? shortOf(options.samples) : [options.samples < FEWEST_SAMPLES
    ? `${options.samples} samples are too few for a bootstrap interval (${FEWEST_SAMPLES} at least)`
    : 'too many bootstrap draws leave the figure undefined: no interval'];
  const widened = bootstrap === null ? null : widenedForFewChanges(lane, drop, bootstrap, options);
  return { drop, interval: widened, paired: null, method: BOOTSTRAP_METHOD, remarks };
}

/** From here on the bootstrap of a mean of heavy-tailed errors covers what it says, but for a point (bench/statistics.md). */
const ENOUGH_FOR_TAILS = 1000;

const shortOf = (samples: number): string[] => samples >= ENOUGH_FOR_TAILS ? [] : [
  `an interval by bootstrap of fewer than ${ENOUGH_FOR_TAILS.toLocaleString('en-US')} samples may be too short where few samples carry most of the figure`,
];

/** dense - pruned where higher is better, else pruned - dense; of the samples in `mask`, or of all. */
function dropStatistic(lane: Lane, mask?: Uint8Array): WeightedStatistic {
  const sign = lane.definition.higherIsBetter ? 1 : -1;
  const dense = lane.accumulator('dense');
  const pruned = lane.accumulator('pruned');
  const inside = new Uint32Array(mask?.length ?? 0);
  return (weights) => {
    const counted = mask === undefined ? weights : masked(weights, mask, inside);
    return sign * (dense.value(counted) - pruned.value(counted));
  };
}

function masked(weights: Uint32Array, mask: Uint8Array, into: Uint32Array): Uint32Array {
  for (let i = 0; i < into.length; i++) into[i] = (weights[i] as number) * (mask[i] as number);
  return into;
}

export interface SliceDrop {
  readonly dense: number | null;
  readonly pruned: number | null;
  readonly drop: number | null;
  readonly dropInterval: Interval | null;
}

/** Looks at a sample that all bootstraps of slices may take together: some ten seconds. */
const MOST_VISITS = 2e9;
const FEWEST_REPLICATES = 400;

/** Of a metric that is no share of right answers, on each part: all from the same draws, fewer where there are many parts. */
export function sliceDrops(lane: Lane, parts: readonly { readonly mask: Uint8Array; readonly samples: number }[], options: DropOptions): SliceDrop[] {
  const judged = parts.filter(({ samples }) => samples >= FEWEST_SAMPLES);
  const wanted = Math.floor(MOST_VISITS / Math.max(1, options.samples * judged.length));
  const intervals = judged.length === 0 ? [] : bootstrapIntervals(judged.map(({ mask }) => dropStatistic(lane, mask)), {
    ...options, replicates: Math.max(FEWEST_REPLICATES, Math.min(REPLICATES, wanted)), random: seededRandom(`${options.seed}:slices`),
  });
  return parts.map((part) => sliceDrop(lane, part, intervals[judged.indexOf(part)] ?? null, options));
}

function sliceDrop(lane: Lane, { mask, samples }: { readonly mask: Uint8Array; readonly samples: number }, interval: Interval | null, options: DropOptions): SliceDrop {
  const weights = Uint32Array.from(mask);
  const [dense, pruned] = [lane.accumulator('dense').value(weights), lane.accumulator('pruned').value(weights)];
  if (!Number.isFinite(dense) || !Number.isFinite(pruned)) return { dense: null, pruned: null, drop: null, dropInterval: null };
  const drop = lane.definition.higherIsBetter ? dense - pruned : pruned - dense;
  return { dense, pruned, drop, dropInterval: interval === null ? null : widenedForFewChanges(lane, drop, interval, { ...options, samples }, mask) };
}

function countsOf(lane: Lane): Paired | null {
  const dense = lane.accumulator('dense').hits();
  const pruned = lane.accumulator('pruned').hits();
  if (dense === null || pruned === null) return null;
  return countPairs(dense, pruned);
}

/**
 * Where hardly any prediction changed, the interval also covers what unseen changes could do: the upper bound of the
 * share of changed samples, each moving the figure as far as one sample can.
 */
function widenedForFewChanges(lane: Lane, drop: number, interval: Interval, { samples, confidence }: DropOptions, mask?: Uint8Array): Interval {
  const { discrete } = lane.accumulator('dense');
  const changed = discrete === undefined ? FEW_CHANGES : changesBetween(lane.accumulator('dense'), lane.accumulator('pruned'), mask);
  if (discrete === undefined || changed >= FEW_CHANGES) return interval;
  const possible = pairedDropInterval({ denseOnly: changed, prunedOnly: 0, samples }, confidence).high * samples;
  const reach = possible * discrete.leverage(mask);
  return { low: Math.min(interval.low, drop - reach), high: Math.max(interval.high, drop + reach) };
}

function changesBetween(dense: Accumulator, pruned: Accumulator, mask?: Uint8Array): number {
  const before = dense.discrete?.records() ?? [];
  const after = pruned.discrete?.records() ?? [];
  let changed = 0;
  for (let i = 0; i < before.length; i++) if (mask?.[i] !== 0 && before[i] !== after[i]) changed++;
  return changed;
}
