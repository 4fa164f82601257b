/**
 * A loopback server that stands for GitHub's API: comments of issues, and GraphQL's viewer. Every request is judged by
 * GitHub's own description of the API, and so is every answer; faults are put in on purpose.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect } from 'vitest';
import { judgeAnswer, judgeRequest, type Request } from './openapi.js';
import { answerCheckRuns, type CheckRun } from './stand-in-checks.js';
import { answerGit, type Files } from './stand-in-git.js';
import { answerRuns, pullAsGitHub, type PullRequest, type RunArtifact } from './stand-in-runs.js';

export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
  /** Folded away as outdated. */
  hidden?: boolean;
  /** What it said, oldest first; empty before the first edit. */
  edits?: string[];
}

/** What goes wrong with one request; `lost` and `half` do the work and then withhold the answer. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly message?: string; readonly headers?: Record<string, string>; readonly body?: unknown }
  | { readonly kind: 'reset' | 'lost' | 'half' | 'silence' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface Seen extends Request {
  readonly authorization: string;
}

/** A fresh one for each test of a file. Whatever a test is about: GitHub's description allows all that was sent. */
export function withStandIn(use: (github: GitHubStandIn, apiUrl: string) => void): void {
  let github: GitHubStandIn;
  beforeEach(async () => {
    github = new GitHubStandIn();
    use(github, await github.start());
  });
  afterEach(async () => {
    await github.stop();
    expect(github.complaints).toEqual([]);
  });
}

const EDITS = 'query($id: ID!) { node(id: $id) { ... on IssueComment { userContentEdits(first: 20) { nodes { diff editor { login } } } } } }';

type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>];

