/**
 * A loopback server that stands for what a runner finds at ACTIONS_RESULTS_URL: the cache service (version 2), the artifact
 * service (version 4), and the blob store behind their signed addresses (Azure's Put Blob, Put Block, Put Block List, Get).
 * Scopes are kept as GitHub documents them: an entry is saved under the run's own ref and found under that ref first, then
 * under the default branch.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  bytes: Buffer;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly expiresAt: string | undefined;
  bytes: Buffer;
}

type Json = Record<string, unknown>;
/** What goes wrong with a request to this path. */
export type ServiceFault = { readonly status: number } | 'reset' | 'half' | 'silence';

/** Claims as the runner's token has them: where artifacts find their run. */
export const RUNTIME_TOKEN = ['{"alg":"none"}', JSON.stringify({ scp: 'Actions.Results:run-backend:job-backend' }), 'x']
  .map((part) => Buffer.from(part).toString('base64url')).join('.');

export class ActionsService {
  readonly entries: CacheEntry[] = [];
  readonly artifacts: Artifact[] = [];
  /** Paths asked for, in order. */
  readonly seen: string[] = [];
  ref = 'refs/heads/main';
  defaultRef = 'refs/heads/main';
  /** A cache that may not be written, as on forks. */
  readOnly = false;
  /** The key that an answer names; another service, or a damaged one, might name another. */
  matchedKey: (key: string) => string = (key) => key;
  fault: (path: string) => ServiceFault | undefined = () => undefined;
  /** What runners are told; `loopback` is where it listens. */
  url = '';
  loopback = '';
  private readonly blobs = new Map<string, { bytes: Buffer; blocks: Map<string, Buffer> }>();
  private readonly pending = new Map<string, string>();
  private readonly expiries = new Map<string, string>();
  private readonly server: Server = createServer((request, response) => {
    void this.serve(request, response).catch(() => response.destroy());
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.url = this.loopback = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  /** The variables that a runner sets. */
  env(): Record<string, string> {
    return { ACTIONS_RESULTS_URL: `${this.url}/`, ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN, ACTIONS_CACHE_SERVICE_V2: 'true', PRUNE_GATE_SECOND_MS: '5' };
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '', this.url);
    const body = await bytesOf(incoming);
    this.seen.push(url.pathname);
    const fault = this.fault(url.pathname);
    if (fault === 'reset') return void incoming.socket.destroy();
    if (fault === 'silence') return;
    if (typeof fault === 'object') return void response.writeHead(fault.status).end('{"code":"unavailable","msg":"fault"}');
    if (url.pathname.startsWith('/blob/')) return this.blob(incoming, url, body, response, fault === 'half');
    if (incoming.headers.authorization !== `Bearer ${RUNTIME_TOKEN}`) return void response.writeHead(401).end('{}');
    const method = url.pathname.split('/').slice(-2).join('/').replace(/^.*\.v1\./u, '');
    const [status, answer] = this.call(method, JSON.parse(body.toString('utf8')) as Json);
    const text = JSON.stringify(answer);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
    if (fault === 'half') response.write(text.slice(0, text.length / 2), () => response.destroy());
    else response.end(text);
  }

  private call(method: string, message: Json): readonly [number, Json] {
    switch (method) {
      case 'CacheService/CreateCacheEntry': return this.reserve(String(message.key), String(message.version));
      case 'CacheService/FinalizeCacheEntryUpload': return this.finalize(String(message.key), String(message.version), Number(message.size_bytes));
      case 'CacheService/GetCacheEntryDownloadURL': return this.lookUp(String(message.key), String(message.version));
      case 'ArtifactService/CreateArtifact': return this.createArtifact(String(message.name), message.expires_at ?? message.expiresAt);
      case 'ArtifactService/FinalizeArtifact': return this.finalizeArtifact(message);
      case 'ArtifactService/ListArtifacts': return this.listArtifacts(message);
      case 'ArtifactService/GetSignedArtifactURL': return [200, { signedUrl: this.signed(this.artifactNamed(String(message.name))?.bytes ?? Buffer.alloc(0)) }];
      case 'ArtifactService/DeleteArtifact': return this.deleteArtifact(String(message.name));
      default: return [404, { code: 'bad_route', msg: method }];
    }
  }

  private reserve(key: string, version: string): readonly [number, Json] {
    if (this.readOnly) return [403, { code: 'permission_denied', msg: 'cache write denied: read-only token' }];
    if (this.entries.some((entry) => entry.key === key && entry.version === version && entry.ref === this.ref)) {
      return [409, { code: 'already_exists', msg: 'cache entry with the same key, version, and scope already exists' }];
    }
    const address = this.signed(Buffer.alloc(0));
    this.pending.set(`${key} ${version}`, address);
    return [200, { ok: true, signed_upload_url: address }];
  }

  private finalize(key: string, version: string, size: number): readonly [number, Json] {
    const bytes = this.stored(this.pending.get(`${key} ${version}`) ?? '');
    if (bytes?.length !== size) return [400, { code: 'invalid_argument', msg: `${bytes?.length ?? 0} bytes were uploaded, not ${size}` }];
    this.entries.push({ key, version, ref: this.ref, bytes });
    return [200, { ok: true, entry_id: String(this.entries.length) }];
  }

  private lookUp(key: string, version: string): readonly [number, Json] {
    const found = [this.ref, this.defaultRef].flatMap((ref) => this.entries.filter((entry) => entry.key === key && entry.version === version && entry.ref === ref))[0];
    return [200, found === undefined ? { ok: false } : { ok: true, signed_download_url: this.signed(found.bytes), matched_key: this.matchedKey(found.key) }];
  }

  private createArtifact(name: string, expires: unknown): readonly [number, Json] {
    if (this.artifactNamed(name) !== undefined) return [409, { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' }];
    const address = this.signed(Buffer.alloc(0));
    this.pending.set(`artifact ${name}`, address);
    if (typeof expires === 'string') this.expiries.set(name, expires);
    return [200, { ok: true, signed_upload_url: address }];
  }

  private finalizeArtifact({ name, size }: Json): readonly [number, Json] {
    const bytes = this.stored(this.pending.get(`artifact ${String(name)}`) ?? '') ?? Buffer.alloc(0);
    if (bytes.length !== Number(size)) return [400, { code: 'invalid_argument', msg: 'another size was uploaded' }];
    const artifact = { id: 500 + this.artifacts.length, name: String(name), expiresAt: this.expiries.get(String(name)), bytes };
    this.artifacts.push(artifact);
    return [200, { ok: true, artifact_id: String(artifact.id) }];
  }

  private listArtifacts({ nameFilter, idFilter, name_filter, id_filter }: Json): readonly [number, Json] {
    const name = nameFilter ?? name_filter;
    const id = idFilter ?? id_filter;
    const found = this.artifacts.filter((one) => (name === undefined || one.name === name) && (id === undefined || one.id === Number(id)));
    return [200, {
      artifacts: found.map((one) => ({
        workflow_run_backend_id: 'run-backend', workflow_job_run_backend_id: 'job-backend', database_id: String(one.id), name: one.name, size: String(one.bytes.length),
      })),
    }];
  }

  private deleteArtifact(name: string): readonly [number, Json] {
    const at = this.artifacts.findIndex((one) => one.name === name);
    if (at < 0) return [404, { code: 'not_found', msg: name }];
    const [gone] = this.artifacts.splice(at, 1);
    return [200, { ok: true, artifact_id: String(gone?.id ?? 0) }];
  }

  private artifactNamed(name: string): Artifact | undefined {
    return this.artifacts.find((one) => one.name === name);
  }

  private signed(bytes: Buffer): string {
    const id = randomUUID();
    this.blobs.set(id, { bytes, blocks: new Map() });
    return `${this.url}/blob/container/${id}?sig=signature`;
  }

  private stored(address: string): Buffer | undefined {
    return address === '' ? undefined : this.blobs.get(new URL(address).pathname.split('/').pop() ?? '')?.bytes;
  }

  private blob(incoming: IncomingMessage, url: URL, body: Buffer, response: ServerResponse, half: boolean): void {
    const blob = this.blobs.get(url.pathname.split('/').pop() ?? '');
    if (blob === undefined || url.searchParams.get('sig') !== 'signature') return void response.writeHead(403).end();
    if (incoming.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/zip', 'content-length': blob.bytes.length });
      if (half) response.write(blob.bytes.subarray(0, blob.bytes.length / 2), () => response.destroy());
      else response.end(blob.bytes);
      return;
    }
    const block = url.searchParams.get('blockid');
    if (block !== null) blob.blocks.set(block, body);
    else if (url.searchParams.get('comp') === 'blocklist') {
      blob.bytes = Buffer.concat([...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</gu)].map((match) => blob.blocks.get(match[1] ?? '') ?? Buffer.alloc(0)));
    } else {
      // Azure refuses a Put Blob without its type or its length.
      if (incoming.headers['x-ms-blob-type'] !== 'BlockBlob' || incoming.headers['content-length'] === undefined) return void response.writeHead(400).end();
      blob.bytes = body;
    }
    response.writeHead(201).end();
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
