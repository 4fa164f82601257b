import { describe, expect, it } from 'vitest';
import { progressView } from '../../src/cli/progress.js';
import type { Progress } from '../../src/request.js';

function at(stage: string, done: number, total: number, detail = ''): Progress {
  return { model: 'kws', stage, done, total, detail };
}

function show(isTTY: boolean, steps: readonly (readonly [ms: number, progress: Progress])[], quiet = false): string {
  let text = '';
  let clock = 1_000_000;
  const view = progressView({ isTTY, columns: 60, write: (part) => { text += part; } }, quiet, () => clock);
  for (const [ms, progress] of steps) {
    clock += ms;
    view.onProgress(progress);
  }
  view.end();
  return text;
}

describe('progress', () => {
  it('is a line per stage in a log, with a sign of life every half minute', () => {
    expect(show(false, [
      [0, at('load', 0, 0)], [10, at('calibrate', 1, 100)], [10, at('calibrate', 2, 100)], [30_000, at('calibrate', 90, 100)],
      [10, at('prove', 0, 0, 'attempt 1')],
    ])).toBe('kws: load\nkws: calibrate 1/100\nkws: calibrate 90/100\nkws: prove, attempt 1\n');
  });

  it('is one live line on a terminal, cleared at the end', () => {
    const text = show(true, [[0, at('load', 0, 0)], [100, at('calibrate', 1, 9)], [1, at('calibrate', 2, 9)]]);
    expect(text).toBe('\r\u001B[2Kkws: load\r\u001B[2Kkws: calibrate 1/9\r\u001B[2K');
  });

  it('never wraps the live line and never passes on terminal escapes', () => {
    const text = show(true, [[0, at('load', 0, 0, `\u001B]0;owned\u0007${'x'.repeat(300)}`)]]);
    const [, line = ''] = text.split('\r\u001B[2K');
    expect(line).not.toContain('\u001B');
    expect(line.length).toBeLessThan(60);
    expect(line).toContain('\uFFFD');
  });

  it('says nothing when asked to be quiet', () => {
    expect(show(true, [[0, at('load', 0, 0)]], true)).toBe('');
  });
});
