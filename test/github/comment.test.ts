import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/github/client.js';
import { upsertComment, type CommentMode, type CommentOutcome } from '../../src/github/comment.js';
import type { RunEvent } from '../../src/github/event.js';
import { ownerKey, withMarker } from '../../src/github/marker.js';
import { seededRandom } from '../../src/kernels/random.js';
import { withStandIn, type Fault, type GitHubStandIn, type Seen } from './stand-in.js';

const OURS = 'github-actions[bot]';
let github: GitHubStandIn;
let apiUrl: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

function event(id: number, attempt = 1): RunEvent {
  return {
    kind: 'pull_request', owner: 'o', repo: 'r', baseSha: null, headSha: 'a'.repeat(40), pullRequest: 7, fork: false,
    run: { id, attempt }, runUrl: `https://github.com/o/r/actions/runs/${id}`,
  };
}

/** Seconds of waiting take milliseconds here, and only tests of rate limits keep GitHub's distance between writes. */
beforeEach(() => { github.head = event(1).headSha; });

const comment = (run: RunEvent, text: string, key = 'default', paced = false): Promise<CommentOutcome> =>
  upsertComment(createClient({ token: 'ghs_token', apiUrl, secondMs: 5, paced }), run, 7, key, { mode: 'update', write: () => text });

const marked = (run: number, text: string, key = 'default'): string => withMarker(key, { id: run, attempt: 1 }, text);

const bodies = (): string[] => github.comments.map(({ body }) => body);

/** The given fault for the first `times` requests of a kind. */
function faultOn(method: string, fault: Fault, times = Infinity): (request: Seen) => Fault | undefined {
  let left = times;
  return (request) => {
    if (request.method !== method || request.url === '/graphql' || left === 0) return undefined;
    left -= 1;
    return fault;
  };
}

it('creates the comment, then updates it', async () => {
  github.add('someone', 'Nice work');
  expect(await comment(event(1), 'first')).toEqual({ kind: 'created', url: 'https://github.com/o/r/pull/1#issuecomment-1001' });
  expect(await comment(event(2), 'second')).toEqual({ kind: 'updated', url: 'https://github.com/o/r/pull/1#issuecomment-1001' });
  expect(bodies()).toEqual(['Nice work', '<!-- prune-gate:default -->\n<!-- prune-gate-run: 2.1 -->\nsecond']);
  expect(github.seen.every(({ authorization }) => authorization === 'token ghs_token')).toBe(true);
});

it('works below the address of Enterprise Server\'s API', async () => {
  github.prefix = '/api/v3';
  apiUrl = `${apiUrl}/api/v3`;
  await comment(event(1), 'first');
  expect((await comment(event(2), 'second')).kind).toBe('updated');
  expect(bodies()).toEqual([marked(2, 'second')]);
});

it('leaves the marker of someone else alone', async () => {
  github.add('mallory', marked(1, 'PASS'));
  await comment(event(2), 'mine');
  expect(bodies()).toEqual([marked(1, 'PASS'), marked(2, 'mine')]);
});

it('tells comment keys apart', async () => {
  github.add(OURS, marked(1, 'a', 'a'));
  github.add(OURS, marked(1, 'ab', 'ab'));
  await comment(event(2), 'new', 'a');
  expect(bodies()).toEqual([marked(2, 'new', 'a'), marked(1, 'ab', 'ab')]);
});

it('finds its comment on the third page', async () => {
  for (let index = 0; index < 250; index += 1) github.add('someone', `comment ${index}`);
  const ours = github.add(OURS, marked(1, 'old'));
  await comment(event(2), 'new');
  expect(ours.body).toBe(marked(2, 'new'));
  expect(github.comments).toHaveLength(251);
});

it('reads line ends as GitHub may return them', async () => {
  const ours = github.add(OURS, marked(5, 'newer').replaceAll('\n', '\r\n'));
  expect((await comment(event(4), 'older')).kind).toBe('superseded');
  expect(ours.body).toContain('newer');
});

