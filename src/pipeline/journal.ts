/** Where a run is and how long each stage took; every error is reported with the stage it happened in. */
import { messageOf, UserError } from '../errors.js';
import type { ReportError } from '../report/types.js';
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

export function reportError(thrown: unknown, stage: string | null): ReportError {
  if (thrown instanceof UserError) {
    return { code: thrown.code, message: thrown.message, where: thrown.where ?? null, fix: thrown.fix ?? null, stage };
  }
  return {
    code: 'internal-error', message: messageOf(thrown), where: null, stage,
    fix: 'This is a bug in prune-gate: please report it with the model, or with the output of `prune-gate inspect`.',
  };
}
