/**
 * The comment at the wire: each request is written down beside its answer, in order, and no other may be made.
 * comment.test.ts runs the same code against a server that behaves as GitHub does; here are the answers that it does not give.
 */
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { publish } from '../../src/action/publish.js';
import { readInputs } from '../../src/action/inputs.js';
import { createClient } from '../../src/github/client.js';
import { upsertComment, type CommentOutcome } from '../../src/github/comment.js';
import type { RunEvent } from '../../src/github/event.js';
import { ownerKey, withMarker } from '../../src/github/marker.js';
import { COMMENT_BYTES, renderMarkdown } from '../../src/report/markdown.js';
import { REPORTS } from '../report/fixtures.js';

const API = 'https://api.github.test';
const OURS = 'github-actions[bot]';
const HEAD = 'a'.repeat(40);
const LIST = '/repos/o/r/issues/7/comments';
/** GitHub counts characters; bytes are never fewer. */
const MOST_BYTES = 65_536;

let github: nock.Scope;
let unexpected: string[];
const complain = (request: Request): void => { unexpected.push(`${request.method} ${request.url}`); };

beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.emitter.on('no match', complain);
});
afterAll(() => {
  nock.emitter.off('no match', complain);
  nock.enableNetConnect();
  nock.restore();
});
beforeEach(() => {
  unexpected = [];
  github = nock(API, { reqheaders: { authorization: 'token ghs_token' } });
  github.get('/repos/o/r/pulls/7').times(9).optionally().reply(200, { head: { sha: HEAD } });
});
afterEach(() => {
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect({ unused, unexpected }).toEqual({ unused: [], unexpected: [] });
});

const event = (id: number, attempt = 1): RunEvent => ({
  kind: 'pull_request', owner: 'o', repo: 'r', baseSha: null, headSha: HEAD, pullRequest: 7, fork: false,
  run: { id, attempt }, runUrl: `https://github.test/o/r/actions/runs/${id}`,
});

/** Seconds of waiting take milliseconds here. */
const comment = (run: RunEvent, text: string, paced = false): Promise<CommentOutcome> =>
  upsertComment(createClient({ token: 'ghs_token', apiUrl: API, secondMs: 5, paced }), run, 7, 'default', { mode: 'update', write: () => text });

const marked = (run: number, text: string): string => withMarker('default', { id: run, attempt: 1 }, text);
const urlOf = (id: number): string => `https://github.test/o/r/pull/7#issuecomment-${id}`;
const made = (id: number, body: string, login: string | null = OURS): Record<string, unknown> =>
  ({ id, node_id: `IC_${id}`, html_url: urlOf(id), user: login === null ? null : { login }, body });

/** `GET` of one page with these comments. */
function lists(comments: readonly unknown[], page = 1, headers: Record<string, string> = {}): void {
  github.get(LIST).query({ per_page: '100', page: String(page) }).reply(200, [...comments] as object[], headers);
}

const creates = (body: string): nock.Interceptor => github.post(LIST, { body });
const updates = (id: number, body: string): nock.Interceptor => github.patch(`/repos/o/r/issues/comments/${id}`, { body });
const deletes = (id: number): nock.Interceptor => github.delete(`/repos/o/r/issues/comments/${id}`);
const asksWho = (login = OURS): void => { github.post('/graphql', /viewer/u).reply(200, { data: { viewer: { login } } }); };
/** What a comment said, newest first; `editor` as GraphQL has it. */
function asksEdits(id: number, bodies: readonly string[], editor: string | null = 'github-actions'): void {
  const nodes = bodies.map((diff) => ({ diff, editor: editor === null ? null : { login: editor } }));
  // Asked of every request.
  github.post('/graphql', (body?: { query?: string; variables?: { id?: string } }) => body?.query?.includes('userContentEdits(first: 20)') === true && body.variables?.id === `IC_${id}`)
    .reply(200, { data: { node: { userContentEdits: { nodes } } } });
}
const failsToList = (times: number, status: number, message: string, headers: Record<string, string> = {}): void => {
  github.get(LIST).query(true).times(times).reply(status, { message }, headers);
};
const reset = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

