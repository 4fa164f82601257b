/** `evaluate --dump FILE.npz`: outputs and targets of every sample, for metrics of one's own. Memory stays at one batch. */
import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Batch } from '../data/types.js';
import { writeNpz } from '../data/write-npz.js';
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';
import { UserError } from '../errors.js';

interface Column {
  readonly name: string;
  readonly type: ElementType;
  /** Sizes of one sample. */
  readonly sample: readonly number[];
  readonly file: string;
  readonly stream: WriteStream;
  rows: number;
}

export class Dump {
  readonly #columns = new Map<string, Column>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'prune-gate-dump-'));

  constructor(private readonly path: string) {}

  add(batch: Batch, outputs: ReadonlyMap<string, HostTensor> | undefined): void {
    for (const [name, tensor] of outputs ?? []) this.#append(name, tensor);
    if (batch.target !== undefined) this.#append('target', batch.target);
    const indices = BigInt64Array.from(batch.indices, BigInt);
    this.#append('index', { type: 'int64', dims: [indices.length], data: indices });
  }

  async close(): Promise<void> {
    try {
      for (const { stream } of this.#columns.values()) {
        stream.end();
        await once(stream, 'finish');
      }
      await writeNpz(this.path, [...this.#columns.values()].map(({ name, type, sample, file, rows }) => ({
        name, type, dims: [rows, ...sample], chunks: bytesOf(file),
      })));
    } finally {
      await rm(this.#folder, { recursive: true, force: true });
    }
  }

  #append(name: string, tensor: HostTensor): void {
    const sample = tensor.dims.slice(1);
    const column = this.#columns.get(name) ?? this.#create(name, tensor.type, sample);
    if (sample.length !== column.sample.length || sample.some((size, axis) => size !== column.sample[axis])) {
      throw new UserError({
        code: 'dump-ragged', message: `Output "${name}" has another shape in another batch: [${sample.join(', ')}], before [${column.sample.join(', ')}].`,
        where: this.path, fix: 'An array in an npz file has one shape; dump data of one size.',
      });
    }
    column.rows += tensor.dims[0] ?? 0;
    const { buffer, byteOffset, byteLength } = tensor.data;
    column.stream.write(new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength)));
  }

  #create(name: string, type: ElementType, sample: readonly number[]): Column {
    const file = join(this.#folder, `${String(this.#columns.size)}.bin`);
    const column = { name, type, sample, file, stream: createWriteStream(file), rows: 0 };
    this.#columns.set(name, column);
    return column;
  }
}

async function* bytesOf(file: string): AsyncGenerator<TypedArray> {
  for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
}
