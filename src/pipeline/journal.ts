/** Where a run is and how long each stage took; an error is reported with the stage it happened in. */
import type { OnProgress } from '../request.js';

export class Journal {
  readonly seconds: Record<string, number> = {};
  readonly notes: string[] = [];
  #stage = 'policy';
  #since = performance.now();

  constructor(readonly model: string, private readonly onProgress: OnProgress) {}

  get stage(): string {
    return this.#stage;
  }

  /** Ends the current stage and begins another; a stage entered again adds up. */
  enter(stage: string, detail = ''): void {
    this.finish();
    this.#stage = stage;
    this.onProgress({ model: this.model, stage, done: 0, total: 0, detail });
  }

  finish(): void {
    const now = performance.now();
    this.seconds[this.#stage] = Math.round((this.seconds[this.#stage] ?? 0) * 1000 + now - this.#since) / 1000;
    this.#since = now;
  }

  progress(done: number, total: number, detail = ''): void {
    this.onProgress({ model: this.model, stage: this.#stage, done, total, detail });
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }
}
