/**
 * The one yardstick that decides everywhere: squared error of the outputs over their variance, on calibration
 * split B. 0 is the dense model; 1 is what a constant output would score.
 */
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import type { Feeds, HostTensor, Runtime, Session } from '../runtime/types.js';
import { AuxiliaryGraph } from './auxiliary.js';
import type { FeedStream } from './dense-prefix.js';
import { Spread } from './spread.js';
import { withVariant } from './variant.js';
import { yardstickOutputs } from './yardstick-outputs.js';
import type { OutputKind, YardstickOutput } from './yardstick-outputs.js';

export interface YardstickRequest {
  readonly runtime: Runtime;
  /** The dense model, weights stored beside `directory`'s protos. */
  readonly dense: Model;
  readonly directory: string;
  /** Where the dense model's weights lie, if not there: candidates may have weights of their own. */
  readonly denseDirectory?: string;
  /** Calibration split B. */
  readonly samples: Samples;
  readonly batch: number;
  /** What bare outputs hold, where the policy's metrics tell. */
  readonly kinds?: ReadonlyMap<string, OutputKind>;
}

export interface Yardstick {
  readonly outputs: readonly YardstickOutput[];
  /** How outputs are compared, and which are not, in words. */
  readonly notes: readonly string[];
  /**
   * Output loss of a candidate that has the compared values under the same names; Infinity where it yields NaN,
   * infinity or another shape. The mean over the outputs that vary.
   *
   * @param feeds what the candidate is fed instead of the samples, in the same batches: for one that starts in the middle
   */
  loss(candidate: Model, feeds?: FeedStream): Promise<number>;
}

/** Dense outputs up to this size are kept for later candidates; past it the dense model runs again beside each. */
export const MAX_CACHED_BYTES = 256 * 2 ** 20;

/**
 * Runs the dense model once over the samples.
 *
 * @throws UserError `no-yardstick` where no output can be compared or none varies
 */
export async function createYardstick(request: YardstickRequest): Promise<Yardstick> {
  const choice = yardstickOutputs(request.dense, request.kinds);
  if (choice.outputs.length === 0) throw noYardstick('no output of the model holds floating-point values');
  const dense = await runDense(request, choice.outputs);
  const varying = dense.totals.map((total) => total > 0);
  if (!varying.includes(true)) throw noYardstick('every output of the dense model is constant over the samples');
  const constant = choice.outputs.filter((_, i) => varying[i] === false)
    .map(({ output }) => `output ${output} is constant over the samples and is not compared`);
  return {
    outputs: choice.outputs,
    notes: [...choice.notes, ...constant],
    loss: async (candidate, feeds) => {
      const errors = await squaredErrors(request, choice.outputs, dense.cached, candidate, feeds);
      const shares = errors.flatMap((error, i) => (varying[i] === true ? [error / (dense.totals[i] as number)] : []));
      const loss = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      return Number.isFinite(loss) ? loss : Infinity;
    },
  };
}

type Outputs = readonly Float32Array[];

interface DenseRun {
  /** Outputs of each batch, or undefined where they are too large to keep. */
  readonly cached: readonly Outputs[] | undefined;
  /** Per output, the squared deviations from its mean. */
  readonly totals: readonly number[];
}

async function runDense(request: YardstickRequest, outputs: readonly YardstickOutput[]): Promise<DenseRun> {
  const spreads = outputs.map(() => new Spread());
  let cached: Outputs[] | undefined = [];
  let bytes = 0;
  const { model, names } = comparedModel(request.dense, outputs);
  await withVariant(request.runtime, model, request.denseDirectory ?? request.directory, async (session) => {
    for await (const { feeds, indices } of request.samples.batches(request.batch)) {
      const values = await runOutputs(session, feeds, names);
      values.forEach((value, i) => { (spreads[i] as Spread).add(value, indices.length); });
      bytes += values.reduce((sum, value) => sum + value.byteLength, 0);
      if (bytes > MAX_CACHED_BYTES) cached = undefined;
      cached?.push(values);
    }
  });
  return { cached, totals: spreads.map((spread) => spread.total()) };
}

