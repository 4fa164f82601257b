/**
 * What a pointer of Git LFS stands for: from the checkout's own store where it was fetched before, else by the batch
 * interface of the repository's server (github.com/git-lfs/git-lfs, docs/api/batch.md). Either way the bytes have the
 * pointer's sha256, or there is an error.
 */
import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { HttpClient } from '@actions/http-client';
import { sha256Of, type FetchLfs } from './commit-compare.js';
import type { LfsPointer } from './commit.js';

const MEDIA = 'application/vnd.git-lfs+json';
/** No byte for this long, and the other side is taken for gone. */
const SILENCE_MS = 20_000;

export interface LfsOrigin {
  /** Such as `https://github.com`. */
  readonly server: string;
  readonly owner: string;
  readonly repo: string;
  /** Empty: none is sent. */
  readonly token: string;
  /** The checkout's `.git` folder, of a worktree the one that it shares; undefined where there is none. */
  readonly gitFolder: string | undefined;
}

export function lfsFetcher(origin: LfsOrigin): FetchLfs {
  return async (pointer, path) => {
    const { sha256, bytes } = pointer;
    const stored = origin.gitFolder === undefined ? '' : join(origin.gitFolder, 'lfs/objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    if (stored !== '' && existsSync(stored)) await copyFile(stored, path);
    else await download(origin, pointer, path);
    if ((await stat(path)).size === bytes && await sha256Of(path) === sha256) return;
    await rm(path);
    throw new Error(`Git LFS gave something else than ${sha256}`);
  };
}

async function download(origin: LfsOrigin, { sha256, bytes }: LfsPointer, path: string): Promise<void> {
  const { href, header } = await addressOf(origin, sha256, bytes);
  const response = await client().get(href, header);
  if (response.message.statusCode !== 200) throw new Error(`Git LFS answered with status ${response.message.statusCode ?? 0}`);
  await pipeline(response.message, createWriteStream(path, { flags: 'wx' }));
}

interface Action { readonly href: string; readonly header: Record<string, string> }
interface Answer { objects?: { oid?: string; actions?: { download?: Partial<Action> }; error?: { message?: string } }[] }

async function addressOf({ server, owner, repo, token }: LfsOrigin, oid: string, size: number): Promise<Action> {
  const auth = token === '' ? {} : { authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}` };
  const response = await client().post(
    `${server}/${owner}/${repo}.git/info/lfs/objects/batch`,
    JSON.stringify({ operation: 'download', transfers: ['basic'], objects: [{ oid, size }] }),
    { 'accept': MEDIA, 'content-type': MEDIA, ...auth },
  );
  const body = (await buffer(response.message)).toString('utf8');
  if (response.message.statusCode !== 200) throw new Error(`Git LFS answered with status ${response.message.statusCode ?? 0}`);
  const found = (JSON.parse(body) as Answer).objects?.find((object) => object.oid === oid);
  const { href, header = {} } = found?.actions?.download ?? {};
  if (href === undefined) throw new Error(`Git LFS does not have ${oid}${found?.error?.message === undefined ? '' : `: ${found.error.message}`}`);
  return { href, header };
}

/** Goes through the runner's proxy where it has one. */
function client(): HttpClient {
  return new HttpClient('prune-gate', [], { socketTimeout: SILENCE_MS, keepAlive: false });
}
