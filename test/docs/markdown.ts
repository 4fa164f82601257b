/** The project's Markdown pages, and the snippets and links in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Snippet {
  readonly page: string;
  /** 1-based line of the opening fence. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md')).map((name) => relative(root, join(folder, name)));
}

/** Written by hand; bench/results.md and the like are made by scripts. */
export const PAGES: readonly string[] = [
  'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownIn(join(root, 'docs')), ...markdownIn(join(root, 'examples')),
].sort();

export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Fenced blocks. A fence that is never closed, or has no language, is a snippet with language ''. */
export function snippetsOf(page: string): Snippet[] {
  const snippets: Snippet[] = [];
  const lines = readPage(page).split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^(\s*)```(\S*)/u.exec(lines[index] ?? '');
    if (fence === null) continue;
    const end = lines.findIndex((line, at) => at > index && line.trim() === '```');
    const body = lines.slice(index + 1, end < 0 ? undefined : end);
    snippets.push({
      page, line: index + 1, language: end < 0 ? '' : fence[2] ?? '',
      text: body.map((line) => line.slice((fence[1] ?? '').length)).join('\n'),
    });
    index = end < 0 ? lines.length : end;
  }
  return snippets;
}

/** Targets of inline links, outside fenced blocks and code spans. */
export function linksOf(page: string): string[] {
  const prose = readPage(page).replace(/^```[\s\S]*?^```/gmu, '').replace(/`[^`\n]*`/gu, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/gu)].map((match) => match[1] ?? '');
}

/** Anchors that GitHub gives to the headings of a page. */
export function anchorsOf(page: string): Set<string> {
  const headings = readPage(page).replace(/^```[\s\S]*?^```/gmu, '').match(/^#+ .*$/gmu) ?? [];
  return new Set(headings.map((heading) => heading.replace(/^#+ /u, '').trim().toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/gu, '-')));
}

/** The first workflow below a heading of a page. */
export function workflowUnder(page: string, heading: string): string {
  const [, below = ''] = readPage(page).split(new RegExp(`^##? ${heading}$`, 'mu'));
  const found = [...below.split(/^## /mu)[0]?.matchAll(/^```yaml\n(.*?)^```$/gmsu) ?? []].map(([, text]) => text ?? '').find((text) => /^jobs:/mu.test(text));
  if (found === undefined) throw new Error(`no workflow under ${heading} of ${page}`);
  return found;
}
