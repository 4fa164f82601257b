/**
 * The one yardstick that decides everywhere: squared error of the outputs over their variance, on calibration
 * split B. 0 is the dense model; 1 is what a constant output would score.
 */
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import { joinArrays } from '../kernels/join-arrays.js';
import { refuseUncut } from '../kernels/sample-axis.js';
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
   * @param feeds what the candidate is fed instead of the samples, in the same batches: for one that starts in the middle.
   *   Which of their axes runs over samples is not known, so they are not cut: throws UserError `out-of-memory` where memory
   *   does not hold a batch.
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
      const values = await runOutputs(session, feeds, names, indices.length);
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
  const compare = async (session: Session, denseOf: (feeds: Feeds, batch: number, samples: number) => Promise<Outputs>): Promise<void> => {
    let batch = 0;
    for await (const { feeds, samples, ownFeeds } of paired(request, own)) {
      const expected = await denseOf(feeds, batch, samples);
      const actual = ownFeeds === undefined ? await runOutputs(session, feeds, names, samples) : outputsIn(await session.run(ownFeeds), names);
      outputs.forEach((_, i) => { errors[i] = (errors[i] ?? 0) + squaredDistance(expected[i], actual[i]); });
      batch += 1;
    }
  };
  await withVariant(request.runtime, model, request.directory, async (session) => {
    if (cached !== undefined) return compare(session, async (_, batch) => cached[batch] as Outputs);
    const dense = comparedModel(request.dense, outputs);
    return withVariant(request.runtime, dense.model, request.denseDirectory ?? request.directory, (denseSession) =>
      compare(session, (feeds, _, samples) => runOutputs(denseSession, feeds, dense.names, samples)));
  });
  return errors;
}

/** The samples, and beside them what a candidate is fed instead. */
async function* paired({ samples, batch }: YardstickRequest, own: FeedStream | undefined): AsyncIterable<{ feeds: Feeds; samples: number; ownFeeds: Feeds | undefined }> {
  const others = own?.batches(batch)[Symbol.asyncIterator]();
  for await (const { feeds, indices } of samples.batches(batch)) {
    const next = await others?.next();
    yield { feeds, samples: indices.length, ownFeeds: (next?.value as { feeds: Feeds } | undefined)?.feeds };
  }
}

/** The model with the compared values, as float32 and centred, for outputs. */
function comparedModel(model: Model, outputs: readonly YardstickOutput[]): { model: Model; names: readonly Names[] } {
  const graph = new AuxiliaryGraph(model);
  const names = outputs.map((output) => ({ output: output.value, value: graph.output(comparedValue(graph, output)), shape: output.centring?.flattened === true ? graph.shapeOutput(output.value) : undefined }));
  return { model: graph.build(), names };
}

interface Names {
  /** As the model calls it. */
  readonly output: string;
  readonly value: string;
  /** That of the value before it was flattened; undefined where it was not. */
  readonly shape: string | undefined;
}

function comparedValue(graph: AuxiliaryGraph, { value, centring }: YardstickOutput): string {
  const cast = graph.toFloat(value);
  if (centring === undefined) return cast;
  if (!centring.flattened) return graph.node('Sub', [cast, graph.reduce('ReduceMean', cast, [centring.axis], true)]);
  const flat = graph.flatten(cast, centring.axis);
  return graph.node('Sub', [flat, graph.reduce('ReduceMean', flat, [1], true)]);
}

/** Outputs of a batch, its pieces put together. Throws UserError `out-of-memory` for a batch that was cut and an output whose order that changes. */
async function runOutputs(session: Session, feeds: Feeds, names: readonly Names[], samples: number): Promise<Outputs> {
  const pieces: ReadonlyMap<string, HostTensor>[] = [];
  for await (const results of session.pieces(feeds)) pieces.push(results);
  for (const { output, value, shape } of names) {
    const first = (piece: ReadonlyMap<string, HostTensor>): number => Number(shape === undefined ? piece.get(value)?.dims[0] : piece.get(shape)?.data[0]);
    refuseUncut(output, pieces.map(first), samples);
  }
  const parts = pieces.map((piece) => outputsIn(piece, names));
  return names.map((_, i) => joinArrays(parts.map((part) => part[i] as Float32Array)));
}

const outputsIn = (results: ReadonlyMap<string, HostTensor>, names: readonly Names[]): Outputs => names.map(({ value }) => (results.get(value) as HostTensor).data as Float32Array);

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