it('keeps the lowest of several and deletes the others', async () => {
  github.add(OURS, marked(1, 'one'));
  github.add(OURS, marked(2, 'two'));
  await comment(event(3), 'three');
  expect(bodies()).toEqual([marked(3, 'three')]);
});

it.each([
  [event(4), 'superseded'], [event(5, 1), 'updated'], [event(5, 2), 'updated'], [event(6), 'updated'],
] as const)('with a comment of run 5: run %o is %s', async (run, kind) => {
  github.add(OURS, marked(5, 'five'));
  expect((await comment(run, 'text')).kind).toBe(kind);
  expect(bodies()).toEqual([kind === 'superseded' ? marked(5, 'five') : withMarker('default', run.run, 'text')]);
});

it('never lets the re-run of an old run overwrite a newer run', async () => {
  github.add(OURS, marked(5, 'five'));
  expect((await comment(event(4, 9), 'text')).kind).toBe('superseded');
});

it('leaves what is there where the pull request has moved on, and creates what is not', async () => {
  github.head = 'f'.repeat(40);
  expect((await comment(event(2), 'first')).kind).toBe('created');
  expect((await comment(event(3), 'outdated')).kind).toBe('superseded');
  expect(bodies()).toEqual([marked(2, 'first')]);
  github.fault = ({ url }) => (url.endsWith('/pulls/7') ? { kind: 'status', status: 403 } : undefined);
  expect((await comment(event(3), 'cannot tell')).kind).toBe('updated');
});

it('makes one of the two comments that two runs create at once', async () => {
  let interfered = false;
  github.onWrite = () => {
    if (interfered) return;
    interfered = true;
    github.comments.unshift({ id: 1, author: OURS, body: marked(1, 'the other run') });
  };
  expect((await comment(event(2), 'mine')).kind).toBe('created');
  expect(bodies()).toEqual([marked(2, 'mine')]);
});

it('takes its own comment back where a newer run wrote one at the same time', async () => {
  let interfered = false;
  github.onWrite = () => {
    if (interfered) return;
    interfered = true;
    github.add(OURS, marked(9, 'newer'));
  };
  expect((await comment(event(2), 'mine')).kind).toBe('superseded');
  expect(bodies()).toEqual([marked(9, 'newer')]);
});

it('writes again where an older run wrote over it', async () => {
  const ours = github.add(OURS, marked(1, 'old'));
  let interfered = false;
  github.onWrite = () => {
    if (!interfered) ours.body = marked(1, 'an older run, late');
    interfered = true;
  };
  await comment(event(2), 'mine');
  expect(bodies()).toEqual([marked(2, 'mine')]);
});

it('knows the login of another app, and of a person', async () => {
  for (const login of ['my-app[bot]', 'octocat']) {
    github.login = login;
    await comment(event(1), 'first', login.replace('[bot]', ''));
    await comment(event(2), 'second', login.replace('[bot]', ''));
  }
  expect(github.comments.map(({ author }) => author)).toEqual(['my-app[bot]', 'octocat']);
});

it('makes no second comment where its own login cannot be asked for', async () => {
  github.login = 'my-app[bot]';
  const ours = github.add('my-app[bot]', marked(1, 'old'));
  github.fault = ({ url }) => (url === '/graphql' ? { kind: 'status', status: 403 } : undefined);
  await comment(event(2), 'new');
  expect(bodies()).toEqual([marked(2, 'new')]);
  expect(ours.body).toBe(marked(2, 'new'));
});

it('degrades with the reason where the token may not write', async () => {
  github.readOnly = true;
  expect(await comment(event(1), 'text')).toMatchObject({ kind: 'failed', reason: expect.stringContaining('pull-requests: write') });
  expect(github.seen.filter(({ method, url }) => method === 'POST' && url !== '/graphql')).toHaveLength(1);
});

