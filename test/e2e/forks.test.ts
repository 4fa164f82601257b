/** A pull request from a fork in two steps, the bundle in each: the run that may only read, and the one that comments for it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { REPORTS } from '../report/fixtures.js';
import { buildAction, withWorker } from './bundle.js';
import { payloadOf, runStep, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;
const REPOSITORY = 'Codertocat/Hello-World';
const FORK = 'mallory/Hello-World';

let action: string;
let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;

beforeAll(() => { action = withWorker(buildAction(), join(import.meta.dirname, 'workers/given.mjs')); }, 2 * MINUTE);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(async () => {
  service = new ActionsService();
  await service.start();
});
afterEach(() => service.stop());

type Side = { sha: string; ref: string; repo: { full_name: string; owner: { login: string } } };
const opened = (): { pull_request: { number: number; head: Side } } => {
  const payload = payloadOf('pull_request', 'opened') as { pull_request: { number: number; head: Side } };
  payload.pull_request.head.repo.full_name = FORK;
  payload.pull_request.head.repo.owner.login = 'mallory';
  return payload;
};

/** The run of the pull request, with a fork's token. */
function compute(name: string, inputs: Record<string, string> = {}): Promise<StepResult> {
  const workspace = temporary('workspace');
  writeFileSync(join(workspace, 'given.json'), JSON.stringify({ does: 'report', report: REPORTS[name]?.() }));
  github.readOnly = true;
  return runStep({ action, node, apiUrl, event: 'pull_request', payload: opened(), workspace, runId: 200, env: service.env(), inputs: { cache: 'false', ...inputs } });
}

/** The run that follows it, with the default branch's token. GitHub tells what the first one left, and whose commit it ran. */
function publish(inputs: Record<string, string> = {}): Promise<StepResult> {
  const { pull_request: { number, head } } = opened();
  const { workflow_run: run, ...rest } = payloadOf('workflow_run', 'completed') as { workflow_run: Record<string, unknown> };
  const payload = {
    ...rest,
    workflow_run: { ...run, id: 200, run_attempt: 1, event: 'pull_request', head_sha: head.sha, head_branch: head.ref, head_repository: head.repo, pull_requests: [], conclusion: 'failure', html_url: `https://github.com/${REPOSITORY}/actions/runs/200` },
  };
  github.readOnly = false;
  github.artifacts = service.artifacts.map(({ id, name, bytes }) => ({ id, name, bytes, runId: 200 }));
  github.pullRequests = [{ number, headSha: head.sha, head: `mallory:${head.ref}`, headRepository: FORK }];
  return runStep({ action, node, apiUrl, event: 'workflow_run', payload, runId: 201, env: service.env(), inputs: { 'mode': 'publish', 'runtime-path': '', ...inputs } });
}

describe.skipIf(node === '')('a pull request from a fork (needs Node 24, or Linux on x64 to install it)', () => {
  it.each([['pass', 0], ['fail-two-models', 1]])('keeps its verdict %s, leaves summary and artifact, and is commented by the second run', async (name, exitCode) => {
    const first = await compute(name);
    expect(first.exitCode).toBe(exitCode);
    expect(first.summary).toContain('## prune-gate:');
    expect(first.log).toMatch(/::notice title=prune-gate::no comment: .*in the artifact prune-gate-report: a second workflow, on workflow_run with "mode: publish", comments with it/u);
    expect(service.artifacts.map((one) => one.name)).toEqual(['prune-gate', 'prune-gate-report']);
    expect(github.comments).toEqual([]);

    const second = await publish({ 'check-run': 'true' });
    expect(second).toMatchObject({ exitCode: 0, signal: null });
    const { pull_request: { number } } = opened();
    expect(github.calls()).toContain(`POST /repos/${REPOSITORY}/issues/${number}/comments`);
    expect(github.comments[0]?.body).toMatch(/^<!-- prune-gate:default -->\n<!-- prune-gate-run: 200\.1 -->\n## prune-gate: .*\(untrusted run\)\n\n> \*\*Untrusted run\.\*\* `mallory\/Hello-World`/u);
    expect(github.checkRuns).toEqual([]);
    expect([...second.outputs.keys()]).toEqual(['comment-url']);
    // Nothing was loaded or run: no runtime, no worker, no output folder.
    expect(second.log).not.toContain('onnxruntime');
    expect(existsSync(join(second.workspace, 'prune-gate-out'))).toBe(false);
  }, MINUTE);

  it('says in a comment and in the log only what stays text, whatever the stranger\'s names are', async () => {
    await compute('hostile');
    const second = await publish();
    const commands = second.log.split(/[\r\n]/u).filter((line) => line.trimStart().startsWith('::'));
    expect(commands.filter((line) => !/^::(?:add-mask|debug|notice)(?: title=[^:]*)?::/u.test(line))).toEqual([]);
    expect(github.comments[0]?.body).not.toMatch(/<script|@octocat|\]\(http:\/\/evil/u);
  }, MINUTE);

  it('is an ERROR of the second run where the artifact is not a report, and changes nothing on the pull request', async () => {
    await compute('pass');
    const [, left] = service.artifacts;
    if (left !== undefined) left.bytes = Buffer.from('#!/bin/sh\necho pwned');
    const second = await publish();
    expect(second.exitCode).toBe(2);
    expect(second.summary).toContain('artifact-invalid');
    expect(github.comments).toEqual([]);
  }, MINUTE);

  it('is no pass where mode: publish runs in the pull request itself', async () => {
    const result = await compute('pass', { mode: 'publish' });
    expect(result.exitCode).toBe(2);
    expect(readFileSync(join(result.workspace, 'prune-gate-out/report.json'), 'utf8')).toContain('input-invalid');
  }, MINUTE);
});
