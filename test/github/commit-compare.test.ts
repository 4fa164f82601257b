/** What a checkout has against its commit: the same where git itself gave a text other ends of lines, and nothing else is. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareWith } from '../../src/github/commit-compare.js';
import { openCommit } from '../../src/github/commit-sources.js';
import { returnsIn } from '../../src/github/line-ends.js';
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

const CHANGED = process.platform === 'win32' ? ['same', 'same', 'same'] : ['changed', 'changed', 'changed'];
const compare = (path: string): Promise<string> => compareWith(files, path, join(folder, path));

describe('a checkout', () => {
  const all = async (): Promise<string[]> => [await compare('data/a.csv'), await compare('data/long.csv'), await compare('data')];
  const checkOut = (...settings: readonly string[]): void => {
    rmSync(join(folder, 'data'), { recursive: true, force: true });
    git(...settings, 'checkout', '-q', '.');
  };

  it('with Windows\' ends of lines is the commit\'s where git is set to make them', async () => {
    git('config', 'core.autocrlf', 'true');
    checkOut();
    expect(await textBlobId(join(folder, 'data/a.csv'))).toBe(git('rev-parse', 'HEAD:data/a.csv'));
    expect(await all()).toEqual(['same', 'same', 'same']);
    git('config', 'core.autocrlf', 'input');
    expect(await all()).toEqual(CHANGED);
    git('config', '--unset', 'core.autocrlf');
  });

  it('with others than the commit\'s is changed where only the change asks for them; on Windows git makes them', async () => {
    writeFileSync(join(folder, '.gitattributes'), '*.csv text eol=crlf\n');
    checkOut();
    const [path, local] = ['data/a.csv', join(folder, 'data/a.csv')];
    expect(readFileSync(local, 'utf8')).toBe('x,y\r\n1,2\r\n');
    expect(await all()).toEqual(CHANGED);
    expect([await returnsIn(files, local, 'linux')(path), await returnsIn(files, local, 'win32')(path)]).toEqual([false, true]);
    git('add', '.gitattributes');
    git('commit', '-qm', 'ends of lines');
    const since = await openCommit(git('rev-parse', 'HEAD'), { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: undefined });
    const read = vi.spyOn(since, 'bytes');
    expect([await compareWith(since, path, local), await compareWith(since, 'data', join(folder, 'data'))]).toEqual(['same', 'same']);
    // Once, however many files there are: GitHub counts what is asked for.
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('with others than the commit\'s is changed where the commit\'s attributes are about other files, or take them back', async () => {
    const asks = async (attributes: string): Promise<readonly boolean[]> => {
      writeFileSync(join(folder, '.gitattributes'), attributes);
      git('add', '.gitattributes');
      git('commit', '--allow-empty', '-qm', 'attributes');
      const since = await openCommit(git('rev-parse', 'HEAD'), { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: undefined });
      const local = join(folder, 'data/a.csv');
      return [await returnsIn(since, local, 'linux')('data/a.csv'), await returnsIn(since, local, 'win32')('data/a.csv')];
    };
    expect(await asks('*.csv text eol=crlf\n')).toEqual([true, true]);
    expect(await asks('*.bat text eol=crlf\n')).toEqual([false, true]);
    expect(await asks('* eol=crlf\n/data/** -text\n')).toEqual([false, false]);
    expect(await asks('* eol=crlf\n*.csv binary\n')).toEqual([false, false]);
    expect(await asks('* text=auto eol=crlf\n*.csv eol=lf\n')).toEqual([false, false]);
    expect(await asks('*.csv -text\ndata/a.csv text eol=crlf\n')).toEqual([true, true]);
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
