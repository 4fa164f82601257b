/**
 * What the dense model computes up to a frontier, kept: candidates that differ from it only behind the frontier
 * start from there. A look at each layer in turn then costs half of what whole runs would.
 *
 * Which axis of a kept value runs over samples is not known (time steps may come first), so what is kept is never cut: where
 * memory does not hold a batch of it, candidates run from the samples again, which can be cut, then and for good.
 */
import { join } from 'node:path';
import type { Samples } from '../data/types.js';
import { isOutOfMemory } from '../errors.js';
import { indexGraph } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model, ValueInfo } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Feeds, HostTensor, Runtime } from '../runtime/types.js';
import { AuxiliaryGraph } from './auxiliary.js';
import { cheapestFrontier, probedSamples, startFrom } from './frontier.js';
import { infoOf, MOST_SPOOL_BYTES } from './paired-streams.js';
import { Spool } from './spool.js';
import { withVariant } from './variant.js';
import type { Yardstick } from './yardstick.js';

/** Batches of feeds, in the order of the samples. */
export interface FeedStream {
  batches(size: number): AsyncIterable<{ readonly feeds: Feeds }>;
}

export interface PrefixRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly dense: Model;
  /** Of the dense model. */
  readonly facts: Facts;
  readonly samples: Samples;
  readonly batch: number;
}

interface Kept {
  readonly spool: Spool;
  readonly inputs: readonly ValueInfo[];
}

let made = 0;

export class DensePrefix {
  #kept: Kept | undefined;
  #position = 0;
  #givenUp = false;
  /** Memory was out on the way to a frontier: the way to a later one leads over the same nodes. */
  #outOfMemory = false;
  readonly #makers: ReadonlyMap<string, number>;

  constructor(private readonly request: PrefixRequest) {
    this.#makers = indexGraph(request.dense.graph).producer;
  }

  /** Goes on to the cheapest frontier before the nodes that make these values, where there is one that fits on disk; never back. */
  async goTo(values: readonly string[]): Promise<void> {
    const { dense, facts, samples } = this.request;
    const before = Math.min(...values.map((value) => this.#makers.get(value) ?? 0));
    if (before <= this.#position || this.#givenUp || this.#outOfMemory) return;
    const frontier = cheapestFrontier(dense.graph, this.#position, before, (name) => facts.values.get(name)?.dims.reduce((a, b) => a * b, 1));
    if (frontier === undefined || (4 * frontier.size * samples.count) / probedSamples(dense.graph, facts) > MOST_SPOOL_BYTES) return;
    this.#outOfMemory = !await this.#advance(frontier.values);
    if (!this.#outOfMemory) this.#position = frontier.position;
  }

  /** Whether the nodes that make these values lie behind the frontier, so that candidates may change them. */
  covers(values: readonly string[]): boolean {
    return values.every((value) => (this.#makers.get(value) ?? -1) >= this.#position);
  }

  /** The candidate's loss by a yardstick over the same samples in the same batches. */
  async loss(yardstick: Yardstick, candidate: Model): Promise<number> {
    const { model, feeds } = this.tail(candidate);
    try {
      return await yardstick.loss(model, feeds);
    } catch (thrown) {
      if (feeds === undefined || !isOutOfMemory(thrown)) throw thrown;
      await this.#giveUp();
      return yardstick.loss(candidate);
    }
  }

  async #giveUp(): Promise<void> {
    await this.close();
    this.#position = 0;
    this.#givenUp = true;
  }

  /** A candidate as it runs from the frontier on, and what is fed to it; undefined: the samples. */
  tail(candidate: Model): { readonly model: Model; readonly feeds: FeedStream | undefined } {
    const kept = this.#kept;
    if (kept === undefined) return { model: candidate, feeds: undefined };
    return { model: startFrom(candidate, kept.inputs), feeds: { batches: () => read(kept) } };
  }

  async close(): Promise<void> {
    await this.#kept?.spool.remove();
    this.#kept = undefined;
  }

  /** False, and all is as it was, where memory runs out: whole runs, which can be cut, go on without a frontier. */
  async #advance(values: readonly string[]): Promise<boolean> {
    const { runtime, directory, dense, samples, batch } = this.request;
    const { model, feeds } = this.tail(dense);
    const graph = new AuxiliaryGraph(model);
    const names = values.map((value) => graph.output(graph.node('Identity', [value]), DataType.UNDEFINED));
    made += 1;
    const spool = new Spool(join(directory, `prefix-${String(process.pid)}-${String(made)}`));
    let first: readonly HostTensor[] | undefined;
    try {
      await withVariant(runtime, graph.build(), directory, async (session) => {
        for await (const each of (feeds ?? samples).batches(batch)) {
          const results = await session.run(each.feeds);
          const tensors = names.map((name) => results.get(name) as HostTensor);
          first ??= tensors;
          await spool.append(tensors);
        }
      });
    } catch (error) {
      await spool.remove();
      if (isOutOfMemory(error)) return false;
      throw error;
    }
    await this.#kept?.spool.remove();
    this.#kept = { spool, inputs: values.map((value, i) => infoOf('prefix', value, first?.[i] as HostTensor)) };
    return true;
  }
}

async function* read({ spool, inputs }: Kept): AsyncIterable<{ feeds: Feeds }> {
  for (let index = 0; index < spool.batches; index++) {
    const tensors = await spool.read(index);
    yield { feeds: new Map(inputs.map(({ name }, i) => [name, tensors[i] as HostTensor])) };
  }
}
