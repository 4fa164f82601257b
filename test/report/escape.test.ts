import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { code, linkTarget, plain, prose } from '../../src/report/escape.js';
import { hasSharedData, sharedData } from '../shared-data.js';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function decoded(html: string): string {
  return html.replace(/&(?:#(\d+)|([a-z]+));/gu, (entity, digits: string | undefined, name: string) =>
    digits === undefined ? NAMED[name] ?? entity : String.fromCodePoint(Number(digits)));
}

/** What a reader sees of a piece of Markdown: the text, and whether anything but text and code came of it. */
function seen(markdown: string): { text: string; tags: string[] } {
  const html = marked.parseInline(markdown, { async: false, gfm: true });
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, tag]) => tag ?? '');
  const text = decoded(html.replace(/<[^>]*>/gu, ''));
  return { text, tags: tags.filter((tag) => tag !== 'code') };
}

const PARTS = ['@octocat', '#12', '<img src=x onerror=alert(1)>', '`', '``', '|', '\\', '\\|', '*bold*', '_it_', 'snake_case', '~~gone~~', '[a](http://e.example)', '![i](x)',
  '<!-- c -->', '</details>', 'https://e.example/x', 'www.e.example', '&lt;', '&#64;me', '$x$', '\u202Egnp', 'a\nb', '\u0000', '::error::x', 'GH-1', 'é漢字🙂', '\uD800'];

/** Every part alone, and every pair of neighbours. */
const HOSTILE = [...PARTS, ...PARTS.flatMap((a) => PARTS.map((b) => `${a}${b}`))];

describe.each([['prose', prose], ['code', code]] as const)('%s', (_name, escape) => {
  it('never becomes anything but text', () => {
    for (const name of HOSTILE) expect([name, seen(escape(name)).tags]).toEqual([name, []]);
  });

  it('is read back as it was, invisible characters aside', () => {
    for (const name of HOSTILE) {
      const wanted = name.replace(/[\n]/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '\uFFFD');
      expect(seen(escape(name)).text.replaceAll('\u200B', '')).toBe(wanted);
    }
  });

  it('stays one cell of a table', () => {
    for (const name of HOSTILE) {
      const html = marked.parse(`| a | b |\n| --- | --- |\n| ${escape(name)} | end |\n`, { async: false, gfm: true });
      expect([name, html.match(/<td>/gu)?.length, html.includes('<td>end</td>')]).toEqual([name, 2, true]);
    }
  });

  it('mentions nobody and references nothing', () => {
    for (const name of HOSTILE) {
      const html = marked.parseInline(escape(name), { async: false, gfm: true });
      // What GitHub looks through after rendering: text outside of code.
      const outside = decoded(html.replace(/<code>.*?<\/code>/gu, ''));
      expect(outside).not.toMatch(/@[a-z]|#\d|:\/\/|www\.[a-z]/u);
    }
  });

  it('is cut in the middle', () => {
    const cut = seen(escape(`head${'x'.repeat(300_000)}tail`, 40)).text;
    expect(Array.from(cut)).toHaveLength(40);
    expect(cut).toMatch(/^headx+…x+tail$/u);
  });
});

describe('plain', () => {
  it('is one line without control characters', () => {
    expect(plain('a\r\n\tb\u001B[31mred\u0007')).toBe('a b\uFFFD[31mred\uFFFD');
    expect(plain('x'.repeat(10_000))).toHaveLength(600);
  });

  it('starts no workflow command', () => {
    expect(plain('::error file=x::y')).toBe(': :error file=x::y');
    expect(plain('note ::set-output::x')).toBe('note : :set-output::x');
    expect(plain('##[error]x')).toBe('# #[error]x');
    expect(plain('std::vector')).toBe('std::vector');
  });
});

describe('linkTarget', () => {
  it('takes web addresses only, and none that ends the link', () => {
    expect(linkTarget('https://github.com/o/r/actions/runs/1')).toBe('https://github.com/o/r/actions/runs/1');
    expect(linkTarget('https://e.example/a_(b)')).toBe('https://e.example/a_%28b%29');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'https://e.example/ x', 'https://e.example/"x', 'ftp://e', '']) expect(linkTarget(bad)).toBeUndefined();
  });
});

describe.skipIf(!hasSharedData)('names in hostile models (needs the shared data)', () => {
  it.each(['name_workflow_command.onnx', 'name_proto_pollution.onnx', 'big_message_name.onnx'])('%s', (file) => {
    const bytes = readFileSync(sharedData('malformed-models', file)).toString('latin1');
    const names = bytes.match(/[\n\r\x20-\x7e]{4,}/gu) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(seen(code(name)).tags).toEqual([]);
      expect(seen(prose(name)).tags).toEqual([]);
      expect(plain(name)).not.toMatch(/^\s*::|##\[|[\n\r]/u);
      expect(code(name).length).toBeLessThan(1000);
    }
  });
});
