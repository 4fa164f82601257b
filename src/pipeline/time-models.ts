/** Latency of dense and pruned model at every setting of the policy, and where their time goes. */
import { fixedBatch } from '../evaluate/stream.js';
import { isOutOfMemory, messageOf, UserError } from '../errors.js';
import { medianRatioInterval } from '../gate/statistics/index.js';
import { seededRandom } from '../kernels/random.js';
import { measureLatency } from '../measure/latency.js';
import type { TimingSpec } from '../measure/latency.js';
import type { LatencySpec, ModelPolicy } from '../policy/types.js';
import type { TimedSetting } from '../report/types.js';
import type { Feeds, Profile, Runtime } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { repeatFeeds } from './samples.js';
import type { Subject } from './subject.js';

export interface Timed {
  /** The first is the one that is shown. */
  readonly settings: readonly [TimedSetting, ...TimedSetting[]];
  readonly profiles: { readonly dense: Profile; readonly pruned: Profile };
}

export interface TimingRequest {
  readonly subject: Subject;
  readonly densePath: string;
  readonly prunedPath: string;
  readonly policy: ModelPolicy;
  /** One sample, or as many as the model insists on. */
  readonly feeds: Feeds;
  readonly seed: string;
}

/** Of a run whose times nobody looks at: the fewest runs that the policy's schema admits. */
export const UNTIMED: LatencySpec = { batches: [1], threads: [1], warmup: 0, runs: 10 };

/** Whether nobody looks at what hangs on the moment: time, energy, the memory of a process. */
export const isUntimed = ({ latency }: ModelPolicy): boolean => latency === UNTIMED;

/** Runs under the profiler, which slows them: for shares and memory, not for the verdict. */
const PROFILED_RUNS = 10;

export async function timeModels(request: TimingRequest, journal: Journal): Promise<Timed> {
  const { subject, densePath, prunedPath, policy, feeds } = request;
  const fixed = fixedBatch(subject.inputs);
  if (fixed !== undefined && String(policy.latency.batches) !== String(fixed)) journal.note(`Latency is of batches of ${String(fixed)}, the only size that the model takes.`);
  const settings: TimedSetting[] = [];
  for (const spec of specsOf(policy.latency, fixed)) settings.push(await timeSetting(request, spec, journal));
  const [first] = settings;
  if (first === undefined) throw new Error('a policy without a batch size');
  const at = { feeds: repeatFeeds(feeds, first.dense.batch), threads: first.dense.threads };
  const profile = (path: string): Promise<Profile> => subject.runtime.profile(path, at.feeds, PROFILED_RUNS, { threads: at.threads });
  return { settings: [first, ...settings.slice(1)], profiles: { dense: await profile(densePath), pruned: await profile(prunedPath) } };
}

/** Every batch size with every number of threads. */
function specsOf({ batches, threads, warmup, runs }: LatencySpec, fixed: number | undefined): TimingSpec[] {
  const sizes = fixed === undefined ? batches : [fixed];
  return sizes.flatMap((batch) => threads.map((count) => ({ batch, threads: count, warmup, runs })));
}

async function timeSetting({ subject, densePath, prunedPath, policy, feeds, seed }: TimingRequest, spec: TimingSpec, journal: Journal): Promise<TimedSetting> {
  try {
    return await timePair({ runtime: subject.runtime, densePath, prunedPath, feeds: repeatFeeds(feeds, spec.batch), confidence: policy.confidence }, spec, seed, journal);
  } catch (thrown) {
    throw isOutOfMemory(thrown) ? tooLarge(spec, thrown) : thrown;
  }
}

/** The time of a smaller batch would be another figure than the one that was asked for. */
function tooLarge({ batch, threads }: TimingSpec, cause: unknown): UserError {
  return new UserError({
    code: 'out-of-memory', message: `Latency cannot be measured with batches of ${String(batch)}: memory does not hold them (${messageOf(cause)}).`, where: `latency: batch ${String(batch)}, threads ${String(threads)}`,
    fix: batch === 1 ? 'Use a runner or a device with more memory.' : 'Ask for smaller batches in `latency.batches`, or use a runner or a device with more memory.', cause,
  });
}

export interface PairToTime {
  readonly runtime: Runtime;
  readonly densePath: string;
  readonly prunedPath: string;
  readonly feeds: Feeds;
  /** Of each one-sided bound. */
  readonly confidence: number;
}

/** One setting, with its bootstrap interval. */
export async function timePair(pair: PairToTime, spec: TimingSpec, seed: string, journal?: Journal): Promise<TimedSetting> {
  const onProgress = (done: number, total: number): void => { journal?.progress(done, total, `runs at batch ${String(spec.batch)}`); };
  const measured = await measureLatency({ ...pair, spec, seed, onProgress });
  const { ratio, low, high } = medianRatioInterval(measured.samples, { confidence: pair.confidence, random: seededRandom(`${seed}:latency`) });
  return { dense: measured.dense, pruned: measured.pruned, speedup: { ratio, low, high, noiseFloor: measured.noiseFloor } };
}