export class GitHubStandIn {
  readonly comments: Comment[] = [];
  readonly seen: Seen[] = [];
  readonly checkRuns: CheckRun[] = [];
  /** What other runs left. */
  artifacts: readonly RunArtifact[] = [];
  pullRequests: readonly PullRequest[] = [];
  /** Name to head. */
  branches: ReadonlyMap<string, string> = new Map();
  /** Entries of the repository's cache, as its list tells them. */
  caches: readonly { readonly key: string; readonly ref: string; readonly version: string }[] = [];
  /** Files of the base commit, and of any other that is asked for. */
  files: Files = new Map();
  /** Head of the pull request; empty, it is not told. */
  head = '';
  /** Labels of the pull request. */
  labels: readonly string[] = [];
  /** What GitHub's description has against requests or answers. */
  readonly complaints: string[] = [];
  /** Where Enterprise Server has its API; empty on GitHub. */
  prefix = '';
  /** Login that the token belongs to. */
  login = 'github-actions[bot]';
  /** A token of a pull request from a fork. */
  readOnly = false;
  /** Decides for each request whether something goes wrong. */
  fault: (request: Seen) => Fault | undefined = () => undefined;
  /** Called after each change; another run may interfere here. */
  onWrite: () => void = () => undefined;
  private origin = '';
  private nextId = 1000;
  private readonly server: Server = createServer((request, response) => {
    this.serve(request, response).catch((thrown: unknown) => {
      this.complaints.push(`the stand-in failed: ${String(thrown)}`);
      response.destroy();
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.origin;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  add(author: string, body: string): Comment {
    const comment = { id: this.nextId, author, body };
    this.nextId += 1;
    this.comments.push(comment);
    return comment;
  }

  /** Method and path of what was asked, without the query. */
  calls(): string[] {
    return this.seen.map(({ method, url }) => `${method} ${url.split('?')[0] ?? ''}`);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(incoming);
    const request: Seen = {
      method: incoming.method ?? '', url: this.withoutPrefix(incoming.url ?? ''), body: text === '' ? undefined : JSON.parse(text),
      authorization: incoming.headers.authorization ?? '',
    };
    this.seen.push(request);
    const fault = this.fault(request);
    if (fault?.kind === 'reset') return void incoming.socket.destroy();
    if (fault?.kind === 'silence') return;
    if (fault === undefined && request.url.startsWith('/blob/')) return this.blob(request.url, response);
    if (fault?.kind === 'status') return send(response, fault.status, fault.body ?? { message: fault.message ?? 'fault' }, fault.headers);
    const [status, body, headers] = request.url === '/graphql' ? this.graphql(request) : this.rest(request);
    if (fault?.kind === 'lost') return void incoming.socket.destroy();
    if (fault?.kind === 'half') return sendHalf(response, status, body);
    if (fault?.kind === 'slow') await new Promise((resolve) => { setTimeout(resolve, fault.milliseconds); });
    send(response, status, body, headers);
  }

  /** `/api/v3/...` and `/api/graphql` there. */
  private withoutPrefix(url: string): string {
    if (this.prefix === '') return url;
    if (url === '/api/graphql') return '/graphql';
    if (!url.startsWith(this.prefix)) this.complaints.push(`${url} is not below ${this.prefix}`);
    return url.slice(this.prefix.length);
  }

  /** The store of artifacts, at an address that is its own credential. */
  private blob(url: string, response: ServerResponse): void {
    const [, id = ''] = /^\/blob\/(\d+)\?sig=signature$/u.exec(url) ?? [];
    const found = this.artifacts.find((one) => one.id === Number(id));
    response.writeHead(found === undefined ? 403 : 200, { 'content-type': 'application/zip' }).end(found?.bytes);
  }

  private graphql(request: Seen): Answer {
    const { query, variables } = request.body as { query: string; variables?: { id?: string } };
    if (/^mutation\(\$id: ID!\) \{ minimizeComment\(input: \{ subjectId: \$id, classifier: OUTDATED \}\)/u.test(query)) return this.minimize(variables?.id ?? '');
    if (query === EDITS) return this.editsOf(variables?.id ?? '');
    if (query.replaceAll(/\s/gu, '') !== 'query{viewer{login}}') this.complaints.push(`GraphQL: ${query}`);
    return [200, { data: { viewer: { login: this.login } } }];
  }

  private minimize(node: string): Answer {
    const comment = this.comments.find(({ id }) => node === `IC_${id}`);
    if (comment === undefined) return [200, { data: { minimizeComment: null }, errors: [{ type: 'NOT_FOUND', path: ['minimizeComment'], message: `Could not resolve to a node with the global id of '${node}'` }] }];
    comment.hidden = true;
    return [200, { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } }];
  }

  /** Newest first, whole, and without the suffix of a bot, as GitHub has it. */
  private editsOf(node: string): Answer {
    const comment = this.comments.find(({ id }) => node === `IC_${id}`);
    const nodes = [...comment?.edits ?? []].reverse().map((diff) => ({ diff, editor: { login: this.login.replace('[bot]', '') } }));
    return [200, { data: { node: comment === undefined ? null : { userContentEdits: { nodes } } } }];
  }

  private rest(request: Seen): Answer {
    this.complaints.push(...judgeRequest(request));
    const answer = this.answer(request);
    // GitHub's description leaves out that a comment may be gone.
    if (answer[0] !== 404) this.complaints.push(...judgeAnswer(request, answer[0], answer[1]));
    return answer;
  }

  private answer({ method, url, body }: Seen): Answer {
    const { pathname, searchParams } = new URL(url, 'http://stand-in');
    const [, owner, repo, number] = /^\/repos\/([^/]+)\/([^/]+)\/issues\/(\d+)\/comments$/u.exec(pathname) ?? [];
    const id = Number(/\/issues\/comments\/(\d+)$/u.exec(pathname)?.[1]);
    const checks = answerCheckRuns(this.checkRuns, { method, url, body, authorization: '' });
    if (checks !== undefined) return checks;
    if (this.head !== '' && /\/pulls\/\d+$/u.test(pathname)) return [200, pullAsGitHub({ number: 7, headSha: this.head, head: 'o:change', headRepository: 'o/r' })];
    const objects = answerGit(this.files, method, pathname);
    if (objects !== undefined) return objects;
    if (/\/issues\/\d+\/labels$/u.test(pathname)) return [200, this.labels.map(labelOf)];
    const commit = /\/commits\/([0-9a-f]{40})\/branches-where-head$/u.exec(pathname)?.[1];
    if (commit !== undefined) return [200, [...this.branches].filter(([, head]) => head === commit).map(([name]) => ({ name, commit: { sha: commit, url: `https://api.github.com/repos/o/r/commits/${commit}` }, protected: false }))];
    const runs = answerRuns(this.artifacts, this.pullRequests, url, this.origin);
    if (runs !== undefined) return runs;
    if (/\/actions\/caches$/u.test(pathname)) return [200, this.cacheList(searchParams.get('key') ?? '')];
    if (method !== 'GET' && this.readOnly) return [403, { message: 'Resource not accessible by integration' }];
    const text = (body as { body?: string } | undefined)?.body ?? '';
    if (text.length > 65_536) return [422, { message: 'Body is too long (maximum is 65536 characters)' }];
    if (number !== undefined && method === 'GET') return [200, this.page(searchParams, `${owner ?? ''}/${repo ?? ''}`)];
    if (number !== undefined && method === 'POST') return [201, this.changed(this.add(this.login, text))];
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return [404, { message: 'Not Found' }];
    if (method === 'GET') return [200, asGitHub(comment, 'o/r')];
    if (method === 'PATCH') {
      comment.edits = [...comment.edits ?? [comment.body], text];
      comment.body = text;
      return [200, this.changed(comment)];
    }
    this.comments.splice(this.comments.indexOf(comment), 1);
    this.onWrite();
    return [204, undefined];
  }

  private cacheList(prefix: string): unknown {
    const found = this.caches.filter(({ key }) => key.startsWith(prefix));
    const time = '2026-11-24T12:00:00Z';
    const entries = found.map(({ key, ref, version }, i) => ({ id: i + 1, ref, key, version, last_accessed_at: time, created_at: time, size_in_bytes: 1 }));
    return { total_count: entries.length, actions_caches: entries };
  }

  private changed(comment: Comment): unknown {
    const answer = asGitHub(comment, 'o/r');
    this.onWrite();
    return answer;
  }

  private page(query: URLSearchParams, repository: string): unknown[] {
    const size = Number(query.get('per_page') ?? 30);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return this.comments.slice(start, start + size).map((comment) => asGitHub(comment, repository));
  }
}

function asGitHub({ id, author, body }: Comment, repository: string): unknown {
  const url = `https://api.github.com/repos/${repository}`;
  const time = '2026-11-24T12:00:00Z';
  return {
    id, node_id: `IC_${id}`, body, url: `${url}/issues/comments/${id}`, issue_url: `${url}/issues/1`,
    html_url: `https://github.com/${repository}/pull/1#issuecomment-${id}`,
    created_at: time, updated_at: time, author_association: 'NONE', user: userOf(author),
  };
}

function labelOf(name: string, index: number): unknown {
  return { id: index + 1, node_id: `LA_${String(index)}`, url: 'https://api.github.com/repos/o/r/labels/x', name, description: null, color: 'ededed', default: false };
}

function userOf(login: string): Record<string, unknown> {
  const url = `https://api.github.com/users/${login}`;
  const addresses = [
    'url', 'html_url', 'followers_url', 'following_url', 'gists_url', 'starred_url', 'subscriptions_url', 'organizations_url',
    'repos_url', 'events_url', 'received_events_url', 'avatar_url',
  ];
  return {
    login, id: 1, node_id: 'U_1', gravatar_id: null, site_admin: false, type: login.endsWith('[bot]') ? 'Bot' : 'User',
    ...Object.fromEntries(addresses.map((name) => [name, url])),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function sendHalf(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body ?? {});
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': String(text.length) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
}
