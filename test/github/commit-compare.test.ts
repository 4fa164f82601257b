/** What a checkout has against its commit: the same where git itself gave a text other ends of lines, and nothing else is. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWith } from '../../src/github/commit-compare.js';
import { openCommit } from '../../src/github/commit-sources.js';
import { textBlobId, type CommitFiles } from '../../src/github/commit.js';

let folder: string;
let files: CommitFiles;
const git = (...args: readonly string[]): string => execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { encoding: 'utf8' }).trim();
/** Longer than a piece in which files are read; its lines end anywhere in one. */
const LONG = Array.from({ length: 20_000 }, (_, row) => `${row * row},${row % 7}\n`).join('');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-compare-'));
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'names'));
  for (const [name, content] of [['data/a.csv', 'x,y\n1,2\n'], ['data/long.csv', LONG], ['b.idx', Buffer.from([0, 0, 8, 1, 10, 7])], ['names/caf\u00e9.csv', 'x,y\n1,2\n'], ['names/hard.csv', 'x,y\n1,9\n']] as const) writeFileSync(join(folder, name), content);
  execFileSync('git', ['init', '-q', folder]);
  git('add', '.');
  git('commit', '-qm', 'base');
  files = await openCommit(git('rev-parse', 'HEAD'), { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: undefined });
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const compare = (path: string): Promise<string> => compareWith(files, path, join(folder, path));

describe('a checkout', () => {
  it('that Git for Windows made is the commit\'s', async () => {
    rmSync(join(folder, 'data'), { recursive: true });
    git('-c', 'core.autocrlf=true', 'checkout', '-q', '.');
    expect(await textBlobId(join(folder, 'data/a.csv'))).toBe(git('rev-parse', 'HEAD:data/a.csv'));
    expect([await compare('data/a.csv'), await compare('data/long.csv'), await compare('data')]).toEqual(['same', 'same', 'same']);
  });

  it.each([['a value', 'x,y\r\n1,3\r\n'], ['a row', 'x,y\r\n1,2\r\n1,2\r\n'], ['a return alone', 'x,y\n1,2\r'], ['an empty file', '']])('with %s changed is not', async (_, text) => {
    writeFileSync(join(folder, 'data/a.csv'), text);
    expect(await compare('data/a.csv')).toBe('changed');
  });

  it('with a name in two forms for two files is not, on any system; with one that macOS writes apart it is there alone', async () => {
    const [apart, together, hard] = ['names/cafe\u0301.csv', 'names/caf\u00e9.csv', 'names/hard.csv'].map((name) => join(folder, name)) as [string, string, string];
    const both = async (): Promise<string[]> => [await compareWith(files, 'names', join(folder, 'names'), false), await compareWith(files, 'names', join(folder, 'names'), true)];
    expect(await both()).toEqual(['same', 'same']);
    renameSync(together, apart);
    expect(await both()).toEqual(['changed', 'same']);
    copyFileSync(apart, together);
    rmSync(hard);
    expect(await both()).toEqual(['changed', 'changed']);
  });

  it('of a binary file with one more byte is not', async () => {
    writeFileSync(join(folder, 'b.idx'), Buffer.from([0, 0, 8, 1, 13, 10, 7]));
    expect(await textBlobId(join(folder, 'b.idx'))).toBeUndefined();
    expect(await compare('b.idx')).toBe('changed');
  });
});
