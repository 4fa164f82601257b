/** What a stranger's run left, published: the requests at the wire, and all that is refused on the way. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readInputs } from '../../src/action/inputs.js';
import { publishForeign } from '../../src/action/publish-foreign.js';
import { readEvent } from '../../src/github/event.js';
import { MOST_REPORT_BYTES } from '../../src/report/check.js';
import { serializeReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/types.js';
import { payloadOf } from '../e2e/job.js';
import { removeTemporaries, temporary } from '../e2e/temporary.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { REPORTS } from '../report/fixtures.js';

const HEAD = 'd'.repeat(40);
const FORK = { number: 7, headSha: HEAD, head: 'mallory:patch', headRepository: 'mallory/Hello-World' };

let github: GitHubStandIn;
let apiUrl: string;
let printed: string;
let folder: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(() => {
  folder = temporary('publish');
  printed = '';
  for (const name of ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT']) {
    writeFileSync(join(folder, name), '');
    vi.stubEnv(name, join(folder, name));
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed += String(text); return true; });
  github.pullRequests = [FORK];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  removeTemporaries();
});

/** A real payload, of a run for a fork's pull request. */
function payload(more: Record<string, unknown> = {}): Record<string, unknown> {
  const { workflow_run: run, ...rest } = payloadOf('workflow_run', 'completed') as { workflow_run: Record<string, unknown> };
  const headRepository = { ...(run.head_repository as object), full_name: FORK.headRepository, owner: { login: 'mallory' } };
  return { ...rest, workflow_run: { ...run, id: 50, run_attempt: 2, event: 'pull_request', head_sha: HEAD, head_branch: 'patch', head_repository: headRepository, conclusion: 'success', ...more } };
}

