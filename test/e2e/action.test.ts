/**
 * The bundled action as the runner starts it: a process on Node 24 with a real payload, against a server that stands for
 * GitHub's API. The worker is one that reports what the test wants; pipeline.test.ts runs the real one.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/report/check.js';
import type { Report } from '../../src/report/types.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { tinyPolicy } from '../pipeline/tiny-repository.js';
import { REPORTS } from '../report/fixtures.js';
import { buildAction, withWorker } from './bundle.js';
import { checkOutBase } from './checkout.js';
import { payloadOf, runStep, startStep, type Job, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const BUILD_MS = 120_000;

let action: string;
let github: GitHubStandIn;
let apiUrl: string;

beforeAll(() => {
  action = withWorker(buildAction(), join(import.meta.dirname, 'workers/given.mjs'));
}, BUILD_MS);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

interface Given { readonly does: string; readonly report?: Report; readonly model?: string; readonly detail?: string }

function workspaceWith(given: Given): string {
  const workspace = temporary('workspace');
  writeFileSync(join(workspace, 'given.json'), JSON.stringify(given));
  return workspace;
}

const reporting = (name: string, more: Partial<Report> = {}): Given => {
  const make = REPORTS[name];
  if (make === undefined) throw new Error(`no report ${name}`);
  return { does: 'report', report: { ...make(), ...more } };
};

const jobOf = (given: Given, more: Partial<Job> = {}): Job => ({
  action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace: workspaceWith(given), ...more,
});
const step = (given: Given, more: Partial<Job> = {}): Promise<StepResult> => runStep(jobOf(given, more));

/** What was asked of GitHub beside the policy of the base commit. */
const asked = (): string[] => github.calls().filter((call) => !call.includes('/git/'));
const comments = (): string[] => github.comments.map(({ body }) => body);

/** Takes away what the action waits for: a folder that is never made, with nothing left to do. */
const NEVER = `import { createRequire, syncBuiltinESMExports } from 'node:module';
const promises = createRequire('file:///x')('node:fs/promises');
promises.mkdir = () => new Promise(() => undefined);
syncBuiltinESMExports();`;

