/** Every fixture as Markdown and on a terminal, compared with the files in golden/. UPDATE_GOLDEN=1 rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writingOf } from '../../src/action/comment-text.js';
import { readInputs } from '../../src/action/inputs.js';
import { withMarker } from '../../src/github/marker.js';
import { annotations } from '../../src/report/annotations.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from './fixtures.js';

const folder = join(import.meta.dirname, 'golden');
const update = process.env.UPDATE_GOLDEN === '1';
if (update) mkdirSync(folder, { recursive: true });

function compare(name: string, text: string): void {
  const path = join(folder, name);
  if (update) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

const LINKS = { run: 'https://github.com/o/r/actions/runs/1' };

/** As a pull request's comment grows: what the action writes on its fourth commit, over what it wrote on the three before. */
it('history: how the figures moved over the commits, with all that nobody sees', () => {
  const inputs = readInputs({}, '/workspace');
  const report = (pruned: number, verdict: Report['verdict'] = 'PASS'): Report => {
    const made = REPORTS['fail-two-models']?.() ?? expect.fail();
    return { ...made, verdict, models: made.models.map((model, i) => (i > 0 ? model : { ...model, metrics: model.metrics.map((metric) => ({ ...metric, pruned })) })) };
  };
  const commits: readonly [string, Report][] = [['1', report(0.941, 'FAIL')], ['2', report(0.968)], ['3', report(0.972)], ['4', REPORTS['fail-two-models']?.() ?? expect.fail()]];
  const body = commits.reduce((before, [digit, judged]) => {
    const run = { id: 100 + Number(digit), attempt: 1 };
    return withMarker('default', run, writingOf(judged, LINKS, { commit: digit.repeat(40), run }, inputs).write(before === '' ? [] : [before]));
  }, '');
  compare('history.md', body);
  expect(body).toContain('<summary>Over the commits of this pull request</summary>\n\n- keyword-spotter: `1111111` accuracy 94.1 %, 41 KiB → `2222222` accuracy 96.8 %');
});

describe.each(Object.entries(REPORTS))('%s', (name, build) => {
  it('as Markdown', () => compare(`${name}.md`, renderMarkdown(build(), { links: LINKS })));
  it('on a terminal', () => compare(`${name}.txt`, renderTerminal(build(), { color: false, width: 100 })));
  it('as annotations', () => compare(`${name}.annotations.json`, `${JSON.stringify(annotations(build()), null, 2)}\n`));
});
