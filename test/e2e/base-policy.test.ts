/** A change that loosens its own policy and swaps its data: the base's decide, both are judged, and no command of the change's runs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { tinyPolicy, writeTinyRepository } from '../pipeline/tiny-repository.js';
import { buildAction } from './bundle.js';
import { payloadOf, runStep, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;
const POLICY = '.github/prune-gate.yml';
const STRICT = '[{ check: accuracy.drop, max: 30pp }, { check: size.reduction, min: 99% }, { check: size.regression, max: 5% }]';

let action: string;
let github: GitHubStandIn;
let apiUrl: string;

beforeAll(() => { action = buildAction(); }, 2 * MINUTE);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

const step = (workspace: string, inputs: Record<string, string> = {}): Promise<StepResult> =>
  runStep({ action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace, inputs });

describe.skipIf(node === '')('the policy of the base (needs Node 24, or Linux on x64 to install it)', () => {
  it('decides, on the data of the base; the change\'s own are judged beside it, and by a label in its place', async () => {
    const [base, workspace] = [temporary('base'), temporary('workspace')];
    await writeTinyRepository(base, { gate: STRICT });
    github.files = new Map([POLICY, 'models/tiny.onnx', 'data/heldout.npz', 'data/calibration.npz'].map((path) => [path, readFileSync(join(base, path))]));
    await writeTinyRepository(workspace, { samples: 200 });
    const mark = join(workspace, 'ran');
    writeFileSync(join(workspace, POLICY), `${tinyPolicy(['tiny'])}    measure: { command: [touch, "${mark}"] }\n`);

    const result = await step(workspace, { 'allow-commands': 'true', 'approval-label': 'accepted' });
    expect(result).toMatchObject({ exitCode: 1, report: { verdict: 'FAIL', models: [{ provenance: { heldoutSamples: 400 } }] } });
    // The base's model was had from its commit, pruned by the base's policy and measured in this job: the change left it as it was.
    expect(result.report?.models[0]?.checks.find(({ check }) => check === 'size.regression')).toMatchObject({ outcome: 'pass', value: 0 });
    expect((result.report?.models[0]?.findings ?? []).map(({ code }) => code)).not.toContain('baseline-missing');
    const [source] = result.report?.sources ?? [];
    expect(source).toMatchObject({ from: 'base', policyChange: 'edited', dataChanged: ['data/heldout.npz'], other: { from: 'checkout', verdict: 'PASS', models: [{ provenance: { heldoutSamples: 200 } }] } });
    const other = JSON.parse(readFileSync(join(workspace, 'prune-gate-out', source?.other?.report ?? ''), 'utf8')) as Report;
    expect(other.models[0]?.notes.join()).toContain('measuring command, which was not run');
    expect(existsSync(mark)).toBe(false);
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('**This change edits the policy and the held-out data** (`data/heldout.npz`). The verdict is by the policy and data at base `f95f852`; by this change\'s own it would be **PASS**.');
    expect(body).toContain('<summary>By this change\'s own policy and data: PASS</summary>');
    expect(body).toContain(`Policy \`${POLICY}\` at base \`f95f852\``);

    github.labels = ['accepted'];
    const approved = await step(workspace, { 'allow-commands': 'true', 'approval-label': 'accepted' });
    expect(approved).toMatchObject({ exitCode: 0, report: { verdict: 'PASS', sources: [{ from: 'checkout', approved: true, other: { from: 'base', verdict: 'FAIL' } }] } });
    expect(existsSync(mark)).toBe(false);
  }, 2 * MINUTE);

  it('runs its measuring command where the workflow allows it, in an empty folder and without the token; elsewhere its figures are missing', async () => {
    const workspace = temporary('workspace');
    await writeTinyRepository(workspace, { gate: '[{ check: accuracy.drop, max: 30pp }, { check: board-latency.speedup, min: 1.5x }]' });
    const said = join(workspace, 'said');
    const script = join(workspace, 'board.cjs');
    writeFileSync(script, `const { appendFileSync, readdirSync } = require('node:fs');
appendFileSync(${JSON.stringify(said)}, JSON.stringify([process.env.PRUNE_GATE_ROLE, readdirSync('.'), Object.keys(process.env).filter((name) => /TOKEN|^INPUT_|^ACTIONS_|^GITHUB_/u.test(name))]) + '\\n');
console.log(JSON.stringify({ latency: process.env.PRUNE_GATE_ROLE === 'dense' ? 4 : 2 }));\n`);
    writeFileSync(join(workspace, POLICY), `${readFileSync(join(workspace, POLICY), 'utf8')}    measure: { command: [${JSON.stringify(process.execPath)}, ${JSON.stringify(script)}] }\n`);
    github.files = new Map([POLICY, 'models/tiny.onnx', 'data/heldout.npz', 'data/calibration.npz'].map((path) => [path, readFileSync(join(workspace, path))]));

    expect(await step(workspace)).toMatchObject({ exitCode: 2, report: { verdict: 'ERROR', models: [{ checks: [{ outcome: 'pass' }, { outcome: 'error' }] }] } });
    expect(existsSync(said)).toBe(false);
    const allowed = await step(workspace, { 'allow-commands': 'true' });
    expect(allowed).toMatchObject({ exitCode: 0, report: { verdict: 'PASS', models: [{ checks: [{ outcome: 'pass' }, { check: 'board-latency.speedup', outcome: 'pass', value: 2 }] }] } });
    expect(readFileSync(said, 'utf8')).toBe('["dense",[],[]]\n["pruned",[],[]]\n');
  }, 2 * MINUTE);
});