describe('which comment', () => {
  it('is created where there is none, and read again', async () => {
    lists([made(1, 'Nice work', 'someone'), made(2, 'from a user who is gone', null)]);
    creates(marked(3, 'text')).reply(201, made(9, marked(3, 'text')));
    lists([made(1, 'Nice work', 'someone'), made(9, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'created', url: urlOf(9) });
  });

  it('is updated where it is ours', async () => {
    lists([made(5, marked(1, 'old'))]);
    asksWho();
    updates(5, marked(3, 'text')).reply(200, made(5, marked(3, 'text')));
    asksEdits(5, [marked(3, 'text'), marked(1, 'old')]);
    lists([made(5, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(5) });
  });

  it.each([['someone else', 'mallory'], ['a user who is gone', null]])('is not one with our marker by %s', async (_who, login) => {
    lists([made(5, marked(9, 'PASS'), login)]);
    asksWho();
    creates(marked(3, 'text')).reply(201, made(6, marked(3, 'text')));
    lists([made(5, marked(9, 'PASS'), login), made(6, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'created', url: urlOf(6) });
  });

  it('is found by Link on the last of several pages, short ones among them', async () => {
    const link = (page: number): Record<string, string> =>
      ({ link: `<${API}${LIST}?per_page=100&page=${page}>; rel="next", <${API}${LIST}?per_page=100&page=3>; rel="last"` });
    const last = { link: `<${API}${LIST}?per_page=100&page=1>; rel="first"` };
    const pages = (body: string): void => {
      lists(Array.from({ length: 100 }, (_, index) => made(index + 1, 'talk', 'someone')), 1, link(2));
      lists([made(101, 'what is hidden is left out', 'someone')], 2, link(3));
      lists([made(201, body)], 3, last);
    };
    pages(marked(1, 'old'));
    asksWho();
    updates(201, marked(3, 'text')).reply(200, made(201, marked(3, 'text')));
    asksEdits(201, [marked(3, 'text'), marked(1, 'old')]);
    pages(marked(3, 'text'));
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(201) });
  });

  it('is the one with the lowest id, whatever their order, and the others go', async () => {
    lists([made(8, marked(2, 'b')), made(5, marked(1, 'a')), made(6, marked(2, 'not ours'), 'mallory')]);
    asksWho();
    updates(5, marked(3, 'text')).reply(200, made(5, marked(3, 'text')));
    asksEdits(5, [marked(3, 'text'), marked(1, 'old')]);
    lists([made(8, marked(2, 'b')), made(5, marked(3, 'text')), made(6, marked(2, 'not ours'), 'mallory')]);
    deletes(8).reply(204);
    lists([made(5, marked(3, 'text')), made(6, marked(2, 'not ours'), 'mallory')]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(5) });
  });

  it('may have been deleted by another run already', async () => {
    lists([made(5, marked(1, 'a')), made(8, marked(2, 'b')), made(9, marked(2, 'c'))]);
    asksWho();
    updates(5, marked(3, 'text')).reply(200, made(5, marked(3, 'text')));
    asksEdits(5, [marked(3, 'text'), marked(1, 'old')]);
    lists([made(5, marked(3, 'text')), made(8, marked(2, 'b')), made(9, marked(2, 'c'))]);
    deletes(8).reply(404, { message: 'Not Found' });
    deletes(9).reply(204);
    lists([made(5, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(5) });
  });

  it('is put back where this run, on giving way, deleted what the newer run had taken over', async () => {
    lists([]);
    creates(marked(3, 'text')).reply(201, made(5, marked(3, 'text')));
    lists([made(5, marked(3, 'text')), made(6, marked(4, 'newer'))]);
    deletes(5).reply(204);
    lists([]);
    creates(marked(4, 'newer')).reply(201, made(7, marked(4, 'newer')));
    lists([made(7, marked(4, 'newer'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'superseded', url: urlOf(7) });
  });

  it.each([['an older run', event(3)], ['the re-run of an older run', event(3, 8)]])('of a newer run is not overwritten by %s', async (_name, run) => {
    lists([made(5, marked(4, 'newer'))]);
    asksWho();
    expect(await comment(run, 'text')).toEqual({ kind: 'superseded', url: urlOf(5) });
  });
});

describe('a newer run that writes between an older one\'s reading and writing', () => {
  function overwritten(): void {
    lists([made(5, marked(1, 'old'))]);
    asksWho();
    updates(5, marked(3, 'text')).reply(200, made(5, marked(3, 'text')));
    lists([made(5, marked(3, 'text'))]);
  }

  it('is found in what the comment said before, and put back; that edit is looked after as well', async () => {
    overwritten();
    asksEdits(5, [marked(3, 'text'), marked(4, 'newer'), marked(1, 'old')]);
    updates(5, marked(4, 'newer')).reply(200, made(5, marked(4, 'newer')));
    lists([made(5, marked(4, 'newer'))]);
    asksEdits(5, [marked(4, 'newer'), marked(6, 'newest'), marked(3, 'text'), marked(4, 'newer'), marked(1, 'old')]);
    updates(5, marked(6, 'newest')).reply(200, made(5, marked(6, 'newest')));
    lists([made(5, marked(6, 'newest'))]);
    asksEdits(5, [marked(6, 'newest'), marked(4, 'newer'), marked(6, 'newest'), marked(3, 'text'), marked(4, 'newer'), marked(1, 'old')]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'superseded', url: urlOf(5) });
  });

  it('is waited for where GitHub\'s list of edits lags behind', async () => {
    overwritten();
    asksEdits(5, [marked(4, 'newer'), marked(1, 'old')]);
    asksEdits(5, [marked(3, 'text'), marked(4, 'newer'), marked(1, 'old')]);
    updates(5, marked(4, 'newer')).reply(200, made(5, marked(4, 'newer')));
    lists([made(5, marked(4, 'newer'))]);
    asksEdits(5, [marked(4, 'newer'), marked(3, 'text'), marked(4, 'newer'), marked(1, 'old')]);
    expect(await comment(event(3), 'text')).toMatchObject({ kind: 'superseded' });
  });

  it.each([['another author', 'octocat'], ['a user who is gone', null]])('is none where %s edited the comment', async (_who, editor) => {
    overwritten();
    asksEdits(5, [marked(3, 'text'), marked(99, 'typed by hand')], editor);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(5) });
  });

  it('is not known where GitHub does not tell: the comment is what was written', async () => {
    overwritten();
    github.post('/graphql', /userContentEdits/u).reply(200, { errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] });
    expect(await comment(event(3), 'text')).toEqual({ kind: 'updated', url: urlOf(5) });
  });
});

