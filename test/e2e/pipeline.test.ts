/** The bundle with its real worker: a real model pruned on a pull request, and the models and faults that must not pass. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { hungryModel } from '../supervisor/hungry-model.js';
import { buildAction } from './bundle.js';
import { payloadOf, runStep, startStep, type Job, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const example = join(import.meta.dirname, '../../examples/spoken-digits-dscnn');
const MINUTES = 60_000;

let action: string;
let github: GitHubStandIn;
let apiUrl: string;

beforeAll(() => { action = buildAction(); }, 2 * MINUTES);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

const jobOf = (workspace: string, more: Partial<Job> = {}): Job =>
  ({ action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'synchronize'), workspace, ...more });

/** The example's repository, its policy changed. How fast it runs says nothing on a machine that runs other tests. */
function repository(change: (policy: string) => string = (policy) => policy): string {
  const workspace = temporary('repository');
  cpSync(example, workspace, { recursive: true });
  const path = join(workspace, '.github/prune-gate.yml');
  const policy = readFileSync(path, 'utf8').replace(/^.*check: latency.*\n/mu, '');
  writeFileSync(path, change(policy));
  return workspace;
}

/** Uniform allocation spares the most of the time, and asks for less in turn; test/cli runs the example as it is. */
const quicker = (policy: string): string => policy.replace('method: structured', 'method: structured\n        allocation: uniform')
  .replace('macs: 2x', 'macs: 1.5x').replace('min: 40%', 'min: 25%').replace('min: 45%', 'min: 30%');

describe.skipIf(node === '')('a pull request (needs Node 24, or Linux on x64 to install it)', () => {
  it('gets a pruned model, a verdict and one comment, which the next run updates', async () => {
    const workspace = repository(quicker);
    const first = await runStep(jobOf(workspace, { runId: 7 }));
    expect(first.log).not.toContain('::error');
    expect(first).toMatchObject({ exitCode: 0, report: { verdict: 'PASS', models: [{ name: 'digits', verdict: 'PASS', proof: { holds: true } }] } });
    const model = first.outputs.get('model-path') ?? '';
    expect(existsSync(model) && existsSync(first.outputs.get('plan-path') ?? '')).toBe(true);
    expect(readFileSync(model).length).toBeLessThan(readFileSync(join(workspace, 'models/digits.onnx')).length);
    expect(Number(first.outputs.get('macs-reduction'))).toBeGreaterThan(0.3);
    expect(first.summary).toContain('## prune-gate: PASS');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(/## prune-gate: PASS[^]*\| digits \|/u);
    const second = await runStep(jobOf(workspace, { runId: 8 }));
    expect(second.exitCode).toBe(0);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('prune-gate-run: 8.1');
    // Same inputs, same machine: the same model, byte for byte.
    expect(second.report?.models[0]?.provenance.prunedModel).toBe(first.report?.models[0]?.provenance.prunedModel);
  }, 3 * MINUTES);

  it('that breaks a threshold fails, at the policy\'s line, with the report written first, and so without a comment', async () => {
    // How it was pruned is not the point here.
    const workspace = repository((policy) => policy.replace(/check: size\.reduction, +min: \d+%/u, 'check: size.reduction, min: 90%')
      .replace('method: structured', 'method: structured\n        allocation: uniform\n        repair: [bias]'));
    const line = readFileSync(join(workspace, '.github/prune-gate.yml'), 'utf8').split('\n').findIndex((text) => text.includes('90%')) + 1;
    github.readOnly = true;
    const result = await runStep(jobOf(workspace));
    expect(result.exitCode).toBe(1);
    expect(result.report?.verdict).toBe('FAIL');
    expect(result.outputs.get('verdict')).toBe('FAIL');
    expect(result.log).toContain(`size.reduction failed,file=.github/prune-gate.yml,line=${line},`);
    expect(result.log).toContain('no comment: the token may not comment');
  }, 2 * MINUTES);

  it('with a policy that cannot be read is an ERROR that says where', async () => {
    const result = await runStep(jobOf(repository((policy) => policy.replace('metrics:', 'metrisc:'))));
    expect(result.exitCode).toBe(2);
    expect(result.report?.errors[0]?.message).toContain('metrisc');
    expect(github.comments[0]?.body).toContain('## prune-gate: ERROR');
  });

  it.skipIf(process.platform !== 'linux')('whose worker is killed from outside is an ERROR (found through /proc: Linux)', async () => {
    const started = startStep(jobOf(repository()));
    const worker = await workerOf(started.pid);
    process.kill(worker, 'SIGKILL');
    const result = await started.done;
    expect(result.exitCode).toBe(2);
    expect(result.report).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'worker-crashed', message: expect.stringContaining('SIGKILL') }] });
    expect(github.comments[0]?.body).toContain('worker-crashed');
  }, 2 * MINUTES);
});

