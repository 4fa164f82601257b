/**
 * One file out of an artifact of another run, which may be a stranger's: bytes to be held against a schema, and nothing else.
 * Not `@actions/artifact`, which unpacks all that is in it: here the archive stays in memory, and of its members one is read,
 * by its exact name and up to a size.
 */
import { HttpClient } from '@actions/http-client';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { messageOf } from '../errors.js';
import { plain } from '../report/escape.js';
import type { Client } from './client.js';

/** A report packs to a tenth of its size. */
const MOST_ARCHIVE_BYTES = 8 * 2 ** 20;
const MOST_MEMBERS = 100;
/** No byte for this long, and the other side is taken for gone. */
const SILENCE_MS = 20_000;
/** All of it. */
const WITHIN_MS = 120_000;
const ATTEMPTS = 3;

export interface ForeignFile {
  readonly owner: string;
  readonly repo: string;
  readonly runId: number;
  readonly artifact: string;
  /** Name of the member. */
  readonly file: string;
  readonly mostBytes: number;
}

/** What the artifact holds is not what it should be: nothing that a second attempt would change. */
export class UnfitArtifact extends Error {}

/** The file's bytes, of the newest artifact of that name; undefined where the run left none. Throws `UnfitArtifact`, and whatever GitHub fails with. */
export async function fetchForeignFile(client: Client, { owner, repo, runId, artifact, file, mostBytes }: ForeignFile, secondMs: number): Promise<Buffer | undefined> {
  const { data } = await client.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId, name: artifact, per_page: 100 });
  const [newest] = data.artifacts.filter(({ name, expired }) => name === artifact && !expired).sort((left, right) => right.id - left.id);
  if (newest === undefined) return undefined;
  if (newest.size_in_bytes > MOST_ARCHIVE_BYTES) throw new UnfitArtifact(tooLarge(newest.size_in_bytes));
  const { headers } = await client.rest.actions.downloadArtifact({ owner, repo, artifact_id: newest.id, archive_format: 'zip', request: { redirect: 'manual' } });
  if (headers.location === undefined) throw new Error('GitHub did not say where the artifact is');
  const archive = await patiently(() => download(headers.location ?? ''), secondMs);
  return member(archive, file, mostBytes);
}

/** The address is signed, and not GitHub's own: the token stays here. */
async function download(address: string): Promise<Buffer> {
  const { message } = await new HttpClient('prune-gate', [], { socketTimeout: SILENCE_MS, allowRedirects: false, keepAlive: false }).get(address);
  const timer = setTimeout(() => { message.destroy(new Error('the artifact did not arrive in time')); }, WITHIN_MS);
  try {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_ARCHIVE_BYTES) throw new UnfitArtifact(tooLarge(bytes));
      chunks.push(chunk);
    }
    const status = message.statusCode ?? 0;
    if (status !== 200) throw new Error(`the artifact store answered with status ${status}`);
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
    message.destroy();
  }
}

async function patiently<T>(act: () => Promise<T>, secondMs: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (thrown) {
      if (thrown instanceof UnfitArtifact || attempt === ATTEMPTS) throw thrown;
      await new Promise((resolve) => { setTimeout(resolve, attempt * secondMs); });
    }
  }
}

/** yauzl holds a member to the size that it claims, and the checksum of a zip is no proof of anything. */
async function member(archive: Buffer, file: string, mostBytes: number): Promise<Buffer> {
  try {
    const zip = await fromBufferPromise(archive, { autoClose: false });
    let members = 0;
    for await (const entry of zip.eachEntry()) {
      members += 1;
      if (members > MOST_MEMBERS) throw new Error(`more than ${MOST_MEMBERS} members`);
      if (entry.fileName === file) return await contentOf(zip, entry, mostBytes);
    }
    throw new Error(`it holds no ${file}`);
  } catch (thrown) {
    throw new UnfitArtifact(`the artifact cannot be read: ${plain(messageOf(thrown), 200)}`, { cause: thrown });
  }
}

async function contentOf(zip: ZipFile, entry: Entry, mostBytes: number): Promise<Buffer> {
  if (entry.uncompressedSize > mostBytes) throw new Error(`${entry.fileName} has ${entry.uncompressedSize} bytes, and ${mostBytes} is the most that is read`);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const tooLarge = (bytes: number): string => `the artifact has ${bytes} bytes or more, and ${MOST_ARCHIVE_BYTES} is the most that is read`;
