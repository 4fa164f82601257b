/** `evaluate --dump FILE.npz`: outputs and targets of every sample, for metrics of one's own. Memory stays at one batch. */
import { constants, createReadStream } from 'node:fs';
import { access, mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Batch } from '../data/types.js';
import { writeNpz } from '../data/write-npz.js';
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';
import { messageOf, UserError } from '../errors.js';

/** An array of the dump while it grows, in a file of its own: zip wants each member whole. */
interface Column {
  readonly name: string;
  readonly type: ElementType;
  /** Sizes of one sample. */
  readonly sample: readonly number[];
  readonly file: string;
  readonly handle: FileHandle;
  rows: number;
}

export class Dump {
  /** By role and name: an output may be called `target` too. */
  readonly #columns = new Map<string, Column>();
  readonly #skipped = new Set<string>();

  private constructor(private readonly path: string, private readonly folder: string) {}

  /** @throws UserError `dump-unwritable`, before anything is computed */
  static async open(path: string): Promise<Dump> {
    await access(dirname(path), constants.W_OK).catch((thrown: NodeJS.ErrnoException) => {
      const why = thrown.code === 'ENOENT' ? 'there is no such folder' : `its folder cannot be written to (${thrown.code ?? messageOf(thrown)})`;
      throw new UserError({ code: 'dump-unwritable', message: `The dump cannot be written: ${why}.`, where: path, fix: 'Name another file with --dump, or make its folder.' });
    });
    return new Dump(path, await mkdtemp(join(tmpdir(), 'prune-gate-dump-')));
  }

  /** Outputs left out, since their first axis does not run over samples. */
  get skipped(): readonly string[] {
    return [...this.#skipped];
  }

  async add({ indices, target }: Batch, outputs: ReadonlyMap<string, HostTensor>): Promise<void> {
    if (target !== undefined) await this.#append('data', 'target', target);
    const numbers = BigInt64Array.from(indices, BigInt);
    await this.#append('data', 'index', { type: 'int64', dims: [numbers.length], data: numbers });
    for (const [name, tensor] of outputs) {
      if (tensor.dims[0] === indices.length) await this.#append('output', name, tensor);
      else this.#skipped.add(name);
    }
  }

  /** Writes the archive, whole or not at all. */
  async write(): Promise<void> {
    const whole = [...this.#columns].flatMap(([key, column]) => (key === keyOf('output', column.name) && this.#skipped.has(column.name) ? [] : [column]));
    await writeNpz(this.path, whole.map(({ name, type, sample, file, rows }) => ({ name, type, dims: [rows, ...sample], chunks: bytesOf(file) })));
  }

  /** Removes what was kept meanwhile; to be called in any case. */
  async dispose(): Promise<void> {
    for (const { handle } of this.#columns.values()) await handle.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #append(role: 'data' | 'output', name: string, { type, dims, data }: HostTensor): Promise<void> {
    const sample = dims.slice(1);
    const column = this.#columns.get(keyOf(role, name)) ?? await this.#create(role, name, type, sample);
    if (String(sample) !== String(column.sample)) {
      throw new UserError({
        code: 'dump-ragged', message: `Output "${name}" has another shape in another batch: [${sample.join(', ')}], before [${column.sample.join(', ')}].`,
        where: this.path, fix: 'An array in an npz file has one shape; dump data of one size.',
      });
    }
    column.rows += dims[0] ?? 0;
    await column.handle.appendFile(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }

  async #create(role: 'data' | 'output', name: string, type: ElementType, sample: readonly number[]): Promise<Column> {
    const file = join(this.folder, `${String(this.#columns.size)}.bin`);
    const column = { name, type, sample, file, handle: await open(file, 'w'), rows: 0 };
    this.#columns.set(keyOf(role, name), column);
    return column;
  }
}

const keyOf = (role: string, name: string): string => `${role}:${name}`;

async function* bytesOf(file: string): AsyncGenerator<TypedArray> {
  for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
}
