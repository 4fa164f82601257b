/** Bytes read front to back, from a plain stretch of a file or through inflate, with memory bounded by the caller. */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline, type Transform } from 'node:stream';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { UserError, messageOf } from '../errors.js';

export interface ForwardReader {
  /** Fills all of `target`. @throws UserError `data-truncated` where the data end before, `data-corrupt` */
  read(target: Uint8Array): Promise<void>;
  skip(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** A stretch of bytes: where they lie, how they are packed, and what they must amount to. */
export interface Stretch {
  readonly path: string;
  /** For people. */
  readonly shown: string;
  readonly start: number;
  /** Bytes in the file. */
  readonly length: number;
  readonly packing: 'stored' | 'deflate' | 'gzip';
  /** Bytes after unpacking. */
  readonly unpacked: number;
  /** CRC-32 of the unpacked bytes; undefined where the container has none. Checked by a pass that reads them all. */
  readonly crc: number | undefined;
}

export async function openReader(stretch: Stretch): Promise<ForwardReader> {
  if (stretch.packing === 'stored') return new PlainReader(stretch, await open(stretch.path, 'r'));
  return new InflatingReader(stretch);
}

/** Running CRC of everything from the first byte on; `undefined` once a byte was left out. */
class Checksum {
  private crc: number | undefined = 0;
  private readonly stretch: Stretch;

  constructor(stretch: Stretch) {
    this.stretch = stretch;
  }

  update(bytes: Uint8Array): void {
    if (this.crc !== undefined && this.stretch.crc !== undefined) this.crc = crc32(bytes, this.crc);
  }

  spoil(): void {
    this.crc = undefined;
  }

  verify(): void {
    const { crc, shown } = this.stretch;
    if (this.crc === undefined || crc === undefined || this.crc === crc) return;
    throw corrupt(shown, 'its checksum does not fit its bytes');
  }
}

class PlainReader implements ForwardReader {
  private position = 0;
  private readonly stretch: Stretch;
  private readonly handle: FileHandle;
  private readonly checksum: Checksum;

  constructor(stretch: Stretch, handle: FileHandle) {
    this.stretch = stretch;
    this.handle = handle;
    this.checksum = new Checksum(stretch);
  }

  async read(target: Uint8Array): Promise<void> {
    if (this.position + target.length > this.stretch.unpacked) throw truncated(this.stretch.shown);
    for (let filled = 0; filled < target.length;) {
      const at = this.stretch.start + this.position + filled;
      const { bytesRead } = await this.handle.read(target, filled, target.length - filled, at);
      if (bytesRead === 0) throw truncated(this.stretch.shown);
      filled += bytesRead;
    }
    this.position += target.length;
    this.checksum.update(target);
    if (this.position === this.stretch.unpacked) this.checksum.verify();
  }

  async skip(bytes: number): Promise<void> {
    if (bytes > 0) this.checksum.spoil();
    this.position += bytes;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

const NOTHING = new Uint8Array(0);

class InflatingReader implements ForwardReader {
  private position = 0;
  private pending: Uint8Array = NOTHING;
  private readonly stretch: Stretch;
  private readonly checksum: Checksum;
  private readonly stream: Transform;
  private readonly chunks: AsyncIterator<unknown>;

  constructor(stretch: Stretch) {
    const { start, length } = stretch;
    this.stretch = stretch;
    this.checksum = new Checksum(stretch);
    this.stream = stretch.packing === 'gzip' ? createGunzip() : createInflateRaw();
    // The error, where there is one, destroys the inflating stream and so reaches the loop that reads it.
    pipeline(createReadStream(stretch.path, { start, end: start + length - 1 }), this.stream, () => undefined);
    this.chunks = this.stream[Symbol.asyncIterator]();
  }

  async read(target: Uint8Array): Promise<void> {
    await this.consume(target.length, (bytes, at) => target.set(bytes, at));
  }

  async skip(bytes: number): Promise<void> {
    await this.consume(bytes, () => undefined);
  }

  async close(): Promise<void> {
    this.stream.destroy();
  }

  private async consume(count: number, use: (bytes: Uint8Array, at: number) => void): Promise<void> {
    for (let done = 0; done < count;) {
      if (this.pending.length === 0) await this.pull();
      const part = this.pending.subarray(0, count - done);
      use(part, done);
      this.checksum.update(part);
      this.pending = this.pending.subarray(part.length);
      done += part.length;
    }
    this.position += count;
    if (this.position === this.stretch.unpacked) await this.finish();
  }

  private async pull(): Promise<void> {
    const chunk = await this.nextChunk();
    if (chunk === undefined) throw truncated(this.stretch.shown);
    this.pending = chunk;
  }

  private async finish(): Promise<void> {
    this.checksum.verify();
    if (this.pending.length > 0 || (await this.nextChunk()) !== undefined) {
      throw corrupt(this.stretch.shown, `it unpacks to more than the ${this.stretch.unpacked} bytes it declares`);
    }
  }

  private async nextChunk(): Promise<Uint8Array | undefined> {
    try {
      const next = await this.chunks.next();
      return next.done === true ? undefined : (next.value as Uint8Array);
    } catch (error) {
      if (messageOf(error).includes('unexpected end of file')) throw truncated(this.stretch.shown);
      throw corrupt(this.stretch.shown, messageOf(error));
    }
  }
}

export function truncated(shown: string): UserError {
  return new UserError({
    code: 'data-truncated', message: `${shown} ends before all the values it declares.`, where: shown,
    fix: 'Write the file again; the copy here is cut short.',
  });
}

export function corrupt(shown: string, why: string): UserError {
  return new UserError({
    code: 'data-corrupt', message: `${shown} is damaged: ${why}.`, where: shown, fix: 'Write the file again.',
  });
}
