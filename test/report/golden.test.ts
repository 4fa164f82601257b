/** Every fixture as Markdown and on a terminal, compared with the files in golden/. UPDATE_GOLDEN=1 rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/report/annotations.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { renderTerminal } from '../../src/report/terminal.js';
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

describe.each(Object.entries(REPORTS))('%s', (name, build) => {
  it('as Markdown', () => compare(`${name}.md`, renderMarkdown(build(), { links: LINKS })));
  it('on a terminal', () => compare(`${name}.txt`, renderTerminal(build(), { color: false, width: 100 })));
  it('as annotations', () => compare(`${name}.annotations.json`, `${JSON.stringify(annotations(build()), null, 2)}\n`));
});
