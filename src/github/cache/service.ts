/**
 * The cache service of GitHub Actions, version 2: three calls of `github.actions.results.api.v1.CacheService` (Twirp over
 * JSON), and signed addresses of a blob store to write to and to read from.
 *
 * Not `@actions/cache`: it unpacks what it finds with `tar -P`, which writes wherever the archive says, before anyone can
 * look at it, and a pull request may put an archive of its own under our key into its scope. Here the bytes go to one
 * file, and archive.ts decides what becomes of them.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { messageOf } from '../../errors.js';

const SERVICE = 'twirp/github.actions.results.api.v1.CacheService';
const SILENCE_MS = 20_000;
const ATTEMPTS = 3;
/** What one blob may be written with in one request; GitHub itself keeps 10 GB a repository. */
const MOST_BYTES = 4 * 2 ** 30;

export interface CacheService {
  readonly url: string;
  readonly token: string;
  /** Milliseconds that a second of waiting between attempts takes; tests wait less. */
  readonly secondMs: number;
  /** No byte for this long, and the other side is taken for gone. */
  readonly silenceMs: number;
}

/** The service of this runner, or why there is none to use. */
export function cacheService(env: NodeJS.ProcessEnv): CacheService | string {
  const url = env.ACTIONS_RESULTS_URL ?? '';
  const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
  if (url === '' || token === '') return 'this runner offers no cache service';
  // Set where version 2 is there; Enterprise Server has version 1, whose entries name no blob store.
  if ((env.ACTIONS_CACHE_SERVICE_V2 ?? '') === '') return 'this runner has version 1 of the cache service, and version 2 is needed';
  return { url, token, secondMs: Number(env.PRUNE_GATE_SECOND_MS ?? 1000), silenceMs: Number(env.PRUNE_GATE_ANSWER_MS ?? SILENCE_MS) };
}

/** Fetches the entry into `path`. False where there is none under exactly this key; throws where the service fails. */
export async function fetchEntry(service: CacheService, key: string, version: string, path: string): Promise<boolean> {
  const answer = await call(service, 'GetCacheEntryDownloadURL', { key, restore_keys: [], version });
  const address = text(answer, 'signed_download_url');
  if (answer.ok !== true || address === '') return false;
  const matched = text(answer, 'matched_key');
  if (matched !== key) throw new Error('the cache service answered with an entry of another key');
  await patiently(service, async () => {
    const response = await client(service).get(address);
    await refuseFailure(response, 'reading the entry');
    await pipeline(response.message, atMost(MOST_BYTES), createWriteStream(path));
    const said = Number(response.message.headers['content-length'] ?? Number.NaN);
    const got = (await stat(path)).size;
    if (Number.isFinite(said) && said !== got) throw new Error(`the entry broke off after ${got} of ${said} bytes`);
  });
  return true;
}

/** Stores `path` under the key. False where the key is taken already: entries are never replaced. */
export async function storeEntry(service: CacheService, key: string, version: string, path: string): Promise<boolean> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Error(`the entry has ${size} bytes, and ${MOST_BYTES} is the most that is stored`);
  const reserved = await call(service, 'CreateCacheEntry', { key, version });
  const address = text(reserved, 'signed_upload_url');
  if (reserved.ok !== true || address === '') return false;
  await patiently(service, async () => {
    const headers = { 'content-length': String(size), 'content-type': 'application/octet-stream', 'x-ms-blob-type': 'BlockBlob', 'x-ms-version': '2025-01-05' };
    const response = await client(service).sendStream('PUT', address, createReadStream(path), headers);
    await refuseFailure(response, 'writing the entry');
    await bodyOf(response);
  });
  const finished = await call(service, 'FinalizeCacheEntryUpload', { key, version, size_bytes: String(size) });
  if (finished.ok !== true) throw new Error('the cache service did not confirm the entry');
  return true;
}

type Message = Readonly<Record<string, unknown>>;

/** One call, as JSON. A key that is taken and a key that is not there are answers (`ok: false`), not failures. */
async function call(service: CacheService, method: string, message: Message): Promise<Message> {
  return patiently(service, async () => {
    const response = await client(service).post(new URL(`${SERVICE}/${method}`, withSlash(service.url)).href, JSON.stringify(message), {
      'content-type': 'application/json', 'authorization': `Bearer ${service.token}`,
    });
    const status = response.message.statusCode ?? 0;
    const body = await bodyOf(response);
    if (status === 404 || status === 409) return { ok: false };
    if (status < 200 || status > 299) throw new ServiceError(`${method}: the cache service answered with status ${status}`, status);
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new Error(`${method}: the cache service did not answer with an object`);
    return answer as Message;
  });
}

/** Not the client's own `readBody`, which waits without end for the rest of an answer that broke off. */
async function bodyOf(response: HttpClientResponse): Promise<string> {
  return (await buffer(response.message)).toString('utf8');
}

class ServiceError extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
  }
}

async function refuseFailure(response: HttpClientResponse, what: string): Promise<void> {
  const status = response.message.statusCode ?? 0;
  if (status >= 200 && status < 300) return;
  await bodyOf(response);
  throw new ServiceError(`${what}: the blob store answered with status ${status}`, status);
}

/** Services that said nothing at all: a job that asks for several entries would wait a minute for each. */
const silent = new Set<string>();
/** What the client throws where the socket was silent. */
const SILENCE = /^Request timeout/u;

/** Again after a failure of the network or of the server, not after a refusal. */
async function patiently<T>({ url, secondMs }: CacheService, act: () => Promise<T>): Promise<T> {
  if (silent.has(url)) throw new Error('the service did not answer before, and is not asked again');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (thrown) {
      const refused = thrown instanceof ServiceError && thrown.status < 500;
      if (attempt === ATTEMPTS && SILENCE.test(messageOf(thrown))) silent.add(url);
      if (refused || attempt === ATTEMPTS) throw thrown instanceof Error ? thrown : new Error(messageOf(thrown));
      await new Promise((resolve) => { setTimeout(resolve, attempt * secondMs); });
    }
  }
}

/** Goes through the runner's proxy where it has one. */
function client({ silenceMs }: CacheService): HttpClient {
  return new HttpClient('prune-gate', [], { socketTimeout: silenceMs, keepAlive: false });
}

function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > limit) callback(new Error(`the entry has more than ${limit} bytes`));
      else callback(null, chunk);
    },
  });
}

/** Protobuf's JSON may be written with either spelling. */
function text(message: Message, name: string): string {
  const value = message[name] ?? message[name.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())];
  return typeof value === 'string' ? value : '';
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
