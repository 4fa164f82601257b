/** The last part of what a process prints, and no more: a model's nodes may make onnxruntime print without end. */
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

const LIMIT = 64 * 1024;

export class Tail {
  private kept = '';

  constructor(streams: readonly (Readable | null)[]) {
    for (const stream of streams) {
      const decoder = new StringDecoder('utf8');
      stream?.on('data', (bytes: Buffer) => { this.add(decoder.write(bytes)); });
      // A pipe that breaks with its process is no news.
      stream?.on('error', () => undefined);
    }
  }

  private add(text: string): void {
    this.kept = (this.kept + text).slice(-LIMIT);
  }

  text(): string {
    return this.kept;
  }
}
