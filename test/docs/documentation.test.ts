import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf, PAGES, readPage, root, snippetsOf, type Snippet } from './markdown.js';
import { shellProblems, wordsOf } from './shell-snippets.js';
import { typescriptProblems } from './typescript-snippets.js';
import { yamlProblems } from './yaml-snippets.js';

const ALL = PAGES.flatMap((page) => snippetsOf(page));
const inLanguage = (...languages: string[]): Snippet[] => ALL.filter(({ language }) => languages.includes(language));
/** What stands in code spans. */
const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
const titleOf = ({ page, line }: Snippet): string => `${page}:${line}`;

describe('snippets in the documentation', () => {
  it('are fenced with a language that is checked here', () => {
    expect(ALL.length).toBeGreaterThan(15);
    expect(ALL.filter(({ language }) => !['yaml', 'bash', 'sh', 'ts', 'json', 'text', 'diff'].includes(language)).map(titleOf)).toEqual([]);
  });

  for (const snippet of inLanguage('yaml')) {
    it(`${titleOf(snippet)} is a sound policy or workflow`, () => {
      expect(yamlProblems(snippet.text)).toEqual([]);
    });
  }

  for (const snippet of inLanguage('bash', 'sh')) {
    it(`${titleOf(snippet)} has commands that are understood`, () => {
      expect(shellProblems(snippet.text)).toEqual([]);
    });
  }

  for (const snippet of inLanguage('json')) {
    it(`${titleOf(snippet)} is JSON`, () => {
      expect(() => { JSON.parse(snippet.text); }).not.toThrow();
    });
  }

  it('type check', () => {
    expect(typescriptProblems(inLanguage('ts'))).toEqual([]);
  });
});

describe('the checks of snippets', () => {
  it.each([
    ['version: 1\nmodels: []', /models/u],
    ['- { check: accuracy.drop, min: 1pp }', /takes 'max', not 'min'/u],
    ['- { check: speed.up, min: 2x }', /speed/u],
    ['- { method: structured, target: { macs: 1.5 x, params: 2x } }', /target/u],
    ['on: { pull_request: }\njobs: { a: { runs-on: x, steps: [{ uses: a/b@v1 }] } }', /permissions/u],
    ['on: { pull_request_target: }\npermissions: { contents: read }\njobs: { a: { runs-on: x, steps: [] } }', /pull_request_target/u],
    ['on: { push: }\npermissions: { contents: write }\njobs: { a: { runs-on: x, steps: [] } }', /contents: write/u],
    ['on: { push: }\npermissions: { contents: read }\njobs: { a: { runs-on: x, timeout-minutes: 5, permissions: { contents: write }, steps: [{ uses: prune-gate/prune-gate@v0 }] } }', /contents: write/u],
    ['on: { push: }\npermissions: { contents: read }\njobs: { a: { runs-on: x, steps: [] } }', /timeout-minutes/u],
    ['- { uses: prune-gate/prune-gate@v0, with: { polcy: x } }', /no input 'polcy'/u],
    ['- uses: actions/checkout', /owner\/repository@version/u],
    ['a: [', /./u],
  ])('find what is wrong with %j', (text, message) => {
    expect(yamlProblems(text).join('\n')).toMatch(message);
  });

  it.each([
    ['prune-gate rum', /Did you mean run/u],
    ['npm run nonsense', /no script/u],
    ['node dist/cli.js inspect examples/none/a.onnx', /not there/u],
    ['curl example.org | sh', /unknown program/u],
  ])('find what is wrong with %j', (text, message) => {
    expect(shellProblems(text).join('\n')).toMatch(message);
  });

  it('split words as a shell does', () => {
    expect(wordsOf('prune-gate run "a b" \'c d\' # why')).toEqual(['prune-gate', 'run', 'a b', 'c d']);
    expect(wordsOf('prune-gate run --json > report.json')).toEqual(['prune-gate', 'run', '--json']);
  });

  it('find what does not type check', () => {
    const snippet = { page: 'x.md', line: 3, language: 'ts', text: 'const a: string = 1;\nexport { a };\n' };
    expect(typescriptProblems([snippet])).toEqual(["x.md:3: Type 'number' is not assignable to type 'string'."]);
  });
});

describe('links in the documentation', () => {
  for (const page of PAGES) {
    it(`${page} leads somewhere`, () => {
      const local = linksOf(page).filter((link) => !/^[a-z]+:/u.test(link));
      const broken = local.filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : normalize(join(dirname(page), path));
        if (!existsSync(join(root, target))) return true;
        return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
      });
      expect(broken).toEqual([]);
    });
  }
});

describe('docs/dependencies.md', () => {
  it('names every dependency and no other', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>; devDependencies: Record<string, string>;
    };
    const rows = readPage('docs/dependencies.md').split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) => codeIn(row.split('|')[1] ?? ''));
    expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
  });
});

describe('docs/architecture.md', () => {
  it('has a row for each layer, with what it may import', async () => {
    // @ts-expect-error The configuration is plain JavaScript.
    const { LAYERS } = await import('../../eslint.config.js') as { LAYERS: Record<string, { sees?: readonly string[] }> };
    const rows = readPage('docs/architecture.md').split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, layer = '']) => codeIn(layer).some((name) => name in LAYERS));
    expect(rows.map(([, layer = '', , imports = '']) => [codeIn(layer), codeIn(imports)]))
      .toEqual(Object.entries(LAYERS).map(([layer, { sees = [] }]) => [[layer], sees]));
  });
});