it.each<[name: string, method: string, fault: Fault]>([
  ['a 502', 'GET', { kind: 'status', status: 502 }],
  ['a reset connection', 'GET', { kind: 'reset' }],
  ['half an answer', 'GET', { kind: 'half' }],
  ['a 502', 'POST', { kind: 'status', status: 502 }],
  ['a reset connection', 'POST', { kind: 'reset' }],
  ['an answer lost after the work was done', 'POST', { kind: 'lost' }],
  ['half an answer', 'POST', { kind: 'half' }],
])('gets over %s on %s, with one comment', async (_name, method, fault) => {
  github.fault = faultOn(method, fault, 1);
  expect((await comment(event(1), 'text')).kind).toBe('created');
  expect(bodies()).toEqual([marked(1, 'text')]);
});

it('waits out a secondary rate limit', async () => {
  const message = 'You have exceeded a secondary rate limit';
  github.fault = faultOn('POST', { kind: 'status', status: 403, message, headers: { 'retry-after': '1' } }, 1);
  expect((await comment(event(1), 'text', 'default', true)).kind).toBe('created');
  expect(bodies()).toEqual([marked(1, 'text')]);
});

it('does not wait for a rate limit that ends in an hour', async () => {
  github.fault = faultOn('GET', { kind: 'status', status: 403, message: 'API rate limit exceeded', headers: {
    'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000),
  } });
  const outcome = await comment(event(1), 'text', 'default', true);
  expect(outcome).toEqual({ kind: 'failed', reason: 'GitHub\'s rate limit is used up' });
});

it.each<[name: string, method: string, fault: Fault, reason: string]>([
  ['500s', 'GET', { kind: 'status', status: 500 }, 'status 500'],
  ['500s', 'POST', { kind: 'status', status: 500 }, 'status 500'],
  ['resets', 'GET', { kind: 'reset' }, 'did not answer'],
  ['404s', 'GET', { kind: 'status', status: 404 }, 'does not see'],
  ['429s', 'POST', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'rate limit'],
  ['a body that is too long', 'POST', { kind: 'status', status: 422 }, 'status 422'],
])('gives up on %s of %s, in words, after a bounded number of requests', async (_name, method, fault, reason) => {
  github.fault = faultOn(method, fault);
  expect(await comment(event(1), 'text')).toMatchObject({ kind: 'failed', reason: expect.stringContaining(reason) });
  expect(github.comments).toEqual([]);
  expect(github.seen.length).toBeLessThan(30);
});

it('fails in words where nothing listens', async () => {
  const client = createClient({ token: 'x', apiUrl: 'http://127.0.0.1:9', secondMs: 5 });
  expect(await upsertComment(client, event(1), 7, 'default', { mode: 'update', write: () => 'text' })).toMatchObject({ kind: 'failed', reason: expect.stringContaining('did not answer') });
});

it('is confirmed by the creation where the list lags behind', async () => {
  const real = github.comments.slice.bind(github.comments);
  let reads = 0;
  github.comments.slice = (...range) => { reads += 1; return reads === 2 ? [] : real(...range); };
  expect((await comment(event(1), 'text')).kind).toBe('created');
  expect(github.comments).toHaveLength(1);
});

