/** Running a session over samples, batch by batch, whatever batch size the model was exported with. */
import type { Batch, Samples } from '../data/types.js';
import { joinArrays } from '../kernels/join-arrays.js';
import { refuseUncut } from '../kernels/sample-axis.js';
import type { Feeds, HostTensor, Port, Session, TypedArray } from '../runtime/types.js';

/** The batch size a model insists on: the first axis of all its inputs, where it is a number; else undefined. */
export function fixedBatch(inputs: readonly Port[]): number | undefined {
  const sizes = inputs.filter(({ dims }) => dims.length > 0).map(({ dims }) => dims[0]);
  const [first] = sizes;
  return typeof first === 'number' && first > 0 && sizes.every((size) => size === first) ? first : undefined;
}

/** Batches of the size the model wants, else of `wanted` samples. */
export function batchesFor(samples: Samples, session: Session, wanted: number): { size: number; batches: AsyncIterable<Batch> } {
  const size = fixedBatch(session.inputs) ?? wanted;
  return { size, batches: samples.batches(size) };
}

/**
 * Outputs for the samples of one batch. A short last batch of a fixed-size model is filled up with repeats of its last
 * sample, and what comes out for those is dropped.
 */
export async function runBatch(
  session: Session, batch: Batch, outputs: readonly string[],
): Promise<ReadonlyMap<string, HostTensor>> {
  const samples = batch.indices.length;
  const fixed = fixedBatch(session.inputs);
  if (fixed === undefined || fixed <= samples) return joined(session.pieces(batch.feeds, outputs), samples);
  const results = await session.run(filledFeeds(batch, fixed), outputs);
  return new Map([...results].map(([name, tensor]) => [name, resized(tensor, fixed, samples)]));
}

/** Pieces of a batch put together again along the first axis. Throws UserError `out-of-memory` for an output that cannot be. */
async function joined(pieces: AsyncIterable<ReadonlyMap<string, HostTensor>>, samples: number): Promise<ReadonlyMap<string, HostTensor>> {
  const all: ReadonlyMap<string, HostTensor>[] = [];
  for await (const piece of pieces) all.push(piece);
  const [first = new Map<string, HostTensor>()] = all;
  return all.length === 1 ? first : new Map([...first.keys()].map((name) => [name, stacked(name, all.flatMap((piece) => piece.get(name) ?? []), samples)]));
}

function stacked(name: string, tensors: readonly HostTensor[], samples: number): HostTensor {
  const first = tensors[0] as HostTensor;
  refuseUncut(name, tensors.map(({ dims }) => dims[0] ?? NaN), samples);
  return { type: first.type, dims: [samples, ...first.dims.slice(1)], data: joinArrays(tensors.map(({ data }) => data)) };
}

/** The batch's feeds, filled up to `size` samples with repeats of its last one. */
export function filledFeeds({ indices, feeds }: Batch, size: number): Feeds {
  if (indices.length >= size) return feeds;
  return new Map([...feeds].map(([name, tensor]) => [name, resized(tensor, indices.length, size)]));
}

/** First axis from `from` to `to` rows: cut, or filled with copies of the last row. Other tensors are left alone. */
function resized(tensor: HostTensor, from: number, to: number): HostTensor {
  if (tensor.dims[0] !== from) return tensor;
  const row = tensor.data.length / from;
  const make = tensor.data.constructor as new (length: number) => TypedArray;
  const data = new make(row * to);
  for (let sample = 0; sample < to; sample++) copyRow(tensor.data, data, Math.min(sample, from - 1) * row, sample * row, row);
  return { type: tensor.type, dims: [to, ...tensor.dims.slice(1)], data };
}

function copyRow(from: TypedArray, to: TypedArray, start: number, at: number, length: number): void {
  for (let i = 0; i < length; i++) to[at + i] = from[start + i] as number & bigint;
}
