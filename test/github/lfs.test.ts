/** Git LFS at the wire: the batch interface as its documentation has it, and a store behind signed addresses. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lfsFetcher } from '../../src/github/lfs.js';

const CONTENT = Buffer.from('the large data');
const POINTER = { sha256: createHash('sha256').update(CONTENT).digest('hex'), bytes: CONTENT.length };

let folder: string;
let server: Server;
let origin: string;
let asked: { path: string; authorization: string | undefined; body: string }[];
/** What the store has; undefined: nothing. */
let stored: Buffer | undefined;
let status: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-lfs-'));
  [asked, stored, status] = [[], CONTENT, 200];
  server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const path = request.url ?? '';
      asked.push({ path, authorization: request.headers.authorization, body: bytes.toString('utf8') });
      if (path.startsWith('/store/')) return response.writeHead(request.headers['x-signed'] === 'yes' ? 200 : 403).end(stored);
      const { oid, size } = (JSON.parse(bytes.toString('utf8')) as { objects: { oid: string; size: number }[] }).objects[0] ?? {};
      const found = { actions: { download: { href: `${origin}/store/${oid ?? ''}`, header: { 'x-signed': 'yes' } } } };
      response.writeHead(status, { 'content-type': 'application/vnd.git-lfs+json' });
      response.end(JSON.stringify({ transfer: 'basic', objects: [{ oid, size, ...(stored === undefined ? { error: { code: 404, message: 'Object does not exist' } } : found) }] }));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const fetchTo = async (name: string, token = 'ghs_token'): Promise<string> => {
  const path = join(folder, name);
  await lfsFetcher({ server: origin, owner: 'o', repo: 'r', token, gitFolder: undefined })(POINTER, path);
  return path;
};

it('fetches an object by its sha256, with the job\'s token for the address and the address\'s own headers for the bytes', async () => {
  expect(readFileSync(await fetchTo('a'))).toEqual(CONTENT);
  expect(asked.map(({ path, authorization }) => [path, authorization])).toEqual([
    ['/o/r.git/info/lfs/objects/batch', `Basic ${Buffer.from('x-access-token:ghs_token').toString('base64')}`], [`/store/${POINTER.sha256}`, undefined],
  ]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ operation: 'download', transfers: ['basic'], objects: [{ oid: POINTER.sha256, size: 14 }] });
});

it('sends no token where there is none', async () => {
  await fetchTo('a', '');
  expect(asked[0]?.authorization).toBeUndefined();
});

it.each<[string, () => void, string]>([
  ['is not there', () => { stored = undefined; }, 'Object does not exist'],
  ['is another', () => { stored = Buffer.from('the other data'); }, 'something else'],
  ['is cut short', () => { stored = CONTENT.subarray(0, 5); }, 'something else'],
  ['may not be had', () => { status = 403; }, 'status 403'],
])('fails in words where the object %s, and leaves nothing', async (_name, arrange, words) => {
  arrange();
  await expect(fetchTo('a')).rejects.toThrow(words);
  expect(existsSync(join(folder, 'a'))).toBe(false);
});
