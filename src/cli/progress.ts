/** Progress on stderr: one live line on a terminal, a line per stage elsewhere. */
import { plain } from '../report/escape.js';
import type { OnProgress, Progress } from '../request.js';
import { widthOf, type Output } from './world.js';

export interface ProgressView {
  readonly onProgress: OnProgress;
  /** Clears the live line, so that what follows starts on an empty one. */
  end(): void;
}

/** A stage that goes on for this long says so again in a log, which otherwise looks stuck. */
const HEARTBEAT_MS = 30_000;
/** Redrawing faster than this only costs time. */
const REDRAW_MS = 80;
const CLEAR_LINE = '\r\u001B[2K';

function lineOf(progress: Progress): string {
  const count = progress.total > 0 ? ` ${progress.done}/${progress.total}` : '';
  const detail = progress.detail === '' ? '' : `, ${progress.detail}`;
  const model = progress.model === '' ? '' : `${progress.model}: `;
  return `${model}${progress.stage}${count}${detail}`;
}

const stageOf = (progress: Progress): string => JSON.stringify([progress.model, progress.stage]);

export function progressView(output: Output, quiet: boolean, now: () => number = Date.now): ProgressView {
  if (quiet) return { onProgress: () => undefined, end: () => undefined };
  return output.isTTY === true ? liveView(output, now) : plainView(output, now);
}

function liveView(output: Output, now: () => number): ProgressView {
  let stage = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    onProgress(progress) {
      if (stageOf(progress) === stage && now() - drawnAt < REDRAW_MS) return;
      stage = stageOf(progress);
      drawnAt = now();
      output.write(`${CLEAR_LINE}${plain(lineOf(progress), widthOf(output) - 1)}`);
    },
    end() {
      if (stage !== '') output.write(CLEAR_LINE);
      stage = '';
    },
  };
}

function plainView(output: Output, now: () => number): ProgressView {
  let stage = '';
  let writtenAt = 0;
  return {
    onProgress(progress) {
      if (stageOf(progress) === stage && now() - writtenAt < HEARTBEAT_MS) return;
      stage = stageOf(progress);
      writtenAt = now();
      output.write(`${plain(lineOf(progress))}\n`);
    },
    end: () => undefined,
  };
}
