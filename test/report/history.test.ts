/** The history line: what goes into a comment comes out of it, whatever somebody made of it meanwhile. */
import { describe, expect, it } from 'vitest';
import { HISTORY_BYTES, hideHistory, historyEntry, historyIn, historyText, withEntry, type HistoryEntry } from '../../src/report/history.js';
import { COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from './fixtures.js';

const pass = REPORTS.pass?.() as Report;
const sha = (digit: number): string => digit.toString(16).repeat(40);

/** A commit whose model keeps that share of right answers. */
function entry(commit: number, run: number, pruned = 0.97): HistoryEntry {
  const made = historyEntry(pass, sha(commit), run);
  return { ...made, models: made.models.map((one) => ({ ...one, pruned })) };
}

describe('the history', () => {
  it('comes back from the body that it was hidden in, with line ends as GitHub returns them', () => {
    const history = [entry(1, 10), entry(2, 11)];
    const body = `<!-- prune-gate:default -->\n<!-- prune-gate-run: 11.1 -->\n## text\n\n${hideHistory(history)}\n`;
    expect(historyIn([body])).toEqual(history);
    expect(historyIn([body.replaceAll('\n', '\r\n')])).toEqual(history);
    expect(historyIn([`text\n${hideHistory([entry(3, 12)])}`, body])).toEqual([...history, entry(3, 12)]);
  });

  it('has a commit once, with its newest figures, in the order of runs', () => {
    const history = [entry(2, 11), entry(1, 10)].reduce<HistoryEntry[]>((all, one) => withEntry(all, one), []);
    expect(withEntry(history, entry(1, 12, 0.5)).map(({ commit, run, models }) => [commit, run, models[0]?.pruned])).toEqual([[sha(2), 11, 0.97], [sha(1), 12, 0.5]]);
  });

  it('keeps the newest commits within its bytes', () => {
    const huge = REPORTS['twelve-models']?.() as Report;
    const history = Array.from({ length: 40 }, (_, i) => historyEntry(huge, `${String(i).padStart(2, '0')}${'a'.repeat(38)}`, i)).reduce<HistoryEntry[]>((all, one) => withEntry(all, one), []);
    const hidden = hideHistory(history);
    expect(Buffer.byteLength(hidden)).toBeLessThanOrEqual(HISTORY_BYTES + 40);
    const kept = historyIn([hidden]);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept).toEqual(history.slice(-kept.length));
  });

  it.each([
    ['no base64', '<!-- prune-gate-history: ??? -->'], ['no JSON', '<!-- prune-gate-history: aGVsbG8 -->'], ['nothing', ''],
    ['other shapes', `<!-- prune-gate-history: ${Buffer.from(JSON.stringify([null, 1, { commit: 'x' }, { ...entry(1, 1), verdict: 'GREAT' }, { ...entry(1, 1), models: [{ name: 'x'.repeat(500), metric: '', pruned: 1, fileBytes: 1 }] }, { ...entry(1, 1), models: [{ name: 'x', metric: 'y', pruned: '1', fileBytes: 1 }] }])).toString('base64url')} -->`],
  ])('that is %s is none', (_name, body) => {
    expect(historyIn([body])).toEqual([]);
  });
});

describe('the line', () => {
  it('shows how the numbers moved, from the second commit on', () => {
    expect(historyText([entry(1, 10)], pass)).toBe('');
    expect(historyText([entry(1, 10, 0.981), entry(2, 11, 0.975)], pass)).toBe('Over the commits of this pull request: `1111111` accuracy 98.1 %, 41 KiB → `2222222` accuracy 97.5 %, 41 KiB.');
  });

  it('is one for each of several models, folded', () => {
    const several = REPORTS['fail-two-models']?.() as Report;
    const text = historyText([historyEntry(several, sha(1), 1), historyEntry(several, sha(2), 2)], several);
    expect(text).toMatch(/^<details>[^]*- keyword-spotter: `1111111` accuracy [^]*- defect-detector: [^]*<\/details>$/u);
  });

  it('takes names of strangers for text, and fits the comment with everything else', () => {
    const hostile = REPORTS.hostile?.() as Report;
    const evil = [historyEntry(hostile, sha(1), 1), historyEntry(hostile, sha(2), 2)];
    expect(historyText(evil, hostile)).not.toMatch(/<script|::error/u);
    const text = renderMarkdown(REPORTS.huge?.() as Report, { links: { history: [historyEntry(REPORTS.huge?.() as Report, sha(1), 1), historyEntry(REPORTS.huge?.() as Report, sha(2), 2)] } });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(text).toContain('Over the commits of this pull request');
  });
});
