/** A run that several jobs share, the bundle in each: artifacts carry what they hand to each other. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { timeless } from '../pipeline/timeless.js';
import { writeTinyRepository } from '../pipeline/tiny-repository.js';
import { buildAction } from './bundle.js';
import { payloadOf, runStep, type StepResult } from './job.js';
import { membersOf } from './members.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;

let action: string;
let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;
let repository: string;

beforeAll(async () => {
  action = buildAction();
  repository = temporary('repository');
  await writeTinyRepository(repository, { samples: 300, metrics: '[{ name: accuracy }, { name: macro-f1 }]' });
}, 2 * MINUTE);
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

/** A job of the run, with a checkout of its own. */
async function job(inputs: Record<string, string>, attempt = 1): Promise<StepResult> {
  const workspace = temporary('workspace');
  cpSync(repository, workspace, { recursive: true });
  return runStep({ action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace, env: service.env(), inputs, attempt });
}

const POLICY = '.github/prune-gate.yml';

/** What the change's own policy says, times and what is measured in time apart. */
const lasting = ({ report }: StepResult): string => JSON.stringify(report?.sources?.map(({ other }) => ({
  ...other, models: other?.models.map((model) => ({ ...model, seconds: {}, measures: timeless(model.measures) })),
})));

const names = (): string[] => service.artifacts.map(({ name }) => name).sort();

describe.skipIf(node === '')('a shared run (needs Node 24, or Linux on x64 to install it)', () => {
  it('is pruned once, evaluated in parts, and judged as one; each part is needed, and once', async () => {
    // The change edits its policy: every job goes by the base's, and by the change's beside it.
    github.files = new Map([POLICY, 'data/heldout.npz', 'data/calibration.npz', 'models/tiny.onnx'].map((path) => [path, readFileSync(join(repository, path))]));
    writeFileSync(join(repository, POLICY), readFileSync(join(repository, POLICY), 'utf8').replace('max: 30pp', 'max: -90pp'));
    const pruned = await job({ mode: 'prune' });
    expect(pruned.log).not.toContain('::error');
    expect(pruned.exitCode).toBe(0);
    // The change only says when to fail: its model is that of the base's policy, and neither handed on nor evaluated twice.
    expect(pruned.log.match(/^tiny: apply/gmu)).toHaveLength(1);
    expect(await membersOf(service.artifacts.find(({ name }) => name === 'prune-gate-pruned')?.bytes ?? Buffer.of())).toEqual(['by-change/report.json', 'by-change/report.md', 'by-change/tiny/plan.json', 'by-change/tiny/prune.json', 'report.json', 'report.md', 'tiny/model.onnx', 'tiny/plan.json', 'tiny/prune.json']);
    for (const shard of ['2/2', '1/2']) {
      const { exitCode, log } = await job({ shard });
      expect([exitCode, log.match(/^tiny: evaluate/gmu)?.length]).toEqual([0, 1]);
    }
    expect(github.comments).toEqual([]);
    expect(names()).toEqual(['prune-gate-pruned', 'prune-gate-shard-1-of-2', 'prune-gate-shard-2-of-2']);

    const again = await job({ shard: '2/2' });
    expect(again).toMatchObject({ exitCode: 2, report: { verdict: 'ERROR', errors: [{ code: 'part-not-handed-on' }] } });

    const merged = await job({ mode: 'merge' });
    const whole = await job({ artifact: 'whole', comment: 'false' });
    expect(merged).toMatchObject({ exitCode: 0, report: { verdict: 'PASS' } });
    expect(merged.report?.models.map(({ metrics, checks, notes, provenance }) => ({ metrics, checks, notes, provenance })))
      .toEqual(whole.report?.models.map(({ metrics, checks, notes, provenance }) => ({ metrics, checks, notes, provenance })));
    expect(merged.report?.models[0]?.checks[0]).toMatchObject({ check: 'accuracy.drop', limitText: '30pp' });
    expect([merged, whole].map(({ report }) => report?.sources?.map(({ from, policyChange, other }) => [from, policyChange, other?.verdict]))).toEqual([[['base', 'edited', 'FAIL']], [['base', 'edited', 'FAIL']]]);
    expect(lasting(merged)).toBe(lasting(whole));
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('## prune-gate: PASS');
    expect(github.comments[0]?.body).toContain('by this change\'s own it would be **FAIL**');
    expect(merged.outputs.get('model-path')).toBe(join(merged.workspace, 'prune-gate-out/tiny/model.onnx'));

    service.artifacts.splice(service.artifacts.findIndex(({ name }) => name === 'prune-gate-shard-2-of-2'), 1);
    const short = await job({ mode: 'merge', artifact: 'prune-gate' });
    expect(short).toMatchObject({ exitCode: 2, report: { verdict: 'ERROR', models: [{ errors: [{ code: 'shard-missing', message: 'Of 2 parts these are missing: 2.' }] }] } });
    expect(github.comments[0]?.body).toContain('## prune-gate: ERROR');

    // A job that is run again takes the place of what its first attempt left.
    expect((await job({ shard: '1/2' }, 2)).exitCode).toBe(0);
    expect(names().filter((name) => name.endsWith('1-of-2'))).toHaveLength(1);
  }, 4 * MINUTE);

  it.each<[string, Record<string, string>, string]>([
    ['a shard without the pruning job', { shard: '1/2' }, 'shard-foreign'],
    ['a merge without any job', { mode: 'merge' }, 'shard-missing'],
    ['a part that is none', { shard: '3/2' }, 'input-invalid'],
    ['a part without artifacts', { mode: 'prune', artifact: '' }, 'input-invalid'],
  ])('is an ERROR for %s', async (_name, inputs, code) => {
    const { exitCode, report } = await job(inputs);
    expect(exitCode).toBe(2);
    expect([...report?.errors ?? [], ...report?.models.flatMap(({ errors }) => errors) ?? []].map((error) => error.code)).toEqual([code]);
  }, MINUTE);

  it('is an ERROR where the runner has no artifacts to hand on', async () => {
    service.fault = (path) => (path.includes('ArtifactService') ? { status: 404 } : undefined);
    expect(await job({ mode: 'prune' })).toMatchObject({ exitCode: 2, report: { errors: [{ code: 'part-not-handed-on' }] } });
  }, MINUTE);
});
