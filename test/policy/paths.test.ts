import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { misspelt, pathProblem, resolveInside } from '../../src/policy/paths.js';

let base = '';
let workspace = '';

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'prune-gate-paths-')));
  workspace = join(base, 'workspace');
  mkdirSync(join(workspace, 'data/deep'), { recursive: true });
  mkdirSync(join(workspace, '.git'));
  mkdirSync(join(base, 'workspace-of-a-neighbour'));
  for (const file of ['workspace/data/test.npz', 'workspace/.git/config', 'secret', 'workspace-of-a-neighbour/file']) writeFileSync(join(base, file), 'x');
  const links: readonly [target: string, link: string][] = [
    ['data/test.npz', 'inner'], ['../secret', 'outer'], ['..', 'up'], ['../nothing', 'dangling'], ['loop', 'loop'],
    ['.git', 'git'], ['../workspace-of-a-neighbour', 'neighbour'], ['data', 'folder'],
  ];
  for (const [target, link] of links) symlinkSync(target, join(workspace, link));
  symlinkSync(workspace, join(base, 'alias'));
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('resolveInside', () => {
  it.each([
    ['data/test.npz', 'data/test.npz'], ['./data//test.npz', 'data/test.npz'], ['inner', 'data/test.npz'], ['folder/test.npz', 'data/test.npz'],
    ['data/missing/too', 'data/missing/too'], ['folder/missing', 'data/missing'], ['data/test.npz/below', 'data/test.npz/below'], ['..data', '..data'], ['.', ''],
  ])('resolves %s', async (path, expected) => {
    expect(await resolveInside(workspace, path)).toBe(join(workspace, expected));
  });

  it('resolves the workspace itself where it is a link', async () => {
    expect(await resolveInside(join(base, 'alias'), 'inner')).toBe(join(workspace, 'data/test.npz'));
  });

  it.each([
    ['/etc/passwd', 'absolute'], ['../secret', '`..`'], ['data/../../secret', '`..`'], ['data/../inner', '`..`'], ['outer', 'leads out'],
    ['up/secret', 'leads out'], ['up/missing', 'leads out'], ['neighbour/file', 'leads out'], ['dangling', 'leads nowhere'], ['dangling/x', 'leads nowhere'],
    ['loop', 'cannot be followed'], ['.git/config', '.git'], ['git/config', '.git'], ['.GIT/config', '.git'], ['C:\\x', 'absolute'],
    ['a\0b', 'control'], ['', 'empty'], ['a\\b', '`\\`'], ['~/x', '`~`'],
  ])('refuses %j', async (path, why) => {
    await expect(resolveInside(workspace, path)).rejects.toMatchObject({ code: 'path-outside', message: expect.stringContaining(why), where: path });
  });
});

describe('pathProblem', () => {
  it('says nothing of plain relative paths', () => {
    for (const path of ['a', 'a/b.onnx', 'a b/ü.npz', '.github/x', 'a/...', 'x.git/y']) expect(pathProblem(path)).toBeUndefined();
  });

  it.each(['data/nul', 'com1.d/x', '.git./config', '.git::$INDEX_ALLOCATION/config', 'data/eval.npz:more'])('refuses %s on Windows, which opens something else', (path) => {
    expect(pathProblem(path, 'win32')).toContain('Windows');
    expect(pathProblem(path, 'linux')).toBeUndefined();
    expect(pathProblem(path, 'darwin')).toBeUndefined();
  });
});

describe('misspelt', () => {
  it.each([
    ['Data/Eval.npz', 'data/eval.npz'], ['./DATA//x', 'data/x'], ['donne\u0301es.npz', 'donn\u00e9es.npz'],
  ])('tells the name on disk of %s', (written, onDisk) => {
    expect(misspelt(written, onDisk)).toBe(onDisk);
  });

  it.each([['data/x', 'data/x'], ['./data/x', 'data/x'], ['data/', 'data'], ['link/x', 'data/x'], ['.', '']])('says nothing of %s found as %j', (written, onDisk) => {
    expect(misspelt(written, onDisk)).toBeUndefined();
  });
});
