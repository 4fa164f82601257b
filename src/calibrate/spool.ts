/** Tensors kept on disk between passes, so that memory does not grow with the number of samples. */
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';

interface Place {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly at: number;
  readonly bytes: number;
  /** A typed array of `length` elements over bytes. */
  readonly view: (bytes: ArrayBuffer) => TypedArray;
}

export class Spool {
  readonly #batches: (readonly Place[])[] = [];
  /** One per tensor of a batch, used again for the next batch: reading would otherwise make as much garbage as there is data. */
  readonly #buffers: ArrayBuffer[] = [];
  #end = 0;

  private constructor(private readonly path: string, private readonly file: FileHandle) {}

  static async create(path: string): Promise<Spool> {
    return new Spool(path, await open(path, 'wx+'));
  }

  get batches(): number {
    return this.#batches.length;
  }

  async append(tensors: readonly HostTensor[]): Promise<void> {
    const places: Place[] = [];
    for (const { type, dims, data } of tensors) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      const make = data.constructor as new (buffer: ArrayBuffer) => TypedArray;
      places.push({ type, dims, at: this.#end, bytes: bytes.length, view: (buffer) => new make(buffer) });
      for (let done = 0; done < bytes.length;) {
        done += (await this.file.write(bytes, done, bytes.length - done, this.#end + done)).bytesWritten;
      }
      this.#end += bytes.length;
    }
    this.#batches.push(places);
  }

  /** The tensors of a batch; they hold until the next is read. */
  async read(batch: number): Promise<HostTensor[]> {
    const tensors: HostTensor[] = [];
    for (const [index, { type, dims, at, bytes, view }] of (this.#batches[batch] ?? []).entries()) {
      const buffer = this.#bufferOf(index, bytes);
      for (let done = 0; done < bytes;) {
        const { bytesRead } = await this.file.read(new Uint8Array(buffer, done), 0, bytes - done, at + done);
        if (bytesRead === 0) throw new Error(`${this.path} ends early`);
        done += bytesRead;
      }
      tensors.push({ type, dims, data: view(buffer) });
    }
    return tensors;
  }

  #bufferOf(index: number, bytes: number): ArrayBuffer {
    const known = this.#buffers[index];
    if (known?.byteLength === bytes) return known;
    return (this.#buffers[index] = new ArrayBuffer(bytes));
  }

  async remove(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}
