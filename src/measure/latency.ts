/**
 * Latency, side by side. Dense is timed against itself first: what two runs of the same model differ by is noise (the
 * A/A floor). Then both models run in short blocks in seeded random order, so that drift hits both alike. Threads are
 * fixed; each session is warmed up.
 */
import { seededRandom } from '../kernels/random.js';
import type { LatencySpec } from '../policy/types.js';
import type { LatencySummary } from '../report/types.js';
import type { Feeds, Runtime, Session } from '../runtime/types.js';

export interface LatencyRequest {
  readonly runtime: Runtime;
  readonly densePath: string;
  readonly prunedPath: string;
  /** One batch of `spec.batch` samples. */
  readonly feeds: Feeds;
  readonly spec: LatencySpec;
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

/** Timed runs in a row of one model; several, so that a switch of models costs little. */
const BLOCK = 5;

export async function measureLatency(request: LatencyRequest): Promise<Latency> {
  const { runtime, densePath, prunedPath, spec } = request;
  const options = { threads: spec.threads };
  const sessions: Session[] = [];
  try {
    for (const path of [densePath, densePath, prunedPath]) sessions.push(await runtime.open(path, options));
    const [dense, twin, pruned] = sessions as [Session, Session, Session];
    const floor = noiseFloorOf(await timePair(dense, twin, request, 'a/a'));
    const [denseMs, prunedMs] = await timePair(dense, pruned, request, 'a/b');
    return {
      dense: summarise(denseMs, spec), pruned: summarise(prunedMs, spec),
      samples: { dense: denseMs, pruned: prunedMs }, noiseFloor: floor,
    };
  } finally {
    for (const session of sessions) await session.release();
  }
}

async function timePair(a: Session, b: Session, { feeds, spec, seed, onProgress }: LatencyRequest, label: string): Promise<[Float64Array, Float64Array]> {
  const next = seededRandom(`${seed}:${label}`);
  for (let i = 0; i < spec.warmup; i++) {
    await a.run(feeds);
    await b.run(feeds);
  }
  const times: [Float64Array, Float64Array] = [new Float64Array(spec.runs), new Float64Array(spec.runs)];
  for (let start = 0; start < spec.runs; start += BLOCK) {
    const end = Math.min(start + BLOCK, spec.runs);
    for (const which of next() < 0.5 ? [0, 1] as const : [1, 0] as const) {
      for (let run = start; run < end; run++) times[which][run] = await timeOne(which === 0 ? a : b, feeds);
    }
    onProgress?.(end, spec.runs);
  }
  return times;
}

async function timeOne(session: Session, feeds: Feeds): Promise<number> {
  const start = performance.now();
  await session.run(feeds);
  return performance.now() - start;
}

/**
 * How far the ratio of medians strays from 1 on this machine with nothing changed: the larger of what the two halves of
 * the A/A run show and the whole.
 */
function noiseFloorOf([a, b]: readonly [Float64Array, Float64Array]): number {
  const middle = Math.floor(a.length / 2);
  const deviations = [[0, a.length], [0, middle], [middle, a.length]].map(([from, to]) => {
    const ratio = quantile(a.slice(from, to), 0.5) / quantile(b.slice(from, to), 0.5);
    return Math.max(ratio, 1 / ratio) - 1;
  });
  return Math.max(...deviations.filter(Number.isFinite), 0);
}

function summarise(times: Float64Array, { batch, threads, runs }: LatencySpec): LatencySummary {
  return { medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95), runs, batch, threads };
}

/** Linear interpolation between order statistics; NaN for no values. */
function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? NaN : low + (at - Math.floor(at)) * (high - low);
}
