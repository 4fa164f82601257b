/** What a run leaves on GitHub beside its comment: the artifact, for as long as asked, and a check run where asked. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { writeTinyRepository } from '../pipeline/tiny-repository.js';
import { REPORTS } from '../report/fixtures.js';
import { buildAction, withWorker } from './bundle.js';
import { payloadOf, runStep, type StepResult } from './job.js';
import { membersOf } from './members.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;

let real: string;
let given: string;
let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;

beforeAll(() => {
  real = buildAction();
  given = withWorker(real, join(import.meta.dirname, 'workers/given.mjs'));
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

function step(action: string, workspace: string, inputs: Record<string, string>, env: Record<string, string> = {}): Promise<StepResult> {
  return runStep({ action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace, env: { ...service.env(), ...env }, inputs: { cache: 'false', ...inputs } });
}

function reporting(name: string): string {
  const workspace = temporary('workspace');
  writeFileSync(join(workspace, 'given.json'), JSON.stringify({ does: 'report', report: REPORTS[name]?.() }));
  return workspace;
}

describe.skipIf(node === '')('a run (needs Node 24, or Linux on x64 to install it)', () => {
  it('leaves report, plan and pruned model as an artifact, for the days that were asked for', async () => {
    const workspace = temporary('repository');
    await writeTinyRepository(workspace);
    const before = Date.now();
    const result = await step(real, workspace, { 'retention-days': '7' }, { GITHUB_RETENTION_DAYS: '90' });
    const [artifact] = service.artifacts;
    expect(await membersOf(artifact?.bytes ?? Buffer.alloc(0))).toEqual(['report.json', 'report.md', 'tiny/model.onnx', 'tiny/plan.json']);
    expect((Date.parse(artifact?.expiresAt ?? '') - before) / 86_400_000).toBeCloseTo(7, 1);
    expect(result.outputs.get('artifact-url')).toMatch(/\/artifacts\/500$/u);
    expect(github.comments[0]?.body).toContain('/artifacts/500');
    expect(github.checkRuns).toEqual([]);
  }, 2 * MINUTE);

  it('writes a check run where asked, and its verdict stays where it may not', async () => {
    const written = await step(given, reporting('fail-two-models'), { 'check-run': 'true' });
    expect(written.exitCode).toBe(1);
    expect(github.checkRuns.map(({ body, annotations }) => [body.name, body.conclusion, annotations.length > 0])).toEqual([['prune-gate', 'failure', true]]);
    github.fault = ({ url }) => (url.includes('check-runs') ? { kind: 'status', status: 403, message: 'Resource not accessible by integration' } : undefined);
    const refused = await step(given, reporting('pass'), { 'check-run': 'true' });
    expect(refused.exitCode).toBe(0);
    expect(refused.log).toContain('no check run: the token may not write check runs: grant "permissions: checks: write" to the job');
    expect(github.checkRuns).toHaveLength(1);
  }, MINUTE);

  it('keeps its verdict and says why where the artifact service fails', async () => {
    service.fault = (path) => (path.includes('ArtifactService') ? { status: 403 } : undefined);
    const result = await step(given, reporting('pass'), {});
    expect(result.exitCode).toBe(0);
    expect(result.log).toContain('::notice title=prune-gate::no artifact: ');
    expect(result.summary).toContain('## prune-gate: PASS');
  }, MINUTE);

  it('has none on Enterprise Server', async () => {
    const result = await step(given, reporting('pass'), {}, { GITHUB_SERVER_URL: 'https://github.example.com' });
    expect(result.exitCode).toBe(0);
    expect(result.log).toContain('no artifact: ');
    expect(service.artifacts).toEqual([]);
  }, MINUTE);
});