/** Sum of squared differences per output; NaN where shapes differ or a value is not finite. */
async function squaredErrors(
  request: YardstickRequest, outputs: readonly YardstickOutput[], cached: readonly Outputs[] | undefined, candidate: Model, own?: FeedStream,
): Promise<number[]> {
  const errors = outputs.map(() => 0);
  const { model, names } = comparedModel(candidate, outputs);
  const compare = async (session: Session, denseOf: (feeds: Feeds, batch: number) => Promise<Outputs>): Promise<void> => {
    let batch = 0;
    for await (const { feeds, candidateFeeds } of paired(request, own)) {
      const [expected, actual] = [await denseOf(feeds, batch), await runOutputs(session, candidateFeeds, names)];
      outputs.forEach((_, i) => { errors[i] = (errors[i] ?? 0) + squaredDistance(expected[i], actual[i]); });
      batch += 1;
    }
  };
  await withVariant(request.runtime, model, request.directory, async (session) => {
    if (cached !== undefined) return compare(session, async (_, batch) => cached[batch] as Outputs);
    const dense = comparedModel(request.dense, outputs);
    return withVariant(request.runtime, dense.model, request.denseDirectory ?? request.directory, (denseSession) =>
      compare(session, (feeds) => runOutputs(denseSession, feeds, dense.names)));
  });
  return errors;
}

/** The samples, and beside them what a candidate is fed instead. */
async function* paired({ samples, batch }: YardstickRequest, own: FeedStream | undefined): AsyncIterable<{ feeds: Feeds; candidateFeeds: Feeds }> {
  const others = own?.batches(batch)[Symbol.asyncIterator]();
  for await (const { feeds } of samples.batches(batch)) {
    const next = await others?.next();
    yield { feeds, candidateFeeds: (next?.value as { feeds: Feeds } | undefined)?.feeds ?? feeds };
  }
}

/** The model with the compared values, as float32 and centred, for outputs. */
function comparedModel(model: Model, outputs: readonly YardstickOutput[]): { model: Model; names: readonly string[] } {
  const graph = new AuxiliaryGraph(model);
  const names = outputs.map((output) => graph.output(comparedValue(graph, output)));
  return { model: graph.build(), names };
}

function comparedValue(graph: AuxiliaryGraph, { value, centring }: YardstickOutput): string {
  const cast = graph.toFloat(value);
  if (centring === undefined) return cast;
  if (!centring.flattened) return graph.node('Sub', [cast, graph.reduce('ReduceMean', cast, [centring.axis], true)]);
  const flat = graph.flatten(cast, centring.axis);
  return graph.node('Sub', [flat, graph.reduce('ReduceMean', flat, [1], true)]);
}

async function runOutputs(session: Session, feeds: Feeds, names: readonly string[]): Promise<Outputs> {
  const parts: Float32Array[][] = names.map(() => []);
  for await (const results of session.pieces(feeds)) names.forEach((name, i) => parts[i]?.push((results.get(name) as HostTensor).data as Float32Array));
  return parts.map(joined);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0)] = parts;
  if (parts.length === 1) return first;
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Elements that are not finite in the dense output are left out (a mask of -infinity, say); where the candidate alone
 * is not finite, the distance is NaN.
 */
function squaredDistance(dense: Float32Array | undefined, candidate: Float32Array | undefined): number {
  if (dense === undefined || candidate === undefined || dense.length !== candidate.length) return NaN;
  let sum = 0;
  for (let i = 0; i < dense.length; i += 1) {
    const expected = dense[i] as number;
    if (Number.isFinite(expected)) sum += ((candidate[i] as number) - expected) ** 2;
  }
  return sum;
}

function noYardstick(why: string): UserError {
  return new UserError({
    code: 'no-yardstick', message: `Candidates cannot be compared: ${why}.`,
    fix: 'calibrate with samples on which the outputs differ, or leave this model out of the policy',
  });
}
