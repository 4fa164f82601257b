/** Files of a commit: the same by GitHub's API and from the checkout's own objects, and never others than their ids say. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/github/client.js';
import { openCommit } from '../../src/github/commit-sources.js';
import { blobId, lfsPointer, type CommitFiles } from '../../src/github/commit.js';
import { withStandIn, type GitHubStandIn } from './stand-in.js';
import { blobIdOf } from './stand-in-git.js';

let github: GitHubStandIn;
let apiUrl: string;
let folder: string;
let commit: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

const FILES: readonly (readonly [string, string | Buffer])[] = [
  ['.github/prune-gate.yml', 'version: 1\n'], ['data/test.npz', Buffer.from([0, 255, 254, 128, 10, 13, 0])], ['data/images/cat/1.png', 'cat'], ['data/images/dog/2.png', 'dog'],
];

const git = (...args: readonly string[]): string => execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { encoding: 'utf8' }).trim();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-commit-'));
  for (const [path, content] of FILES) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync('../data/test.npz', join(folder, '.github/linked.npz'));
  symlinkSync('../../outside', join(folder, 'data/astray'));
  symlinkSync('data/images', join(folder, 'pictures'));
  symlinkSync('loop', join(folder, 'loop'));
  execFileSync('git', ['init', '-q', folder]);
  git('add', '.');
  git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},vendored`);
  git('commit', '-qm', 'base');
  commit = git('rev-parse', 'HEAD');
  // The checkout is another commit.
  rmSync(join(folder, 'data'), { recursive: true });
  git('commit', '-qam', 'change');
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const client = () => createClient({ token: 't', apiUrl, secondMs: 5, paced: false });
const fromApi = (): Promise<CommitFiles> => {
  github.files = new Map(FILES);
  return openCommit(commit, { owner: 'o', repo: 'r', gitFolder: undefined, client: client() });
};
const fromCheckout = (): Promise<CommitFiles> => openCommit(commit, { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: undefined });

describe.each([['GitHub\'s API', fromApi], ['the checkout', fromCheckout]])('by %s', (_name, open) => {
  it('files are found, listed and read, byte for byte', async () => {
    const files = await open();
    const policy = await files.find('.github/prune-gate.yml');
    expect(policy).toMatchObject({ kind: 'file', id: blobIdOf('version: 1\n') });
    expect((await files.bytes(policy?.id ?? '', 100))?.toString()).toBe('version: 1\n');
    const images = await files.find('data/images');
    expect([...await files.filesBelow(images ?? expect.fail())].map(([path, { id }]) => [path, id])).toEqual([['cat/1.png', blobIdOf('cat')], ['dog/2.png', blobIdOf('dog')]]);
    const data = await files.find('data/test.npz');
    const saved = join(mkdtempSync(join(folder, 'out-')), 'saved');
    await files.save(data?.id ?? '', saved);
    expect(readFileSync(saved)).toEqual(FILES[1]?.[1]);
    expect(await blobId(saved)).toBe(data?.id);
    expect(await files.bytes(data?.id ?? '', 6)).toBeUndefined();
  });

  it('what is not there is not there', async () => {
    const files = await open();
    for (const path of ['other.yml', '.github/prune-gate.yml/x', 'data/images/cat/3.png']) expect(await files.find(path)).toBeUndefined();
  });
});

it('links are followed inside the repository', async () => {
  const files = await fromCheckout();
  expect(await files.find('.github/linked.npz')).toEqual(await files.find('data/test.npz'));
  expect(await files.find('data/astray')).toBeUndefined();
  expect(await files.find('data/astray/x')).toBeUndefined();
  // On the way, too: a policy or data behind such a link would else pass for something that the base does not have.
  expect(await files.find('pictures/cat/1.png')).toMatchObject({ kind: 'file', id: blobIdOf('cat') });
  expect(await files.find('pictures/cat/none.png')).toBeUndefined();
  expect(await files.find('.github/linked.npz/x')).toBeUndefined();
  expect(await files.namesIn('pictures/cat')).toEqual(['1.png']);
  expect(await files.find('loop/x')).toBeUndefined();
});

it('what the commit lacks is told from what is hidden from us', async () => {
  const files = await fromCheckout();
  const hidden = ['data/astray/x', 'loop/x', 'vendored/m.onnx', 'pictures/none.png', '.github/linked.npz/x', 'data/test.npz'].map((path) => files.hiddenBy(path));
  expect(await Promise.all(hidden)).toEqual(['link', 'link', 'submodule', undefined, undefined, undefined]);
});

it('a source that gives other bytes than were asked for is not believed', async () => {
  const files = await fromApi();
  const id = blobIdOf('dog');
  github.fault = ({ url }) => (url.includes('/git/blobs/') ? { kind: 'status', status: 200, body: { sha: id, node_id: 'B', size: 3, url: 'x', encoding: 'base64', content: Buffer.from('cow').toString('base64') } } : undefined);
  await expect(files.bytes(id, 100)).rejects.toThrow('something else');
  await expect(files.save(id, join(folder, 'cow'))).rejects.toThrow('something else');
  expect(existsSync(join(folder, 'cow'))).toBe(false);
});

it('the checkout is asked first, then GitHub; where neither has it, the reason is said', async () => {
  github.files = new Map(FILES);
  await openCommit(commit, { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: client() });
  expect(github.seen).toEqual([]);
  const absent = 'f'.repeat(40);
  await openCommit(absent, { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: client() });
  expect(github.calls()).toEqual([`GET /repos/o/r/git/trees/${absent}`]);
  github.fault = () => ({ kind: 'status', status: 404, message: 'Not Found' });
  await expect(openCommit(absent, { owner: 'o', repo: 'r', gitFolder: join(folder, '.git'), client: client() }))
    .rejects.toMatchObject({ code: 'base-unreadable', fix: expect.stringContaining('contents: read') });
});

it('a pointer of Git LFS is told from a file', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
  expect(lfsPointer(Buffer.from(pointer))).toEqual({ sha256: 'a'.repeat(64), bytes: 12345 });
  expect(lfsPointer(Buffer.from(pointer.replace('size', 'sighs')))).toBeUndefined();
  expect(lfsPointer(Buffer.from('version: 1'))).toBeUndefined();
});
