/**
 * Latency, side by side.
 *
 * 1. A/A: the dense model is timed against a second session of itself. What the two differ by is noise.
 * 2. A/B: dense, its twin and pruned run in short blocks in seeded random order, so that drift hits all alike.
 *    The noise floor is the largest difference between dense and twin, before and meanwhile, over the whole, its halves
 *    and its quarters: a machine that was quiet during the A/A and is not any more is not taken for a speed-up.
 * 3. Threads are fixed and each session is warmed up. Every run is timed by itself; none is thrown away: outliers and
 *    drift are reported, and medians bear them.
 * 4. A run ends when its outputs are in host memory, so a device's queue is empty when the clock is read; what the copies take
 *    is in the figure, as it is in use.
 */
import { seededRandom } from '../kernels/random.js';
import type { LatencySummary } from '../report/types.js';
import type { Feeds, Runtime, Session } from '../runtime/types.js';

/** One way to run both models. */
export interface TimingSpec {
  /** Samples in each timed run. */
  readonly batch: number;
  /** Threads within an operator. */
  readonly threads: number;
  /** Runs of each model that are not timed. */
  readonly warmup: number;
  /** Timed runs of each model. */
  readonly runs: number;
}

export interface LatencyRequest {
  readonly runtime: Runtime;
  readonly densePath: string;
  readonly prunedPath: string;
  /** One batch of `spec.batch` samples. */
  readonly feeds: Feeds;
  readonly spec: TimingSpec;
  readonly seed: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Latency {
  readonly dense: LatencySummary;
  readonly pruned: LatencySummary;
  /** Milliseconds; entry i of both stems from the same round. */
  readonly samples: { readonly dense: Float64Array; readonly pruned: Float64Array };
  /** 0.04: two runs of the dense model differed by 4 %. */
  readonly noiseFloor: number;
}

/** A GPU's clocks rise under load: on a device, warming up goes on for as long as this, whatever the number of runs. */
const WARM_MS = 500;
/** Timed runs in a row of one model; several, so that a switch of models costs little. */
const BLOCK = 5;
/** Of one A/A timing one may be lucky; nothing below 1 % is ever told apart. */
const LEAST_FLOOR = 0.01;
/** Parts of the A/A timing whose ratio is looked at as well: whole, halves, quarters. */
const PARTS = [1, 2, 4] as const;
/** Runs slower than the upper quartile by more than this many interquartile ranges (J. W. Tukey's "far out", 1977). */
const FAR_OUT = 3;

export async function measureLatency(request: LatencyRequest): Promise<Latency> {
  const { runtime, densePath, prunedPath, spec } = request;
  const options = { threads: spec.threads };
  const sessions: Session[] = [];
  try {
    for (const path of [densePath, densePath, prunedPath]) sessions.push(await runtime.open(path, options));
    const [dense, twin, pruned] = sessions as [Session, Session, Session];
    const [before, beforeTwin] = await timeTogether([dense, twin], request, 'a/a');
    const [denseMs, twinMs, prunedMs] = await timeTogether([dense, twin, pruned], request, 'a/b');
    return {
      dense: summarise(denseMs, spec), pruned: summarise(prunedMs, spec),
      samples: { dense: denseMs, pruned: prunedMs },
      noiseFloor: Math.max(noiseFloorOf([before, beforeTwin]), noiseFloorOf([denseMs, twinMs])),
    };
  } finally {
    for (const session of sessions) await session.release();
  }
}

/** Milliseconds of every run of each session, in rounds of one block each. */
async function timeTogether<const T extends readonly Session[]>(
  sessions: T, { runtime, feeds, spec, seed, onProgress }: LatencyRequest, label: string,
): Promise<{ [K in keyof T]: Float64Array }> {
  const next = seededRandom(`${seed}:${label}`);
  const started = performance.now();
  const cold = (i: number): boolean => i < spec.warmup || (runtime.device.used !== 'cpu' && spec.warmup > 0 && performance.now() - started < WARM_MS);
  for (let i = 0; cold(i); i++) for (const session of sessions) await session.run(feeds);
  const timed = sessions.map((session) => ({ session, ms: new Float64Array(spec.runs) }));
  for (let start = 0; start < spec.runs; start += BLOCK) {
    const end = Math.min(start + BLOCK, spec.runs);
    for (const { session, ms } of shuffled(timed, next)) {
      for (let run = start; run < end; run++) ms[run] = await timeOne(session, feeds);
    }
    onProgress?.(end, spec.runs);
  }
  return timed.map(({ ms }) => ms) as { [K in keyof T]: Float64Array };
}

/** A fresh list in random order (Fisher and Yates). */
function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

async function timeOne(session: Session, feeds: Feeds): Promise<number> {
  const start = performance.now();
  await session.run(feeds);
  return performance.now() - start;
}

/** How far the ratio of medians strays from 1 on this machine with nothing changed: the most of all parts. */
export function noiseFloorOf([a, b]: readonly [Float64Array, Float64Array]): number {
  const deviations = PARTS.flatMap((parts) => Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part, part + 1].map((at) => Math.floor((at * a.length) / parts));
    const ratio = quantile(a.slice(from, to), 0.5) / quantile(b.slice(from, to), 0.5);
    return Math.max(ratio, 1 / ratio) - 1;
  }));
  return Math.max(...deviations.filter(Number.isFinite), LEAST_FLOOR);
}

function summarise(times: Float64Array, { batch, threads, runs }: TimingSpec): LatencySummary {
  const medianMs = quantile(times, 0.5);
  return {
    medianMs, p95Ms: quantile(times, 0.95), runs, batch, threads,
    throughput: (1000 * batch) / medianMs, outliers: outliersOf(times), drift: driftOf(times),
  };
}

function outliersOf(times: Float64Array): number {
  const [lower, upper] = [quantile(times, 0.25), quantile(times, 0.75)];
  return times.filter((ms) => ms > upper + FAR_OUT * (upper - lower)).length;
}

/** Median of the last third over that of the first, less one. */
function driftOf(times: Float64Array): number {
  const third = Math.max(1, Math.floor(times.length / 3));
  return quantile(times.slice(-third), 0.5) / quantile(times.slice(0, third), 0.5) - 1;
}

/** Linear interpolation between order statistics; NaN for no values. */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? NaN : low + (at - Math.floor(at)) * (high - low);
}
