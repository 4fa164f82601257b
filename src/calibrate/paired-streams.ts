/**
 * The dense model and a candidate on the same samples, from a frontier on: what lies before it was computed once and is
 * kept. A walk through the layers then costs each node about twice instead of once per layer behind it.
 *
 * What is kept is never cut, as in dense-prefix.ts: where memory does not hold a batch of it, the streams begin with the
 * samples again, for good.
 */
import { join } from 'node:path';
import type { Samples } from '../data/types.js';
import { isOutOfMemory } from '../errors.js';
import { makeValueInfo } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model, ValueInfo } from '../onnx/ir.js';
import type { ElementType, Feeds, HostTensor, Runtime, Session } from '../runtime/types.js';
import { AuxiliaryGraph } from './auxiliary.js';
import type { Frontier } from './frontier.js';
import { startFrom } from './frontier.js';
import { mergeModels } from './merge.js';
import type { Merged } from './merge.js';
import { Spool } from './spool.js';
import { withVariant } from './variant.js';

export interface PairedBatch {
  /** For the merged graph of both models. */
  readonly feeds: Feeds;
  /** Which of the sample sets it comes from. */
  readonly fold: number;
}

/** Which batches are looked at. */
export interface Part {
  /** A sample set; absent: all of them. */
  readonly only?: number;
  /** Of these every so many-th, the first one among them. */
  readonly every?: number;
}

/** Bytes that a frontier may take on disk; past it the streams go on from where they are. */
export const MOST_SPOOL_BYTES = 2 ** 30;

const TYPES: Readonly<Record<ElementType, number>> = {
  float32: DataType.FLOAT, float64: DataType.DOUBLE, float16: DataType.FLOAT16, uint8: DataType.UINT8, int8: DataType.INT8,
  uint16: DataType.UINT16, int16: DataType.INT16, int32: DataType.INT32, uint32: DataType.UINT32, int64: DataType.INT64,
  uint64: DataType.UINT64, bool: DataType.BOOL,
};

let made = 0;

interface Kept {
  readonly spool: Spool;
  /** Fold of each batch. */
  readonly folds: readonly number[];
  /** What is kept of each model; a batch has the dense model's tensors first. */
  readonly dense: readonly ValueInfo[];
  readonly candidate: readonly ValueInfo[];
}

export class PairedStreams {
  #kept: Kept | undefined;
  /** Memory was out behind a frontier, or on the way to one: the way to a later one leads over the same nodes. */
  #givenUp = false;

  constructor(
    private readonly runtime: Runtime, private readonly directory: string, private readonly dense: Model,
    private readonly folds: readonly Samples[], private readonly batch: number,
  ) {}

  /** Both models from the frontier on, in one graph; undefined where they cannot be put beside each other. */
  merged(candidate: Model): Merged | undefined {
    const kept = this.#kept;
    if (kept === undefined) return mergeModels(this.dense, candidate);
    return mergeModels(startFrom(this.dense, kept.dense), startFrom(candidate, kept.candidate), new Set());
  }

  /** Runs a batch of `batches` in a session of the merged graph: in pieces where that is safe. */
  async *results(session: Session, feeds: Feeds): AsyncIterable<ReadonlyMap<string, HostTensor>> {
    if (this.#kept === undefined) yield* session.pieces(feeds);
    else yield await session.run(feeds);
  }

  /**
   * Does what looks at all batches; where memory does not hold a batch of what is kept, does it again from the samples.
   *
   * @param look is called a second time then, and begins anew or goes on with the batch that failed: batches come in the same order
   */
  async over<T>(look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (thrown) {
      if (this.#kept === undefined || !isOutOfMemory(thrown)) throw thrown;
      await this.close();
      this.#givenUp = true;
      return look();
    }
  }

  async *batches(candidate: (value: string) => string, { only, every = 1 }: Part = {}): AsyncIterable<PairedBatch> {
    const kept = this.#kept;
    let count = 0;
    const wanted = (fold: number): boolean => (only === undefined || only === fold) && count++ % every === 0;
    if (kept === undefined) {
      for (const [fold, samples] of this.folds.entries()) for await (const { feeds } of samples.batches(this.batch)) if (wanted(fold)) yield { feeds, fold };
      return;
    }
    const names = [...kept.dense.map(({ name }) => name), ...kept.candidate.map(({ name }) => candidate(name))];
    for (const [index, fold] of kept.folds.entries()) {
      if (!wanted(fold)) continue;
      const tensors = await kept.spool.read(index);
      yield { feeds: new Map(names.map((name, i) => [name, tensors[i] as HostTensor])), fold };
    }
  }

  /** Bytes that a frontier of so many float32 elements per run of `runSize` samples takes for all samples. */
  bytesOf({ size }: Frontier, runSize: number): number {
    const samples = this.folds.reduce((sum, { count }) => sum + count, 0);
    return (2 * 4 * size * samples) / Math.max(1, runSize);
  }

  /**
   * Computes the frontier's values of both models and goes on from there. What is before it must not change any more.
   *
   * @param wanted of the dense model, where nothing else of it is looked at from here on: kept instead of the frontier's
   */
  async advance(candidate: Model, { values }: Frontier, wanted: readonly string[] = values): Promise<void> {
    const merged = this.#givenUp ? undefined : this.merged(candidate);
    if (merged === undefined) return;
    const graph = new AuxiliaryGraph(merged.model);
    const names = [...wanted, ...values.map(merged.second)].map((value) => graph.output(graph.node('Identity', [value]), DataType.UNDEFINED));
    made += 1;
    const spool = new Spool(join(this.directory, `streams-${String(process.pid)}-${String(made)}`));
    const folds: number[] = [];
    let first: HostTensor[] = [];
    try {
      await withVariant(this.runtime, graph.build(), this.directory, async (session) => {
        for await (const { feeds, fold } of this.batches(merged.second)) {
          const results = await session.run(feeds);
          const tensors = names.map((name) => results.get(name) as HostTensor);
          if (folds.length === 0) first = tensors;
          await spool.append(tensors);
          folds.push(fold);
        }
      });
    } catch (error) {
      await spool.remove();
      if (!isOutOfMemory(error)) throw error;
      // The streams go on from where they are: runs from there can be cut.
      this.#givenUp = true;
      return;
    }
    await this.#kept?.spool.remove();
    const infos = (model: string, kept: readonly string[], tensors: readonly HostTensor[]): ValueInfo[] => kept.map((value, i) => infoOf(model, value, tensors[i] as HostTensor));
    this.#kept = { spool, folds, dense: infos('dense', wanted, first), candidate: infos('candidate', values, first.slice(wanted.length)) };
  }

  async close(): Promise<void> {
    await this.#kept?.spool.remove();
    this.#kept = undefined;
  }
}

/**
 * Every size has a name of its own: onnxruntime gives values with equally named sizes the same memory, and the
 * candidate's are smaller.
 */
export function infoOf(model: string, value: string, { type, dims }: HostTensor): ValueInfo {
  return makeValueInfo(value, TYPES[type], dims.map((_, axis) => `${model}_${String(axis)}_${value}`));
}
