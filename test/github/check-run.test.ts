/** The opt-in check run against the stand-in: whole, once, within GitHub's limits. */
import { describe, expect, it } from 'vitest';
import { cutToBytes, writeCheckRun, type CheckOutcome } from '../../src/github/check-run.js';
import { createClient } from '../../src/github/client.js';
import type { RunEvent } from '../../src/github/event.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from '../report/fixtures.js';
import { withStandIn, type GitHubStandIn } from './stand-in.js';

let github: GitHubStandIn;
let apiUrl: string;
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

const EVENT: RunEvent = {
  kind: 'pull_request', owner: 'o', repo: 'r', baseSha: null, headSha: 'a'.repeat(40), pullRequest: 7, fork: false,
  run: { id: 5, attempt: 2 }, runUrl: 'https://github.test/o/r/actions/runs/5',
};

const given = (name: string): Report => (REPORTS[name] as () => Report)();
const write = (report: Report, exitCode = report.exitCode): Promise<CheckOutcome> =>
  writeCheckRun(createClient({ token: 'ghs_token', apiUrl, secondMs: 5, paced: false }), EVENT, 'prune-gate', report, exitCode, {});

/** A report with this many failed checks, each with a text of this many bytes. */
function failing(count: number, bytes = 20): Report {
  const report = given('fail-two-models');
  const [model] = report.models;
  const check = model?.checks.find(({ outcome }) => outcome === 'fail') ?? report.models.flatMap(({ checks }) => checks).find(({ outcome }) => outcome === 'fail');
  if (model === undefined || check === undefined) throw new Error('a failed check is expected');
  return { ...report, models: [{ ...model, checks: Array.from({ length: count }, (_, i) => ({ ...check, line: i + 1, detail: 'é'.repeat(bytes / 2) })) }] };
}

const conclusion = (): unknown => github.checkRuns[0]?.body.conclusion;

describe('a check run', () => {
  it.each([['pass', 'success'], ['fail-two-models', 'failure'], ['inconclusive', 'failure'], ['error', 'failure']])('of %s concludes with %s', async (name, expected) => {
    expect(await write(given(name))).toEqual({ kind: 'written', url: 'https://github.com/o/r/runs/7000' });
    expect(conclusion()).toBe(expected);
    const body = github.checkRuns[0]?.body as { output: { summary: string }; external_id: string; head_sha: string };
    expect(body).toMatchObject({ external_id: '5.2', head_sha: EVENT.headSha });
    expect(Buffer.byteLength(body.output.summary)).toBeLessThan(65_535);
  });

  it('of a FAIL that the workflow lets pass is neutral', async () => {
    await write(given('fail-two-models'), 0);
    expect(conclusion()).toBe('neutral');
  });

  it('takes 120 annotations in requests of 50', async () => {
    await write(failing(120));
    expect(github.calls()).toEqual(['POST /repos/o/r/check-runs', 'PATCH /repos/o/r/check-runs/7000', 'PATCH /repos/o/r/check-runs/7000']);
    expect(github.checkRuns[0]?.annotations.map((one) => (one as { start_line: number }).start_line)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  });

  it('counts bytes: long messages make smaller requests', async () => {
    await write(failing(20, 100_000));
    const sizes = github.seen.map(({ body }) => Buffer.byteLength(JSON.stringify((body as { output: { annotations: unknown[] } }).output.annotations)));
    expect(Math.max(...sizes)).toBeLessThan(600_000);
    expect(github.checkRuns[0]?.annotations).toHaveLength(20);
  });

  it('is made once where the answer to its creation is lost, and made again where the creation is', async () => {
    let faults = 1;
    github.fault = ({ method }) => (method === 'POST' && faults-- > 0 ? { kind: 'lost' } : undefined);
    expect((await write(given('pass'))).kind).toBe('written');
    expect(github.checkRuns).toHaveLength(1);
    faults = 1;
    github.checkRuns.splice(0);
    github.fault = ({ method }) => (method === 'POST' && faults-- > 0 ? { kind: 'status', status: 502 } : undefined);
    expect((await write(given('pass'))).kind).toBe('written');
    expect(github.checkRuns).toHaveLength(1);
  });

  it('that the token may not write is only said', async () => {
    github.fault = () => ({ kind: 'status', status: 403, message: 'Resource not accessible by integration' });
    expect(await write(given('pass'))).toEqual({ kind: 'failed', reason: expect.stringContaining('checks: write') });
  });
});

it('cuts text at whole characters', () => {
  expect(cutToBytes('aé', 3)).toBe('aé');
  expect(cutToBytes('aéé', 4)).toBe('aé');
  expect(cutToBytes('😀😀', 7)).toBe('😀');
});
