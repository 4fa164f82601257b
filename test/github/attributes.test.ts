/** Attributes of paths, against git's own reading of the same lines. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attributesOf, matches, parseAttributes } from '../../src/github/attributes.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-attributes-'));
  execFileSync('git', ['init', '-q', folder]);
  execFileSync('git', ['-C', folder, 'config', 'core.ignorecase', 'false']);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const PATHS = ['a.csv', 'a.CSV', 'data/a.csv', 'data/a.csv.gz', 'data/deep/a.csv', 'data/deep/er/b1.csv', 'other/data/a.csv', 'data', 'data/x[1].csv', 'data/-.csv', 'data/a+b.csv', 'data/^.csv', 'sp ace/a b.csv', 'caf\u00e9/\u{1F600}.csv', '.csv', 'data/*.csv'];
const PATTERNS = [
  '*', '**', '*.csv', '/*.csv', 'a.csv', '/a.csv', 'data/*.csv', '/data/*', 'data', 'data/', 'data/**', 'data/**/a.csv', '**/a.csv', '**/data/*.csv', '/**/b1.csv', 'data/**/*', '**/*', '**/**/a.csv',
  '?.csv', 'b[0-9].csv', 'b[!0-9].csv', '[^a].csv', '[ab]*.csv', 'x\\[1\\].csv', 'x[[]1[]].csv', '[]-].csv', '[-^].csv', '[\\^].csv', '\\*.csv', 'a+b.csv', 'a.c*v', '*a*.*v', 'data?a.csv', 'data[/]a.csv', 'data/[!x]*', 'caf?/*', '*/?.csv',
  'sp?ace/*', 'deep/a.csv', '*/a.csv', '*/*/a.csv', 'data/deep', '.csv', '***.csv', 'data/***/a.csv', '[z-a].csv', 'a.csv\\', '[a.csv', '{a,b}.csv', 'a.cs(v)',
];

/** Path to what `git check-attr` says, where it says anything. */
function byGit(files: Readonly<Record<string, string>>, paths: readonly string[]): Map<string, Map<string, string>> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const out = execFileSync('git', ['-C', folder, 'check-attr', '-z', '-a', '--', ...paths], { encoding: 'utf8' }).split('\0');
  for (const name of Object.keys(files)) rmSync(join(folder, name));
  const found = new Map(paths.map((path) => [path, new Map<string, string>()]));
  for (let at = 0; at + 2 < out.length; at += 3) found.get(out[at] ?? '')?.set(out[at + 1] ?? '', out[at + 2] ?? '');
  return found;
}

it('are of the paths that git matches, pattern by pattern', () => {
  const lines = PATTERNS.map((pattern, i) => `${pattern} p${i}\n`).join('');
  for (const [path, attributes] of byGit({ '.gitattributes': lines }, PATHS)) {
    expect([path, PATTERNS.filter((pattern) => matches(pattern, path))]).toEqual([path, PATTERNS.filter((_, i) => attributes.has(`p${i}`))]);
  }
});

it('are what the last line and the nearest file say, macros expanded', () => {
  const files = {
    '.gitattributes': '\uFEFF# eol=crlf\n[attr]table text eol=crlf\n[attr]raw binary -table\n  *.csv\ttable\r\n*.csv -diff\n"sp ace/a b.csv" -text !eol\nb1.csv raw\n',
    'data/.gitattributes': '*.csv !text\n/a.csv eol=lf\ndeep/* text=auto\n',
    'data/deep/.gitattributes': 'a.csv -text\n',
  };
  const paths = ['a.csv', 'data/a.csv', 'data/deep/a.csv', 'data/deep/er/b1.csv', 'sp ace/a b.csv', 'a.bin'];
  const shown = (value: string | boolean): string => (value === true ? 'set' : value === false ? 'unset' : value);
  for (const [path, expected] of byGit(files, paths)) {
    const parts = path.split('/');
    const found = attributesOf(parts.map((_, depth) => ({
      lines: parseAttributes(new Map(Object.entries(files)).get([...parts.slice(0, depth), '.gitattributes'].join('/')) ?? ''), path: parts.slice(depth).join('/'),
    })));
    expect([path, ['text', 'eol', 'diff', 'merge'].map((name) => [name, found.has(name) ? shown(found.get(name) ?? '') : undefined])]).toEqual([path, ['text', 'eol', 'diff', 'merge'].map((name) => [name, expected.get(name)])]);
  }
});

it('with stars in a row beside a name stay within it, as documented: git before 2.41 depends on where its memory lies', () => {
  expect(['data/deep/a.csv', 'data/deep/er/a.csv'].map((path) => matches('data/d**/*.csv', path))).toEqual([true, false]);
});

it('of a pattern that is not understood are none\'s', () => {
  expect(matches('[[:alpha:]].csv', 'a.csv')).toBe(false);
  expect(parseAttributes('"a\\t.csv" -text\n').rules).toEqual([]);
});