async function publishes(event: Record<string, unknown> = payload(), inputs: Record<string, string> = {}, kind = 'workflow_run'): Promise<number> {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(event));
  const env = {
    GITHUB_EVENT_NAME: kind, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'c'.repeat(40), GITHUB_RUN_ID: '99', GITHUB_API_URL: apiUrl, PRUNE_GATE_SECOND_MS: '5',
    ...Object.fromEntries(Object.entries({ 'mode': 'publish', 'github-token': 'ghs_token', 'artifact': 'prune-gate', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  return publishForeign({ inputs: readInputs(env, folder), event: readEvent(env) }, env);
}

async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [name, content] of Object.entries(files)) made.addBuffer(Buffer.from(content), name);
  made.end();
  return buffer(made.outputStream);
}

function leaves(bytes: Buffer, more: object = {}): void {
  github.artifacts = [{ id: 300, name: 'prune-gate-report', runId: 50, bytes, ...more }];
}

const reportOf = (name: string): Report => REPORTS[name]?.() ?? expect.fail();
const leavesReport = async (name = 'pass'): Promise<void> => { leaves(await zip({ 'report.json': serializeReport(reportOf(name)) })); };

it('comments on the pull request whose head ran, in that run\'s name, and labels it', async () => {
  await leavesReport();
  expect(await publishes()).toBe(0);
  const [{ body } = { body: '' }] = github.comments;
  expect(body).toMatch(/^<!-- prune-gate:default -->\n<!-- prune-gate-run: 50\.2 -->\n## prune-gate: PASS \(untrusted run\)\n\n> \*\*Untrusted run\.\*\* `mallory\/Hello-World` at `ddddddd` /u);
  expect(github.calls()).toContain('POST /repos/o/r/issues/7/comments');
  expect(github.checkRuns).toEqual([]);
  expect(readFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'utf8')).toContain('(untrusted run)');
  const outputs = readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8');
  expect([...outputs.matchAll(/^([\w-]+)<</gmu)].map(([, name]) => name)).toEqual(['comment-url']);
});

it('keeps the token from the store of artifacts', async () => {
  await leavesReport();
  await publishes();
  expect(github.seen.map(({ url, authorization }) => [url.startsWith('/blob/'), authorization === '']).filter(([blob, bare]) => blob !== bare)).toEqual([]);
});

it('leaves a newer run\'s comment, and takes the newest of several artifacts', async () => {
  const older = await zip({ 'report.json': serializeReport(reportOf('error')) });
  const newer = await zip({ 'report.json': serializeReport(reportOf('pass')) });
  github.artifacts = [{ id: 2, name: 'prune-gate-report', runId: 50, bytes: newer }, { id: 1, name: 'prune-gate-report', runId: 50, bytes: older }, { id: 3, name: 'prune-gate-report', runId: 51, bytes: older }, { id: 4, name: 'prune-gate-report', runId: 50, bytes: older, expired: true }];
  await publishes();
  expect(github.comments[0]?.body).toContain('PASS');
  await publishes(payload({ id: 49, run_attempt: 1 }));
  expect(github.comments[0]?.body).toContain('run: 50.2');
});

describe('comments on nothing', () => {
  it.each<[string, () => unknown, Record<string, unknown>, string]>([
    ['that the run left no report of', () => { github.artifacts = []; }, {}, 'it left no artifact prune-gate-report'],
    ['but a pull request', () => undefined, { event: 'push' }, 'it was started by push'],
    ['whose branch has moved on', () => { github.pullRequests = [{ ...FORK, headSha: 'e'.repeat(40) }]; }, {}, 'no open pull request has its commit ddddddd'],
    ['that another fork\'s branch of that name opened', () => { github.pullRequests = [{ ...FORK, headRepository: 'mallory/other' }]; }, {}, 'no open pull request'],
    ['where two have the head', () => { github.pullRequests = [FORK, { ...FORK, number: 8 }]; }, {}, '2 pull requests have its commit'],
    ['where the fork is gone', () => undefined, { head_repository: null }, 'the fork that it came from is gone'],
  ])('%s', async (_name, prepare, more, reason) => {
    await leavesReport();
    prepare();
    expect(await publishes(payload(more))).toBe(0);
    expect(printed).toContain(`::notice title=prune-gate::no comment: of run 50: ${reason}`);
    expect(github.comments).toEqual([]);
  });

  it('where GitHub does not let it look, and says what it needs', async () => {
    await leavesReport();
    github.fault = () => ({ kind: 'status', status: 403, message: 'Resource not accessible by integration' });
    expect(await publishes()).toBe(0);
    expect(printed).toContain('actions: read');
  });

  it('where the store of artifacts stays away', async () => {
    await leavesReport();
    github.fault = ({ url }) => (url.startsWith('/blob/') ? { kind: 'reset' } : undefined);
    expect(await publishes()).toBe(0);
    expect(github.seen.filter(({ url }) => url.startsWith('/blob/'))).toHaveLength(3);
  });
});

/** A member that claims less than it unpacks to. */
function liar(content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('report.json');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe('refuses', () => {
  const text = (change: (report: Record<string, unknown>) => void): string => {
    const report = JSON.parse(serializeReport(reportOf('pass'))) as Record<string, unknown>;
    change(report);
    return JSON.stringify(report);
  };
  it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['what is no zip', () => Buffer.from('PK but no'), /cannot be read/u],
    ['a zip that is cut off', async () => (await zip({ 'report.json': text(() => undefined) })).subarray(0, 300), /cannot be read/u],
    ['a zip without a report', () => zip({ 'a.json': '{}' }), /holds no report\.json/u],
    ['a report somewhere else', () => zip({ 'x/report.json': text(() => undefined) }), /holds no report\.json/u],
    ['more members than there can be', () => zip(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, '']))), /more than 100 members/u],
    ['a bomb', () => zip({ 'report.json': Buffer.alloc(MOST_REPORT_BYTES + 1, ' ') }), /is the most that is read/u],
    ['a bomb that claims to be small', () => liar(Buffer.alloc(50 * 2 ** 20, ' ')), /cannot be read/u],
    ['what is no JSON', () => zip({ 'report.json': '{"version": 1,' }), /is no JSON/u],
    ['what is no UTF-8', () => zip({ 'report.json': Buffer.from([0xff, 0xfe, 0x00]) }), /is no JSON/u],
    ['a list', () => zip({ 'report.json': '[]' }), /the whole must be object/u],
    ['another version', () => zip({ 'report.json': text((report) => { report.version = 2; }) }), /\/version must be equal to constant/u],
    ['a key too many', () => zip({ 'report.json': text((report) => { report.extra = '@everyone'; }) }), /must NOT have additional properties/u],
    ['a verdict of its own', () => zip({ 'report.json': text((report) => { report.verdict = 'PASS](http://evil.example)'; }) }), /\/verdict must be equal to one of the allowed values/u],
    ['text for a number', () => zip({ 'report.json': text((report) => { report.seconds = '<b>1</b>'; }) }), /\/seconds must be number/u],
    ['JSON that is nested without end', () => zip({ 'report.json': '['.repeat(100_000) + ']'.repeat(100_000) }), /the whole must be object/u],
  ])('%s', async (_name, make, message) => {
    leaves(await make());
    await expect(publishes()).rejects.toMatchObject({ code: 'artifact-invalid', message: expect.stringMatching(message) });
    expect(github.comments).toEqual([]);
  });

  it('an archive that is too large before it is fetched, and one that says less than it has', async () => {
    leaves(Buffer.alloc(10), { size: 9 * 2 ** 20 });
    await expect(publishes()).rejects.toMatchObject({ code: 'artifact-invalid' });
    expect(github.seen.some(({ url }) => url.startsWith('/blob/'))).toBe(false);
    leaves(Buffer.alloc(9 * 2 ** 20), { size: 10 });
    await expect(publishes()).rejects.toMatchObject({ code: 'artifact-invalid' });
  });

  it.each([
    ['the event is pull_request', {}, 'pull_request'], ['there is no token', { 'github-token': '' }, 'workflow_run'], ['there is no artifact name', { artifact: '' }, 'workflow_run'],
  ])('to run where %s', async (_name, inputs, kind) => {
    await expect(publishes(payload(), inputs, kind)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(github.seen).toEqual([]);
  });

  it('a payload without a run', async () => {
    await expect(publishes({})).rejects.toMatchObject({ code: 'event-invalid' });
  });
});
