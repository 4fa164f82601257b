/**
 * First and second moments of activations over calibration samples, computed inside onnxruntime: only sums leave it.
 *
 *  1. A first run over one batch tells each tap's shape and its channel means.
 *  2. Those means are the *shift*: sums are taken of x - shift, since float32 products of raw inputs (0 to 255, say)
 *     would lose the digits in which the covariance lies.
 *  3. Per batch the graph returns sum(x - shift) and sum((x - shift)(x - shift)ᵀ), or only the squares; JavaScript
 *     adds them in float64 and takes the shift out at the end.
 */
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import { diagonal, symmetrize } from '../kernels/symmetric.js';
import type { Model } from '../onnx/ir.js';
import type { Moments } from '../prune/types.js';
import type { HostTensor, Runtime } from '../runtime/types.js';
import { AuxiliaryGraph } from './auxiliary.js';
import { withVariant } from './variant.js';

/** Where to measure: a value of the main graph and its channel axis. */
export interface Tap {
  readonly value: string;
  readonly axis: number;
  /** False: variances only. */
  readonly covariance: boolean;
  /** Also the mean of |x|. */
  readonly magnitude?: boolean;
}

export interface GatherRequest {
  readonly runtime: Runtime;
  /** Weights stored beside `directory`'s protos (see onnx/store). */
  readonly model: Model;
  /** Folder for the auxiliary graphs: the one that holds the stored weights. */
  readonly directory: string;
  /** One tap per value. */
  readonly taps: readonly Tap[];
  readonly samples: Samples;
  /** Samples per run. */
  readonly batch: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Beyond this many channels only variances are gathered: a float64 covariance would take more than 134 MB per tap. */
export const MAX_COVARIANCE_CHANNELS = 4096;

/**
 * Floats of covariance that one run may return: 128 MiB on top of the activations. Taps beyond it are measured in
 * further passes over the samples.
 */
export const MAX_PASS_FLOATS = 2 ** 25;

/** The gathered moments by value name. Throws UserError `tap-unknown`, `activation-not-finite`, `calibration-empty`. */
export async function gatherMoments(request: GatherRequest): Promise<Map<string, Moments>> {
  if (request.taps.length === 0) return new Map();
  checkTaps(request);
  const surveyed = await survey(request);
  const passes = splitPasses(surveyed);
  const found = new Map<string, Moments>();
  for (const [index, pass] of passes.entries()) {
    const done = index * request.samples.count;
    const gathered = await measurePass(request, pass, (count) => {
      request.onProgress?.(done + count, passes.length * request.samples.count);
    });
    for (const [value, moments] of gathered) found.set(value, moments);
  }
  // In the order asked for, whatever the passes were.
  return new Map(request.taps.map(({ value }) => [value, found.get(value) as Moments]));
}

function checkTaps({ model, taps }: GatherRequest): void {
  const known = new Set([...model.graph.inputs.map(({ name }) => name), ...model.graph.nodes.flatMap(({ outputs }) => outputs)]);
  const seen = new Set<string>();
  for (const { value } of taps) {
    if (!known.has(value)) throw new UserError({ code: 'tap-unknown', message: 'There is no such value to measure.', where: value });
    if (seen.has(value)) throw new Error(`two taps on ${value}`);
    seen.add(value);
  }
}

/** A tap after the survey: shape and shift of its channels. */
interface Surveyed extends Tap {
  readonly channels: number;
  /** Positions per sample batch right of the channel axis. */
  readonly inner: number;
  /** float32 [channels]: what is subtracted before products are taken. */
  readonly shift: Float32Array;
}

async function survey(request: GatherRequest): Promise<readonly Surveyed[]> {
  const graph = new AuxiliaryGraph(request.model);
  const outputs = request.taps.map(({ value, axis }) => {
    const view = graph.channelView(value, axis);
    return {
      shape: graph.shapeOutput(view),
      mean: graph.output(graph.reduce('ReduceMean', view, [0, 2])),
    };
  });
  const results = await runFirstBatch(request, graph.build());
  return request.taps.map((tap, index) => {
    const names = outputs[index] as { shape: string; mean: string };
    const [, channels = 0, inner = 0] = numbers(results, names.shape);
    const mean = numbers(results, names.mean);
    if (!mean.every(Number.isFinite)) throw notFinite(tap.value);
    return {
      ...tap, channels, inner, shift: Float32Array.from(mean),
      covariance: tap.covariance && channels <= MAX_COVARIANCE_CHANNELS,
    };
  });
}

async function runFirstBatch(request: GatherRequest, model: Model): Promise<ReadonlyMap<string, HostTensor>> {
  return withVariant(request.runtime, model, request.directory, async (session) => {
    // The first piece is enough: shapes of channels and a shift near the mean.
    for await (const { feeds } of request.samples.batches(request.batch)) for await (const results of session.pieces(feeds)) return results;
    throw new UserError({ code: 'calibration-empty', message: 'There are no calibration samples.', where: request.samples.description });
  });
}

function splitPasses(taps: readonly Surveyed[]): readonly (readonly Surveyed[])[] {
  const passes: Surveyed[][] = [];
  let room = 0;
  for (const tap of taps) {
    const floats = tap.covariance ? tap.channels ** 2 : tap.channels;
    const current = passes.at(-1);
    if (current !== undefined && floats <= room) current.push(tap);
    else passes.push([tap]);
    room = (current !== undefined && floats <= room ? room : MAX_PASS_FLOATS) - floats;
  }
  return passes;
}

interface Sums {
  readonly tap: Surveyed;
  count: number;
  /** Sum of x - shift, [channels]. */
  readonly first: Float64Array;
  /** Sum of (x - shift)(x - shift)ᵀ, or of its diagonal. */
  readonly second: Float64Array;
  /** Sum of |x|, where it is asked for. */
  readonly absolute: Float64Array | undefined;
}

interface Names { readonly shape: string; readonly first: string; readonly second: string; readonly absolute: string | undefined }

async function measurePass(
  request: GatherRequest, taps: readonly Surveyed[], onCount: (count: number) => void,
): Promise<Map<string, Moments>> {
  const graph = new AuxiliaryGraph(request.model);
  const names = taps.map((tap) => measure(graph, tap));
  const sums = taps.map((tap): Sums => ({
    tap, count: 0, first: new Float64Array(tap.channels),
    second: new Float64Array(tap.covariance ? tap.channels ** 2 : tap.channels),
    absolute: tap.magnitude === true ? new Float64Array(tap.channels) : undefined,
  }));
  await withVariant(request.runtime, graph.build(), request.directory, async (session) => {
    let count = 0;
    for await (const { feeds, indices } of request.samples.batches(request.batch)) {
      for await (const results of session.pieces(feeds)) sums.forEach((sum, index) => { accumulate(sum, results, names[index] as Names); });
      count += indices.length;
      onCount(count);
    }
  });
  return new Map(sums.map((sum) => [sum.tap.value, toMoments(sum)]));
}

function measure(graph: AuxiliaryGraph, tap: Surveyed): Names {
  const view = graph.channelView(tap.value, tap.axis);
  const centred = graph.node('Sub', [view, graph.floats(tap.shift, [1, tap.channels, 1])]);
  const second = tap.covariance ? gram(graph, centred, tap) : graph.reduce('ReduceSumSquare', centred, [0, 2]);
  return {
    shape: graph.shapeOutput(view),
    first: graph.output(graph.reduce('ReduceSum', centred, [0, 2])),
    second: graph.output(second),
    absolute: tap.magnitude === true ? graph.output(graph.reduce('ReduceL1', view, [0, 2])) : undefined,
  };
}

/**
 * X Xᵀ of a [outer, channels, inner] view. Wide maps are multiplied per sample and then added (no transposed copy,
 * and onnxruntime spreads the samples over its threads); where that would outgrow the activation itself, the
 * channels go first and one product covers all samples.
 */
function gram(graph: AuxiliaryGraph, view: string, { channels, inner }: Surveyed): string {
  if (inner >= channels) {
    const transposed = graph.transpose(view, [0, 2, 1]);
    return graph.reduce('ReduceSum', graph.node('MatMul', [view, transposed]), [0]);
  }
  const first = graph.transpose(view, [1, 0, 2]);
  const rows = graph.node('Reshape', [first, graph.ints([channels, -1])]);
  return graph.node('MatMul', [rows, graph.transpose(rows, [1, 0])]);
}

function accumulate(sums: Sums, results: ReadonlyMap<string, HostTensor>, names: Names): void {
  const [outer = 0, , inner = 0] = numbers(results, names.shape);
  sums.count += outer * inner;
  addTo(sums.first, results.get(names.first)?.data as Float32Array);
  addTo(sums.second, results.get(names.second)?.data as Float32Array);
  if (names.absolute !== undefined && sums.absolute !== undefined) addTo(sums.absolute, results.get(names.absolute)?.data as Float32Array);
}

function addTo(sum: Float64Array, part: Float32Array): void {
  if (part.length !== sum.length) throw new Error(`expected ${sum.length} sums, got ${part.length}`);
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (part[i] as number);
}

/** Takes the shift out: mean = shift + m, covariance = S / n - m mᵀ, for m the mean of x - shift. */
function toMoments({ tap, count, first, second, absolute }: Sums): Moments {
  if (!(count > 0) || !first.every(Number.isFinite) || !second.every(Number.isFinite)) throw notFinite(tap.value);
  const d = tap.channels;
  const off = first.map((sum) => sum / count);
  const mean = off.map((value, i) => value + (tap.shift[i] as number));
  const magnitude = absolute === undefined ? {} : { magnitude: absolute.map((sum) => sum / count) };
  if (!tap.covariance) {
    const variance = second.map((sum, i) => Math.max(0, sum / count - (off[i] as number) ** 2));
    return { count, mean, covariance: undefined, variance, ...magnitude };
  }
  const covariance = second;
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j < d; j += 1) {
      covariance[i * d + j] = (covariance[i * d + j] as number) / count - (off[i] as number) * (off[j] as number);
    }
    covariance[i * d + i] = Math.max(0, covariance[i * d + i] as number);
  }
  return { count, mean, covariance: symmetrize(covariance, d), variance: diagonal(covariance, d), ...magnitude };
}

function numbers(results: ReadonlyMap<string, HostTensor>, name: string): number[] {
  return Array.from(results.get(name)?.data ?? [], Number);
}

function notFinite(value: string): UserError {
  return new UserError({
    code: 'activation-not-finite',
    message: 'An activation holds NaN or infinity on the calibration samples, so nothing can be fitted to it.',
    where: value,
    fix: 'check the preprocessing in the policy, and the model on these samples',
  });
}