/** A repository around one hostile model with an input x of one number. */
function hostile(model: Uint8Array): string {
  const workspace = temporary('repository');
  mkdirSync(join(workspace, '.github'));
  writeFileSync(join(workspace, 'model.onnx'), model);
  writeFileSync(join(workspace, 'data.csv'), `x\n${Array.from({ length: 40 }, (_, row) => `${row}\n`).join('')}`);
  writeFileSync(join(workspace, '.github/prune-gate.yml'), `
version: 1
models:
  - name: hostile
    path: model.onnx
    data: { heldout: { path: data.csv, inputs: { x: x } } }
    prune: [{ method: structured, target: { macs: 1.5x } }]
    metrics: [{ name: cosine }]
    gate: [{ check: size.reduction, min: 1% }]
`);
  return workspace;
}

const step = (model: Uint8Array, inputs: Record<string, string>): Promise<StepResult> => runStep(jobOf(hostile(model), { inputs }));

describe.skipIf(node === '' || !hasSharedData)('a hostile model (needs Node 24 and the shared data beside the checkout)', () => {
  const bytes = (name: string): Uint8Array => readFileSync(sharedData('malformed-models', name));

  it('that loops without end is an ERROR at the time limit', async () => {
    const { exitCode, report } = await step(bytes('loop_forever.onnx'), { 'time-limit': '5s' });
    expect(exitCode).toBe(2);
    expect(report).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'time-limit', where: 'hostile', stage: expect.any(String) }] });
    expect(report?.seconds).toBeLessThan(8);
  });

  it('that asks for 16 TB at once is an ERROR', async () => {
    const { exitCode, report } = await step(bytes('constantofshape_bomb.onnx'), { 'time-limit': '60s' });
    expect(exitCode).toBe(2);
    expect(report?.verdict).toBe('ERROR');
  });
});

describe.skipIf(node === '' || process.platform !== 'linux')('memory (read from /proc: Linux, Node 24)', () => {
  it('that a model fills without end is an ERROR at the memory limit', async () => {
    const { exitCode, report } = await step(hungryModel(), { 'time-limit': '60s', 'memory-limit': '600MiB' });
    expect(exitCode).toBe(2);
    expect(report).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'memory-limit', where: 'hostile' }] });
  });

  it('and time are given back when the action itself is killed: its worker goes with it', async () => {
    const loop = hasSharedData ? readFileSync(sharedData('malformed-models/loop_forever.onnx')) : hungryModel();
    const started = startStep(jobOf(hostile(loop), { inputs: { 'time-limit': '300s' } }));
    const worker = await workerOf(started.pid);
    started.kill('SIGKILL');
    await started.done;
    await expect.poll(() => existsSync(`/proc/${worker}`), { timeout: 10_000 }).toBe(false);
  });
});

/** The pid of the worker that the action started, once it is there and past its first stage. */
async function workerOf(pid: number | undefined): Promise<number> {
  for (;;) {
    const children = readFileSync(`/proc/${pid ?? 0}/task/${pid ?? 0}/children`, 'utf8').trim().split(' ').filter((child) => child !== '').map(Number);
    const worker = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('worker.js'));
    if (worker !== undefined) {
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      return worker;
    }
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}