describe('what goes wrong on the way', () => {
  it('a 500 is tried again', async () => {
    failsToList(2, 500, 'oops');
    lists([]);
    creates(marked(3, 'text')).reply(201, made(9, marked(3, 'text')));
    lists([made(9, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toMatchObject({ kind: 'created' });
  });

  it('a 500 that stays ends after three attempts', async () => {
    failsToList(3, 500, 'oops');
    expect(await comment(event(3), 'text')).toEqual({ kind: 'failed', reason: 'GitHub\'s API answered with status 500' });
  });

  it('a creation that answers 503 is looked up before it is tried again, at most four times', async () => {
    for (let round = 0; round < 4; round += 1) {
      lists([]);
      creates(marked(3, 'text')).reply(503, { message: 'unavailable' });
    }
    lists([]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'failed', reason: 'GitHub\'s API answered with status 503' });
  });

  it('a connection that is reset is made again, and the comments are read again before a write is', async () => {
    github.get(LIST).query(true).replyWithError(reset());
    lists([made(5, marked(1, 'old'))]);
    asksWho();
    updates(5, marked(3, 'text')).replyWithError(reset());
    lists([made(5, marked(1, 'old'))]);
    asksEdits(5, []);
    updates(5, marked(3, 'text')).reply(200, made(5, marked(3, 'text')));
    asksEdits(5, [marked(3, 'text'), marked(1, 'old')]);
    lists([made(5, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toMatchObject({ kind: 'updated' });
  });

  it('a creation whose answer is lost makes no second comment', async () => {
    lists([]);
    creates(marked(3, 'text')).replyWithError(reset());
    lists([made(9, marked(3, 'text'))]);
    asksWho();
    expect(await comment(event(3), 'text')).toEqual({ kind: 'created', url: urlOf(9) });
  });

  it('an update that answers 503 does not overwrite what a newer run wrote meanwhile', async () => {
    lists([made(5, marked(1, 'old'))]);
    asksWho();
    updates(5, marked(3, 'text')).reply(503, { message: 'unavailable' });
    lists([made(5, marked(4, 'newer'))]);
    asksEdits(5, [marked(4, 'newer'), marked(1, 'old')]);
    asksEdits(5, [marked(4, 'newer'), marked(1, 'old')]);
    asksEdits(5, [marked(4, 'newer'), marked(1, 'old')]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'superseded', url: urlOf(5) });
  });

  it('a read that fails after a write is tried more patiently', async () => {
    lists([]);
    creates(marked(3, 'text')).reply(201, made(9, marked(3, 'text')));
    failsToList(2, 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' });
    lists([made(9, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toMatchObject({ kind: 'created' });
  });

  it('a token that reads and may not write tries once', async () => {
    lists([]);
    creates(marked(3, 'text')).reply(403, { message: 'Resource not accessible by integration' });
    expect(await comment(event(3), 'text')).toEqual({ kind: 'failed', reason: expect.stringContaining('always read-only') });
  });

  it('a list that is no JSON is no empty list', async () => {
    github.get(LIST).query(true).reply(200, '<html>sign in</html>', { 'content-type': 'text/html' });
    expect(await comment(event(3), 'text')).toMatchObject({ kind: 'failed' });
  });
});

describe('rate limits', () => {
  const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

  it.each([403, 429])('a secondary one (%i) is waited out as long as Retry-After says', async (status) => {
    const startedAt = performance.now();
    failsToList(1, status, secondary, { 'retry-after': '20' });
    // What follows is a failure: to write, a paced client would keep a second's distance from other tests.
    failsToList(1, 404, 'no');
    expect(await comment(event(3), 'text', true)).toEqual({ kind: 'failed', reason: expect.stringContaining('does not see') });
    // 20 seconds of 5 ms each.
    expect(performance.now() - startedAt).toBeGreaterThan(95);
  });

  it('a secondary one that stays ends after three attempts', async () => {
    failsToList(3, 429, secondary, { 'retry-after': '1' });
    expect(await comment(event(3), 'text', true)).toEqual({ kind: 'failed', reason: 'GitHub\'s rate limit is used up' });
  });

  it.each([
    ['asks for an hour', { 'retry-after': '3600' }],
    ['is used up until later', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) }],
  ])('one that %s is not waited for', async (_name, headers) => {
    failsToList(1, 429, 'retry-after' in headers ? secondary : 'API rate limit exceeded', headers);
    expect(await comment(event(3), 'text', true)).toEqual({ kind: 'failed', reason: 'GitHub\'s rate limit is used up' });
  });
});

describe('a 429 in nobody\'s words, from a proxy say', () => {
  it('is waited out as long as Retry-After says, and the comments are read again before a creation is', async () => {
    failsToList(1, 429, 'Too Many Requests', { 'retry-after': '2' });
    lists([]);
    creates(marked(3, 'text')).reply(429, 'slow down', { 'retry-after': '3', 'content-type': 'text/plain' });
    lists([]);
    creates(marked(3, 'text')).reply(201, made(9, marked(3, 'text')));
    lists([made(9, marked(3, 'text'))]);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'created', url: urlOf(9) });
  });

  it.each<[string, number, Record<string, string>]>([
    ['stays', 3, { 'retry-after': '1' }], ['names no time', 3, {}], ['asks for an hour', 1, { 'retry-after': '3600' }], ['names a date', 1, { 'retry-after': 'Fri, 27 Nov 2026 15:00:00 GMT' }],
  ])('that %s ends after %i attempts', async (_name, attempts, headers) => {
    failsToList(attempts, 429, 'Too Many Requests', headers);
    expect(await comment(event(3), 'text')).toEqual({ kind: 'failed', reason: 'GitHub\'s rate limit is used up' });
  });
});

describe('a clock that is wrong by an hour', () => {
  it.each([['fast', -3600], ['slow', 3600]])('and %s: a rate limit ends by GitHub\'s clock', async (_name, skewSeconds) => {
    const theirs = Date.now() + skewSeconds * 1000;
    const startedAt = performance.now();
    failsToList(1, 403, 'API rate limit exceeded', {
      'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.round(theirs / 1000) + 20), 'date': new Date(theirs).toUTCString(),
    });
    failsToList(1, 404, 'no');
    expect(await comment(event(3), 'text', true)).toEqual({ kind: 'failed', reason: expect.stringContaining('does not see') });
    // 20 seconds of 5 ms each, and not at once.
    expect(performance.now() - startedAt).toBeGreaterThan(90);
  });
});

describe('published', () => {
  const printed: string[] = [];

  beforeEach(() => {
    printed.length = 0;
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    vi.stubEnv('GITHUB_OUTPUT', '');
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed.push(String(text)); return true; });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** The report of that name through the whole of `publish`; gives the lines that the job's log has about the comment. */
  async function publishes(name: string, key = 'default'): Promise<string[]> {
    const report = REPORTS[name]?.();
    if (report === undefined) throw new Error(`no report ${name}`);
    const inputs = readInputs({ 'INPUT_GITHUB-TOKEN': 'ghs_token', 'INPUT_COMMENT-KEY': key }, '/checkout');
    await publish(report, '/checkout/out', { inputs, event: event(3) }, { GITHUB_API_URL: API });
    return printed.join('').split('\n').filter((line) => /comment(?: created|:)/u.test(line));
  }

  it.each([
    [403, 'the token may not comment on this pull request: grant "permissions: pull-requests: write" to the job'],
    [404, 'the token does not see this pull request: grant "permissions: pull-requests: write" to the job'],
  ])('with a %i: a notice says why and what to do, and nothing is thrown', async (status, reason) => {
    failsToList(1, status, 'no');
    const [line, ...others] = await publishes('pass');
    expect(others).toEqual([]);
    expect(line).toContain(`::notice title=prune-gate::no comment: ${reason}`);
  });

  it('in a body that leaves room for the longest marker', () => {
    const marker = withMarker(ownerKey('k'.repeat(64), ['p'], ['m'], ''), { id: 999_999_999_999_999, attempt: 999_999 }, '');
    expect(COMMENT_BYTES + Buffer.byteLength(marker)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('in a body below GitHub\'s limit, counted in bytes, with the longest key', async () => {
    const key = 'k'.repeat(64);
    let sent = '';
    lists([]);
    github.post(LIST, ({ body }: { body: string }) => { sent = body; return true; }).reply(201, () => made(9, sent));
    github.get(LIST).query(true).reply(200, () => [made(9, sent)]);
    expect(await publishes('huge', key)).toEqual([`comment created: ${urlOf(9)}`]);
    expect(sent).toMatch(new RegExp(`^<!-- prune-gate:${key} -->\n<!-- prune-gate-run: 3\\.1 -->\n`, 'u'));
    expect(sent.length).toBeLessThan(Buffer.byteLength(sent));
    expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(MOST_BYTES);
    expect(Buffer.byteLength(renderMarkdown(REPORTS.huge?.() ?? expect.fail(), { maxBytes: Number.MAX_SAFE_INTEGER }))).toBeGreaterThan(COMMENT_BYTES);
  });
});