describe('what becomes of the comment of an earlier run', () => {
  const inMode = (mode: CommentMode, run: RunEvent, text = 'new'): Promise<CommentOutcome> =>
    upsertComment(createClient({ token: 'ghs_token', apiUrl, secondMs: 5, paced: false }), run, 7, 'default', { mode, write: (previous) => `${text} after ${previous.length}` });

  it('recreate: it is deleted once the new one is there', async () => {
    github.add(OURS, marked(1, 'old'));
    github.add('someone', 'talk');
    const counts: number[] = [];
    github.onWrite = () => { counts.push(bodies().filter((body) => body.includes('prune-gate:default')).length); };
    expect(await inMode('recreate', event(2))).toMatchObject({ kind: 'created' });
    expect(bodies()).toEqual(['talk', marked(2, 'new after 1')]);
    expect(counts).toEqual([2, 1]);
  });

  it('hide: it is folded away, and left alone from then on', async () => {
    github.add(OURS, marked(1, 'old'));
    expect(await inMode('hide', event(2))).toMatchObject({ kind: 'created' });
    expect(await inMode('hide', event(3), 'newer')).toMatchObject({ kind: 'created' });
    expect(github.comments.map(({ hidden, body }) => [hidden, body])).toEqual([
      [true, marked(1, 'old').replace('prune-gate:', 'prune-gate-outdated:')], [true, marked(2, 'new after 1').replace('prune-gate:', 'prune-gate-outdated:')], [undefined, marked(3, 'newer after 1')],
    ]);
  });

  it('delete: there is none', async () => {
    github.add(OURS, marked(1, 'old'));
    github.add('mallory', marked(1, 'not ours'));
    expect(await inMode('delete', event(2))).toEqual({ kind: 'deleted', url: '' });
    expect(bodies()).toEqual([marked(1, 'not ours')]);
    expect(github.seen.filter(({ method, url }) => method === 'POST' && url !== '/graphql')).toEqual([]);
  });

  it.each(['recreate', 'hide', 'delete'] as const)('%s: that of a newer run stays', async (mode) => {
    github.add(OURS, marked(5, 'newer'));
    expect((await inMode(mode, event(4))).kind).toBe('superseded');
    expect(github.comments.map(({ body, hidden }) => [body, hidden])).toEqual([[marked(5, 'newer'), undefined]]);
  });

  it.each(['recreate', 'hide'] as const)('%s: a lost answer makes no second comment', async (mode) => {
    github.add(OURS, marked(1, 'old'));
    github.fault = faultOn('POST', { kind: 'lost' }, 1);
    expect((await inMode(mode, event(2))).kind).toBe('created');
    expect(github.comments.filter(({ hidden }) => hidden !== true)).toHaveLength(1);
  });
});

describe('jobs that report on other models', () => {
  const USUAL = '.github/prune-gate.yml';

  it('have comments of their own, whatever their key; the order of names says nothing', async () => {
    const keys = [
      ownerKey('default', [USUAL], [], USUAL), ownerKey('default', [USUAL], ['a'], USUAL), ownerKey('default', [USUAL], ['b'], USUAL), ownerKey('default', ['other.yml'], [], USUAL),
      ownerKey('default', [USUAL], ['a', 'b'], USUAL),
    ];
    expect(keys[0]).toBe('default');
    expect(new Set(keys).size).toBe(5);
    expect(ownerKey('default', [USUAL], ['b', 'a'], USUAL)).toBe(keys[4]);
    await Promise.all(keys.map((key) => comment(event(1), key, key)));
    await Promise.all(keys.map((key) => comment(event(2), `${key} again`, key)));
    expect(bodies().sort()).toEqual(keys.map((key) => marked(2, `${key} again`, key)).sort());
  });
});

describe('runs at once', () => {
  // With 39 the newest run wrote as often as it may, and then left what was too much.
  it.each([[1, 'known'], [2, 'unknown'], [3, 'known'], [4, 'unknown'], [39, 'known'], [6, 'unknown'], [7, 'known'], [8, 'unknown']])('leave one comment, that of the newest (seed %i, the head of the pull request is %s)', async (seed, head) => {
    const random = seededRandom(`runs at once ${seed}`);
    if (random() < 0.5) github.add(OURS, marked(1, 'old'));
    github.fault = ({ method, url }) => (method !== 'GET' && url !== '/graphql' && random() < 0.1 ? { kind: random() < 0.5 ? 'lost' : 'reset' } : undefined);
    // Runs of one commit, by hand or for a label, cannot tell by the head which is older.
    github.head = head === 'known' ? '13'.repeat(20) : '';
    const runs = [12, 11, 13, 10].map(async (id) => {
      await new Promise((resolve) => { setTimeout(resolve, 20 * random()); });
      return comment({ ...event(id), headSha: String(id).repeat(20) }, `run ${id}`);
    });
    const outcomes = await Promise.all(runs);
    github.fault = () => undefined;
    expect(outcomes[2]?.kind).toMatch(/^(?:created|updated)$/u);
    expect(bodies()).toEqual([marked(13, 'run 13')]);
  });
});
