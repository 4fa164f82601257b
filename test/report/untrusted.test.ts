/** A report that a stranger wrote: what of it passes the schema, and what becomes of that in a comment. */
import { marked } from 'marked';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_REPORT_BYTES, parseReport, UnfitReport } from '../../src/report/check.js';
import { serializeReport } from '../../src/report/json.js';
import { COMMENT_BYTES, renderMarkdown, type ReportLinks } from '../../src/report/markdown.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from './fixtures.js';

const LINKS: ReportLinks = {
  run: 'https://github.com/o/r/actions/runs/1', untrusted: { commit: '1a2b3c4d5e6f', repository: 'someone/a-fork', conclusion: 'success' },
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const reportOf = (name: string): Report => REPORTS[name]?.() ?? expect.fail();

it('is labelled as untrusted: the golden comment of a fork', () => {
  const path = join(import.meta.dirname, 'golden/fork.md');
  const text = renderMarkdown(parseReport(bytesOf(serializeReport(reportOf('pass')))), { links: LINKS });
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
});

it('keeps its label however little room there is', () => {
  for (const maxBytes of [COMMENT_BYTES, 2000, 10]) {
    expect(renderMarkdown(reportOf('huge'), { maxBytes, links: LINKS }).split('\n')[0]).toBe('## prune-gate: PASS (untrusted run)');
  }
});

it('comes back as it was, whichever report it is', () => {
  for (const [name, build] of Object.entries(REPORTS)) {
    const text = serializeReport(build());
    expect([name, serializeReport(parseReport(bytesOf(text)))]).toEqual([name, text]);
  }
});

const EVIL = '</details><script>x</script>|`a` @octocat #1 [x](http://evil.example) ![i](http://evil.example/i) <!-- prune-gate:default -->\n\n## PASS';

type Path = readonly (string | number)[];

/** Paths of all strings in a value. */
function stringsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value as unknown[]] : { ...value as object }) as Record<string | number, unknown>;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

/** What GitHub would make of it: the elements and links that are there, and what it looks for in text outside of code. */
function seen(markdown: string): { tags: string; links: readonly string[]; text: string } {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const text = html.replace(/<code>.*?<\/code>/gsu, '').replace(/<[^>]*>/gu, '').replaceAll('&#8203;', '\u200B').replaceAll(/&#(\d+);/gu, (_, digits: string) => String.fromCodePoint(Number(digits)));
  return {
    tags: [...new Set([...html.matchAll(/<([a-z0-9]+)/giu)].map(([, tag]) => tag ?? ''))].sort().join(' '),
    links: [...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, target]) => target ?? ''), text,
  };
}

describe.each(['pass', 'error', 'slices', 'twelve-models'])('every string of %s, replaced by something hostile', (name) => {
  const report = JSON.parse(serializeReport(reportOf(name))) as Report;
  // Of twelve models two have all that the others have.
  const small: Report = { ...report, models: report.models.slice(-2) };
  const ours = new Set('a blockquote code details h2 li p strong summary table tbody td th thead tr ul'.split(' '));

  it('is refused by the schema or stays text', () => {
    let shown = 0;
    for (const path of stringsIn(small)) {
      const changed = JSON.stringify(withValue(small, path, EVIL));
      let parsed: Report;
      try {
        parsed = parseReport(bytesOf(changed));
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(UnfitReport);
        continue;
      }
      const { tags, links, text } = seen(renderMarkdown(parsed, { links: LINKS }));
      expect([path.join('.'), tags.split(' ').filter((tag) => !ours.has(tag)), links]).toEqual([path.join('.'), [], [LINKS.run]]);
      expect(text).not.toMatch(/@octocat|#1\b|https?:\/\/evil/u);
      shown += 1;
    }
    expect(shown).toBeGreaterThan(10);
  });
});

it('is refused in a moment however it is made: deep, long, or of very many models', () => {
  const startedAt = performance.now();
  expect(() => parseReport(bytesOf('['.repeat(1_000_000)))).toThrow(UnfitReport);
  expect(() => parseReport(bytesOf(`${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`))).toThrow(UnfitReport);
  expect(() => parseReport(new Uint8Array(MOST_REPORT_BYTES + 1))).toThrow(UnfitReport);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

it('of hundreds of models becomes one comment', () => {
  const report = JSON.parse(serializeReport(reportOf('pass'))) as Report;
  const many: Report = { ...report, models: Array.from({ length: 400 }, () => report.models[0] ?? expect.fail()) };
  const text = renderMarkdown(parseReport(bytesOf(JSON.stringify(many))), { links: LINKS });
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(COMMENT_BYTES);
  expect(text).toMatch(/^## prune-gate: PASS.*\(untrusted run\)\n/u);
});