describe.skipIf(node === '')('the action (needs Node 24, or Linux on x64 to install it)', () => {
  it('does not end well without a verdict, even where nothing is left to wait for', async () => {
    const ended = await step(reporting('pass'), { event: 'workflow_dispatch', payload: payloadOf('workflow_dispatch'), env: { NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(NEVER).toString('base64')}` } });
    expect(ended).toMatchObject({ exitCode: 2, report: undefined });
    expect(ended.outputs.size).toBe(0);
  });

  it('creates the comment on the first run and updates it on the second; an older run leaves it', async () => {
    const first = await step(reporting('pass'), { runId: 100 });
    expect(first).toMatchObject({ exitCode: 0, signal: null });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toMatch(/^<!-- prune-gate:default -->\n<!-- prune-gate-run: 100\.1 -->\n## prune-gate: PASS/u);
    const pushed = payloadOf('pull_request', 'synchronize') as { pull_request: { head: { sha: string } } };
    pushed.pull_request.head.sha = 'd'.repeat(40);
    const second = await step(reporting('fail-two-models'), { runId: 101, payload: pushed });
    expect(second.exitCode).toBe(1);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('run: 101.1 -->\n## prune-gate: FAIL');
    expect(comments()[0]).toMatch(/Over the commits of this pull request[^]*\n<!-- prune-gate-history: [\w-]+ -->\n<!-- prune-gate-looks: [\w-]+ -->\n$/u);
    // Of the two models one was judged before, on the same samples.
    expect(comments()[0]).toContain('These held-out samples were consulted 2 times for this model, this run included: each look lets chance have another go');
    expect(comments()[0]).toContain('These held-out samples were consulted once for this model, this run included.');
    const older = await step(reporting('pass'), { runId: 100, attempt: 2 });
    expect(older.exitCode).toBe(0);
    expect(comments()[0]).toContain('FAIL');
    expect(older.outputs.get('comment-url')).toBe(second.outputs.get('comment-url'));
    expect(github.seen.every(({ authorization }) => authorization === 'token ghs_token')).toBe(true);
  }, 120_000);

  it('fails the job by the report, which is written and published before', async () => {
    const result = await step(reporting('fail-two-models'));
    expect(result.exitCode).toBe(1);
    expect(result.report?.verdict).toBe('FAIL');
    expect(result.summary).toContain('## prune-gate: FAIL');
    expect(Object.fromEntries(result.outputs)).toMatchObject({
      'verdict': 'FAIL',
      'report-json': join(result.workspace, 'prune-gate-out/report.json'),
      'comment-url': expect.stringMatching(/#issuecomment-\d+$/u),
      'artifact-url': '',
    });
    expect(Number(result.outputs.get('size-reduction'))).toBeGreaterThan(0);
    expect(result.log).toContain('::error title=defect-detector%3A accuracy.drop failed,file=.github/prune-gate.yml,line=40,col=9::');
  });

  it.each([
    ['pass', 0], ['inconclusive', 3], ['error', 2],
  ])('ends %s with exit code %i', async (name, exitCode) => {
    expect((await step(reporting(name))).exitCode).toBe(exitCode);
  });

  it('lets a FAIL pass where fail-on is error, and keeps its name', async () => {
    const result = await step(reporting('fail-two-models'), { inputs: { 'fail-on': 'error' } });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.get('verdict')).toBe('FAIL');
  });

  it.each([['pass', 0], ['fail-two-models', 1]])('keeps the verdict of %s where the token may not comment', async (name, exitCode) => {
    github.readOnly = true;
    const result = await step(reporting(name));
    expect(result.exitCode).toBe(exitCode);
    expect(result.log).toMatch(/::notice title=prune-gate::no comment: the token may not comment .*pull-requests: write/u);
    expect(result.summary).toContain('## prune-gate:');
    expect(comments()).toEqual([]);
  });

  it('keeps the verdict where GitHub\'s API is out of reach and the checkout has the base commit; without one there is none', async () => {
    const workspace = workspaceWith(reporting('pass'));
    const env = { PRUNE_GATE_SECOND_MS: '50' };
    const result = await step(reporting('pass'), { apiUrl: 'http://127.0.0.1:9', workspace, payload: checkOutBase(workspace), env });
    expect(result.exitCode).toBe(0);
    expect(result.log).toContain('no comment: GitHub\'s API did not answer');
    const blind = await step(reporting('pass'), { apiUrl: 'http://127.0.0.1:9', env });
    expect(blind).toMatchObject({ exitCode: 2, report: { verdict: 'ERROR', errors: [{ code: 'base-unreadable' }] } });
  });

  it.each(['push', 'merge_group', 'workflow_dispatch', 'workflow_run'])('runs on %s without a comment', async (event) => {
    const payload = payloadOf(event);
    const result = await step(reporting('fail-two-models'), { event, payload });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain('FAIL');
    expect(asked()).toEqual([]);
    // The queue's base decides, and no pull request's.
    const { base_sha: queued } = (payload as { merge_group?: { base_sha: string } }).merge_group ?? {};
    expect(new Set(github.calls().flatMap((call) => /\/git\/trees\/(\w+)$/u.exec(call)?.[1] ?? []))).toEqual(new Set(queued === undefined ? [] : [queued]));
  });

  it('runs on a schedule, whose payload says little', async () => {
    expect((await step(reporting('pass'), { event: 'schedule', payload: { schedule: '17 3 * * *' } })).exitCode).toBe(0);
    expect(github.seen).toEqual([]);
  });

  it.each([
    ['comment is false', { comment: 'false' }], ['there is no token', { 'github-token': '' }],
  ])('writes no comment where %s', async (_name, inputs) => {
    expect((await step(reporting('pass'), { inputs })).exitCode).toBe(0);
    expect(asked()).toEqual([]);
  });

  it('keeps one comment for each comment-key', async () => {
    for (const key of ['a', 'b', 'a']) await step(reporting('pass'), { inputs: { 'comment-key': key } });
    expect(comments().map((body) => body.split('\n')[0])).toEqual(['<!-- prune-gate:a -->', '<!-- prune-gate:b -->']);
  });

  it('takes no command and no output from names', async () => {
    const model = '\n::set-output name=verdict::PASS\n##[error]x\r::stop-commands::x\u001b[2J';
    const result = await step({ ...reporting('hostile'), model, detail: '::warning::x' });
    const commands = result.log.split(/[\r\n]/u).filter((line) => line.trimStart().startsWith('::'));
    expect(commands.filter((line) => !/^::(?:add-mask|debug|notice|warning|error)(?: (?:title|file)=[^:]*)?::/u.test(line))).toEqual([]);
    expect(result.log).not.toContain('##[');
    expect(result.log).not.toContain('\u001b');
    expect(result.outputs.get('verdict')).toBe(result.report?.verdict);
    expect([...result.outputs.keys()]).toHaveLength(12);
  });

  it('reports a worker that crashes, and one that hangs, as an ERROR', async () => {
    const crashed = await step({ does: 'crash' });
    expect(crashed.exitCode).toBe(2);
    expect(crashed.report?.errors[0]).toMatchObject({ code: 'worker-crashed', stage: 'load', where: 'kws' });
    const hung = await step({ does: 'hang' }, { inputs: { 'time-limit': '2s' } });
    expect(hung.exitCode).toBe(2);
    expect(hung.report?.errors[0]).toMatchObject({ code: 'time-limit', stage: 'load', where: 'kws' });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('time-limit');
    expect(hung.log).toContain('::error title=prune-gate%3A time-limit::');
  });

  it('keeps the token and the runner\'s secrets from the worker', async () => {
    const secrets = { ACTIONS_RUNTIME_TOKEN: 'secret-1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-2', GITHUB_TOKEN: 'secret-3', NODE_OPTIONS: '--title=secret-4' };
    const { report } = await step({ does: 'tell its environment' }, { env: secrets, inputs: { artifact: '' } });
    const told = report?.errors[0]?.message ?? '';
    expect(told).toContain('PRUNE_GATE_RUNTIME');
    expect(told).not.toMatch(/secret-|ghs_token|INPUT_|GITHUB_/u);
  });

  it('hands on the folder of CUDA libraries that PRUNE_GATE_CUDA names, which may not be in the checkout', async () => {
    const [told, untrusted] = await Promise.all(['/opt/cuda', 'libraries'].map((path) => step({ does: 'tell its environment' }, { env: { PRUNE_GATE_CUDA: path } })));
    expect(JSON.parse(told?.report?.errors[0]?.message ?? '')).toMatchObject({ PRUNE_GATE_CUDA: '/opt/cuda' });
    expect(untrusted).toMatchObject({ exitCode: 2, report: { verdict: 'ERROR', errors: [{ code: 'cuda-libraries-untrusted', where: join(untrusted?.workspace ?? '', 'libraries') }] } });
  });

  it('says so, without a comment, when the run is cancelled', async () => {
    const started = startStep(jobOf({ does: 'hang' }));
    while (!started.log().includes('load')) await new Promise((resolve) => { setTimeout(resolve, 50); });
    started.kill('SIGINT');
    const result = await started.done;
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]?.code).toBe('interrupted');
    expect(comments()).toEqual([]);
  });

  it.each([
    ['an unknown verdict in fail-on', { 'fail-on': 'sometimes' }, 'input-invalid'],
    ['a time that is none', { 'time-limit': 'soon' }, 'input-invalid'],
    ['a key that would break the marker', { 'comment-key': 'a --> b' }, 'input-invalid'],
    ['a runtime that is not there', { 'runtime-path': 'nowhere' }, 'runtime-missing'],
  ])('reports %s as an ERROR', async (_name, inputs, code) => {
    const result = await step(reporting('pass'), { inputs });
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]?.code).toBe(code);
    expect(result.outputs.get('verdict')).toBe('ERROR');
    expect(result.summary).toContain(code);
  });

  it.each([['a link out of the workspace', {}, 'output-outside'], ['such a link, and another input that is wrong', { 'fail-on': 'sometimes' }, 'input-invalid']])('writes nothing through %s in the place of the output folder, and reports all the same', async (_name, inputs, code) => {
    const workspace = workspaceWith(reporting('pass'));
    const elsewhere = temporary('elsewhere');
    symlinkSync(elsewhere, join(workspace, 'prune-gate-out'));
    const result = await step(reporting('pass'), { workspace, payload: checkOutBase(workspace), inputs });
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(result).toMatchObject({ exitCode: 2, summary: expect.stringContaining(code) });
    expect(comments()[0] ?? '').toContain(code === 'input-invalid' ? '' : code);
    expect(parseReport(readFileSync(result.outputs.get('report-json') ?? ''))).toMatchObject({ verdict: 'ERROR', errors: [{ code }] });
  });

  it('refuses a runtime whose library was changed, before anything loads it', async () => {
    const folder = temporary('runtime');
    const modules = join(import.meta.dirname, '../../node_modules');
    for (const name of ['onnxruntime-common', 'onnxruntime-node/package.json', 'onnxruntime-node/dist', `onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`]) {
      cpSync(join(modules, name), join(folder, 'node_modules', name), { recursive: true });
    }
    const library = join(folder, 'node_modules/onnxruntime-node/bin/napi-v6', process.platform, process.arch, 'onnxruntime_binding.node');
    const bytes = readFileSync(library);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(library, bytes);
    const result = await step(reporting('pass'), { inputs: { 'runtime-path': folder } });
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]).toMatchObject({ code: 'runtime-mismatch', message: expect.stringContaining('onnxruntime_binding.node has the sha256') });
  });

  it('is an ERROR where the payload is cut off', async () => {
    const workspace = workspaceWith(reporting('pass'));
    const path = join(workspace, 'cut.json');
    writeFileSync(path, '{"pull_request": {"number": ');
    const result = await step(reporting('pass'), { env: { GITHUB_EVENT_PATH: path } });
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]?.code).toBe('event-invalid');
  });

  const OWN = tinyPolicy(['tiny']);
  const MOVED = OWN.replace('models/tiny.onnx', 'models/elsewhere.onnx');
  it.each<[string, string, Record<string, string>, string | undefined, Record<string, string>, string, object]>([
    ['there is none: the change\'s own', 'PASS', {}, OWN, {}, 'There is no policy at base', { from: 'checkout', policyChange: 'new' }],
    ['the change removes it: base\'s', 'PASS', { '.github/prune-gate.yml': OWN }, undefined, {}, '**This change removes the policy.**', { from: 'base', policyChange: 'removed' }],
    ['the change moved what it names: the change\'s own, for a WARN', 'WARN', { '.github/prune-gate.yml': OWN, 'models/tiny.onnx': 'model' }, MOVED, {}, 'names `models/tiny.onnx`, which this change moved', { from: 'checkout', policyChange: 'moved' }],
    ['it cannot be read: the change\'s own, for a WARN', 'WARN', { '.github/prune-gate.yml': 'version: 7' }, OWN, {}, 'cannot be used', { from: 'checkout', policyChange: 'unusable' }],
    ['policy-ref names another: that one', 'PASS', { '.github/prune-gate.yml': OWN }, `${OWN}# edited`, { 'policy-ref': 'policies' }, '**This change edits the policy.** The verdict is by the policy at `ddddddd`', { from: 'ref', policyChange: 'edited', other: { from: 'checkout' } }],
  ])('judges by the right policy where %s (%s)', async (_name, verdict, base, own, inputs, said, source) => {
    const workspace = workspaceWith(reporting('pass'));
    github.files = new Map(Object.entries(base));
    if (own !== undefined) {
      mkdirSync(join(workspace, '.github'));
      writeFileSync(join(workspace, '.github/prune-gate.yml'), own);
    }
    const result = await step(reporting('pass'), { workspace, inputs });
    expect(result).toMatchObject({ exitCode: 0, report: { verdict, sources: [source] } });
    expect(comments()[0]).toContain(said);
  });

  it('refuses pull_request_target with a checkout of the pull request, and runs with one of the base', async () => {
    const payload = payloadOf('pull_request', 'opened') as { pull_request: { base: { sha: string }; head: { sha: string } } };
    const checkout = (sha: string): string => {
      const workspace = workspaceWith(reporting('pass'));
      mkdirSync(join(workspace, '.git'));
      writeFileSync(join(workspace, '.git/HEAD'), `${sha}\n`);
      return workspace;
    };
    const head = await step(reporting('pass'), { event: 'pull_request_target', payload, workspace: checkout(payload.pull_request.head.sha) });
    expect(head.exitCode).toBe(2);
    expect(head.report?.errors[0]).toMatchObject({ code: 'unsafe-checkout', fix: expect.stringContaining('on: pull_request') });
    const base = await step(reporting('pass'), { event: 'pull_request_target', payload, workspace: checkout(payload.pull_request.base.sha) });
    expect(base.exitCode).toBe(0);
  });

  it('refuses pull_request_target where base\'s policy leads into a checkout of the pull request beside it, and runs where it does not', async () => {
    const payload = payloadOf('pull_request', 'opened') as { pull_request: { base: { sha: string }; head: { sha: string } } };
    const { base, head } = payload.pull_request;
    const workspace = workspaceWith(reporting('pass'));
    for (const [folder, commit] of [['.git', base.sha], ['pr/.git', head.sha]] as const) {
      mkdirSync(join(workspace, folder), { recursive: true });
      writeFileSync(join(workspace, folder, 'HEAD'), `${commit}\n`);
    }
    const judge = (model: string): Promise<StepResult> => {
      github.files = new Map([['.github/prune-gate.yml', tinyPolicy(['tiny']).replace('models/tiny.onnx', model)], ['pr/models/tiny.onnx', 'model']]);
      return step(reporting('pass'), { event: 'pull_request_target', payload, workspace });
    };
    const inside = await judge('pr/models/tiny.onnx');
    expect(inside).toMatchObject({ exitCode: 2, report: { errors: [{ code: 'unsafe-checkout', where: join(workspace, 'pr') }] } });
    expect((await judge('models/tiny.onnx')).exitCode).toBe(0);
  });

  it('refuses a comment\'s run with a fork\'s pull request checked out, and runs with the default branch or a branch of this repository', async () => {
    const workspace = workspaceWith(reporting('pass'));
    mkdirSync(join(workspace, '.git'));
    const judge = (commit: string): Promise<StepResult> => {
      writeFileSync(join(workspace, '.git/HEAD'), `${commit}\n`);
      return step(reporting('pass'), { event: 'issue_comment', payload: payloadOf('issue_comment', 'created'), workspace });
    };
    github.branches = new Map([['feature', 'd'.repeat(40)]]);
    expect((await judge('c'.repeat(40))).exitCode).toBe(0);
    expect((await judge('d'.repeat(40))).exitCode).toBe(0);
    expect(await judge('e'.repeat(40))).toMatchObject({ exitCode: 2, report: { errors: [{ code: 'unsafe-checkout', fix: expect.stringContaining('mode: publish') }] } });
  });

  it('refuses workflow_run after a run of a fork with that fork\'s files checked out', async () => {
    const workspace = workspaceWith(reporting('pass'));
    mkdirSync(join(workspace, '.git'));
    writeFileSync(join(workspace, '.git/HEAD'), `${'d'.repeat(40)}\n`);
    const payload = payloadOf('workflow_run', 'completed') as { workflow_run: { head_repository: { full_name: string } } };
    payload.workflow_run.head_repository.full_name = 'mallory/Hello-World';
    const result = await step(reporting('pass'), { event: 'workflow_run', payload, workspace });
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]).toMatchObject({ code: 'unsafe-checkout' });
  });

  it('carries what it needs: hashes, lockfile, licences, no trace of the machine that built it', () => {
    for (const name of ['runtime/package.json', 'runtime/package-lock.json', 'runtime/sha256.json', 'LICENSES.txt', 'package.json']) {
      expect(existsSync(join(action, 'dist', name)), name).toBe(true);
    }
    const { platforms } = JSON.parse(readFileSync(join(action, 'dist/runtime/sha256.json'), 'utf8')) as { platforms: object };
    expect(Object.keys(platforms)).toEqual(['darwin-arm64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64']);
    expect(execFileSync(node, ['--version']).toString()).toMatch(/^v2[4-9]/u);
  });
});
