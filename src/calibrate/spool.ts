/** Tensors kept between passes: the first in memory, the others on disk, so that memory does not grow with the number of samples. */
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';

/** Bytes of a spool that stay in memory. Two are held at once where one is made from another. */
const MEMORY_BYTES = 128 * 2 ** 20;

interface Place {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly at: number;
  readonly bytes: number;
  /** A typed array of `length` elements over bytes. */
  readonly view: (bytes: ArrayBuffer) => TypedArray;
}

export class Spool {
  readonly #inMemory: (readonly HostTensor[])[] = [];
  /** Of the batches after those. */
  readonly #places: (readonly Place[])[] = [];
  /** One per tensor of a batch, used again for the next batch: reading would otherwise make as much garbage as there is data. */
  readonly #buffers: ArrayBuffer[] = [];
  #file: FileHandle | undefined;
  #end = 0;
  #room: number;

  /** @param path of the file that is made where memory does not hold everything */
  constructor(private readonly path: string, memoryBytes = MEMORY_BYTES) {
    this.#room = memoryBytes;
  }

  get batches(): number {
    return this.#inMemory.length + this.#places.length;
  }

  /** Takes a batch; its tensors must not be written to any more. */
  async append(tensors: readonly HostTensor[]): Promise<void> {
    const bytes = tensors.reduce((sum, { data }) => sum + data.byteLength, 0);
    if (this.#file === undefined && bytes <= this.#room) {
      this.#room -= bytes;
      this.#inMemory.push(tensors);
      return;
    }
    this.#file ??= await open(this.path, 'wx+');
    this.#places.push(await this.#write(this.#file, tensors));
  }

  async #write(file: FileHandle, tensors: readonly HostTensor[]): Promise<Place[]> {
    const places: Place[] = [];
    for (const { type, dims, data } of tensors) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      const make = data.constructor as new (buffer: ArrayBuffer) => TypedArray;
      places.push({ type, dims, at: this.#end, bytes: bytes.length, view: (buffer) => new make(buffer) });
      for (let done = 0; done < bytes.length;) {
        done += (await file.write(bytes, done, bytes.length - done, this.#end + done)).bytesWritten;
      }
      this.#end += bytes.length;
    }
    return places;
  }

  /** The tensors of a batch; they hold until the next is read. */
  async read(batch: number): Promise<readonly HostTensor[]> {
    const held = this.#inMemory[batch];
    if (held !== undefined) return held;
    const tensors: HostTensor[] = [];
    for (const [index, { type, dims, at, bytes, view }] of (this.#places[batch - this.#inMemory.length] ?? []).entries()) {
      const buffer = this.#bufferOf(index, bytes);
      for (let done = 0; done < bytes;) {
        const { bytesRead = 0 } = await this.#file?.read(new Uint8Array(buffer, done), 0, bytes - done, at + done) ?? {};
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
    this.#inMemory.length = 0;
    if (this.#file === undefined) return;
    await this.#file.close().finally(() => rm(this.path, { force: true }));
  }
}
