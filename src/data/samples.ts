/** The stream of samples that the rest of prune-gate sees. */
import { createHash } from 'node:crypto';
import type { HostTensor } from '../runtime/types.js';
import { slicesOf, targetOf, type InputPlan } from './bind.js';
import { bytesOf } from './elements.js';
import type { Column, Table } from './table.js';
import type { Batch, Samples } from './types.js';

export interface BoundTable {
  readonly table: Table;
  readonly plans: readonly InputPlan[];
  readonly target: Column | undefined;
  readonly slices: readonly Column[];
  readonly sha256: string;
  readonly description: string;
}

/** Samples hashed at once: a few megabytes for images of usual size. */
const HASH_BATCH = 32;

export class BoundSamples implements Samples {
  readonly count: number;
  readonly hasTarget: boolean;
  readonly sha256: string;
  readonly description: string;
  private readonly bound: BoundTable;
  /** Ascending indices in the file; undefined for `count` of them that follow each other. */
  private readonly chosen: readonly number[] | undefined;
  /** Index of the first, where none are chosen. */
  private readonly first: number;

  constructor(bound: BoundTable, total: number, chosen: readonly number[] | undefined, first = 0) {
    this.bound = bound;
    this.chosen = chosen;
    this.first = first;
    this.count = chosen?.length ?? total;
    this.hasTarget = bound.target !== undefined;
    this.sha256 = bound.sha256;
    this.description = bound.description;
  }

  async *batches(size: number): AsyncGenerator<Batch> {
    if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`a batch has a whole number of samples, not ${size}`);
    const { table, plans, target, slices } = this.bound;
    const names = new Set([...plans.flatMap(({ columns }) => columns), ...(target === undefined ? [] : [target]), ...slices].map(({ name }) => name));
    const cursor = await table.open([...names]);
    try {
      for (let start = 0; start < this.count; start += size) {
        const indices = this.indices(start, Math.min(start + size, this.count));
        const rows = await cursor.take(indices);
        yield { indices, feeds: new Map(plans.map((plan) => [plan.port.name, plan.prepare(rows)])), target: targetOf(rows, target), ...slicesOf(rows, slices) };
      }
    } finally {
      await cursor.close();
    }
  }

  subset(positions: readonly number[]): Samples {
    for (const [i, position] of positions.entries()) {
      if (!Number.isSafeInteger(position) || position < 0 || position >= this.count) {
        throw new RangeError(`position ${position} is not one of ${this.count} samples`);
      }
      if (i > 0 && position <= (positions[i - 1] ?? 0)) throw new RangeError('positions must ascend');
    }
    return new BoundSamples(this.bound, this.count, positions.map((position) => this.chosen?.[position] ?? this.first + position));
  }

  async *targets(size: number): AsyncGenerator<HostTensor> {
    const { table, target } = this.bound;
    if (target === undefined) return;
    const cursor = await table.open([target.name]);
    try {
      for (let start = 0; start < this.count; start += size) {
        const given = targetOf(await cursor.take(this.indices(start, Math.min(start + size, this.count))), target);
        if (given !== undefined) yield given;
      }
    } finally {
      await cursor.close();
    }
  }

  range(start: number, end: number): Samples {
    if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end && end <= this.count)) {
      throw new RangeError(`${start} to ${end} is no range of ${this.count} samples`);
    }
    return new BoundSamples(this.bound, end - start, this.chosen?.slice(start, end), this.first + start);
  }

  async sampleHashes(): Promise<readonly string[]> {
    const hashes: string[] = [];
    for await (const batch of this.batches(HASH_BATCH)) hashes.push(...hashesOf(batch));
    return hashes;
  }

  private indices(from: number, to: number): readonly number[] {
    return this.chosen?.slice(from, to) ?? Array.from({ length: to - from }, (_, i) => this.first + from + i);
  }
}

/** Hash of each sample of the batch as the model gets it. */
export function hashesOf({ indices, feeds }: Pick<Batch, 'indices' | 'feeds'>): string[] {
  const inputs = [...feeds.values()];
  return indices.map((_, row) => hashSample(inputs, row, indices.length));
}

/** sha256 over one sample's inputs in the model's order, each preceded by its length. */
function hashSample(inputs: readonly HostTensor[], row: number, rows: number): string {
  const hash = createHash('sha256');
  for (const { data } of inputs) {
    const bytes = bytesOf(data);
    const each = bytes.length / rows;
    hash.update(`${each}:`).update(bytes.subarray(row * each, (row + 1) * each));
  }
  return hash.digest('hex');
}
