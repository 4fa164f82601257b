/** Every workflow that the documentation shows, run: by act, over a small repository, against stand-ins for GitHub's services. */
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { root, workflowUnder } from '../docs/markdown.js';
import { tinyPolicy, writeTinyRepository } from '../pipeline/tiny-repository.js';
import { act, commitAll, filesIn, runWorkflow, type ActResult, type ActRun } from './act.js';
import { buildAction } from './bundle.js';
import { payloadOf } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;
const NAME = 'Codertocat/Hello-World';

let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;
let action: string;
let repository: string;
let commit: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeAll(() => { action = buildAction(); }, 2 * MINUTE);
beforeEach(async () => {
  service = new ActionsService();
  await service.start();
  repository = temporary('repository');
  await writeTinyRepository(repository);
  writeFileSync(join(repository, '.github/nightly.yml'), tinyPolicy(['tiny']));
  writeFileSync(join(repository, 'integration-test'), '#!/bin/sh\ntest -s "$1"\n');
  chmodSync(join(repository, 'integration-test'), 0o755);
  commit = commitAll(repository);
  github.files = filesIn(repository);
});
afterEach(() => service.stop());
afterAll(removeTemporaries);

type Side = { sha: string; ref: string; repo: { full_name: string; fork: boolean; owner: { login: string } } };
const pullRequest = (): { pull_request: { number: number; head: Side; base: Side } } => payloadOf('pull_request', 'opened') as { pull_request: { number: number; head: Side; base: Side } };

function run(workflow: string, event: string, payload: unknown, more: Partial<ActRun> = {}): Promise<ActResult> {
  const env = { GITHUB_API_URL: apiUrl, ...service.env(), PRUNE_GATE_SECOND_MS: '50', GITHUB_REF: 'refs/pull/2/merge' };
  return runWorkflow({ workflow, event, payload, repository, action, nodeFolder: dirname(node), env, ...more });
}

const succeeded = (...jobs: string[]): Map<string, string> => new Map(jobs.map((name) => [name, 'success']));

describe.skipIf(act === undefined || node === '')('with act (npm run workflows)', () => {
  it.each([['README.md', 'On your pull requests'], ['docs/action.md', 'The action'], ['docs/recipes.md', 'A simple gate'], ['docs/recipes.md', 'Several models in one repository'], ['docs/recipes.md', 'Use the pruned model in a later step']])(
    '%s, %s: passes, and comments', async (page, heading) => {
      const result = await run(workflowUnder(page, heading), 'pull_request', pullRequest());
      expect([result.jobs, result.log]).toEqual([succeeded([...result.jobs.keys()][0] ?? ''), expect.stringContaining('prune-gate: PASS')]);
      expect(github.comments.map(({ body }) => body.split('\n')[2])).toEqual(['## prune-gate: PASS']);
      expect(service.artifacts.map(({ name }) => name)).toEqual(['prune-gate']);
    }, 2 * MINUTE);

  it('a gate that fails fails the job', async () => {
    writeFileSync(join(repository, '.github/prune-gate.yml'), tinyPolicy(['tiny'], { gate: '[{ check: size.reduction, min: 99% }]' }));
    commitAll(repository);
    github.files = filesIn(repository);
    const result = await run(workflowUnder('docs/recipes.md', 'A simple gate'), 'pull_request', pullRequest());
    expect(result.jobs).toEqual(new Map([['prune', 'failure']]));
    expect(github.comments[0]?.body).toContain('## prune-gate: FAIL');
  }, 2 * MINUTE);

  it.each([['merge_group', 'Pull requests and a merge queue'], ['workflow_dispatch', 'After each merge, every night, by hand'], ['schedule', 'After each merge, every night, by hand'], ['push', 'After each merge, every night, by hand']])(
    '%s, %s: the same verdict, and no comment', async (event, heading) => {
      const payload = event === 'schedule' ? { schedule: '17 3 * * 1-5' } : { ...payloadOf(event), ...(event === 'push' ? { ref: 'refs/heads/main', after: commit } : {}) };
      const result = await run(workflowUnder('docs/recipes.md', heading), event, payload);
      expect([result.jobs, result.log]).toEqual([succeeded('prune'), expect.stringContaining('prune-gate: PASS')]);
      expect(github.comments).toEqual([]);
    }, 2 * MINUTE);

  it('eight machines: ten jobs, one verdict; it is an ERROR, and not skipped, where one of them fails', async () => {
    const workflow = workflowUnder('docs/recipes.md', 'Eight machines for one model');
    const shards = Array.from({ length: 8 }, (_, i) => `evaluate ${i + 1}/8`);
    const result = await run(workflow, 'pull_request', pullRequest());
    expect([...result.jobs].sort()).toEqual([...succeeded('prune', ...shards, 'verdict')].sort());
    expect(github.comments.map(({ body }) => body.split('\n')[2])).toEqual(['## prune-gate: PASS']);
    service.artifacts.splice(0);
    const failed = await run(workflow.replace('mode: prune', 'mode: prune\n          time-limit: no'), 'pull_request', pullRequest());
    expect(failed.jobs).toEqual(new Map([['prune', 'failure'], ['verdict', 'failure']]));
  }, 5 * MINUTE);

  it('forks in two steps: the run that may only read, and the one that comments', async () => {
    const payload = pullRequest();
    const { head, number } = payload.pull_request;
    head.repo.full_name = 'mallory/Hello-World';
    github.readOnly = true;
    const first = await run(workflowUnder('docs/recipes.md', 'A simple gate'), 'pull_request', payload);
    expect(first.jobs).toEqual(succeeded('prune'));
    expect(github.comments).toEqual([]);
    const { workflow_run: other, ...rest } = payloadOf('workflow_run', 'completed') as { workflow_run: Record<string, unknown> };
    github.readOnly = false;
    github.artifacts = service.artifacts.map(({ id, name, bytes }) => ({ id, name, bytes, runId: 1 }));
    github.pullRequests = [{ number, headSha: head.sha, head: `mallory:${head.ref}`, headRepository: head.repo.full_name }];
    const event = { ...rest, workflow_run: { ...other, id: 1, run_attempt: 1, event: 'pull_request', head_sha: head.sha, head_branch: head.ref, head_repository: { full_name: head.repo.full_name, owner: { login: 'mallory' } }, conclusion: 'success' } };
    const second = await run(workflowUnder('docs/recipes.md', 'Pull requests from forks'), 'workflow_run', event);
    expect([second.jobs, second.log]).toEqual([succeeded('publish'), expect.stringContaining('comment created')]);
    expect(github.comments[0]?.body).toContain('PASS (untrusted run)');
  }, 2 * MINUTE);

  it('a GPU: an ERROR where there is none, never a silent run on the CPU; forks are refused, and not skipped', async () => {
    const workflow = workflowUnder('docs/recipes.md', 'A GPU').replace('          runtime-path: /opt/prune-gate-runtime\n', '');
    const payload = pullRequest();
    payload.pull_request.head.repo.full_name = NAME;
    const result = await run(workflow, 'pull_request', payload);
    expect([result.jobs, result.log]).toEqual([new Map([['prune', 'failure']]), expect.stringMatching(/prune-gate: ERROR/u)]);
    expect(result.log).toContain('cuda');
    payload.pull_request.head.repo.full_name = 'mallory/Hello-World';
    const fork = await run(workflow, 'pull_request', payload);
    expect(fork.jobs).toEqual(new Map([['prune', 'failure']]));
    expect(fork.log).toContain('Pull requests from forks do not run on our GPU');
    expect(fork.log).not.toContain('onnxruntime-node');
  }, 2 * MINUTE);

  it('a release: the second job attaches the pruned model and its report; where the gate fails it attaches nothing', async () => {
    const workflow = workflowUnder('docs/recipes.md', 'Publish the pruned model with a release');
    const { programs, told } = gh();
    const release = (): Promise<ActResult> => run(workflow, 'release', payloadOf('release', 'published'), { actions: { 'actions/download-artifact@v6': downloadArtifact() }, programs });
    const { tag_name: tag } = payloadOf('release', 'published').release as { tag_name: string };
    expect((await release()).jobs).toEqual(succeeded('prune', 'attach'));
    expect(service.artifacts.map(({ name }) => name)).toEqual(['prune-gate']);
    const [arguments_, repositoryName, token, model] = told();
    expect([arguments_, repositoryName, token]).toEqual([`release upload ${tag} ./tiny.onnx pruned/report.json`, NAME, 'ghs_token']);
    expect(model).toMatch(/^[0-9a-f]{64} {2}\.\/tiny\.onnx$/u);
    rmSync(join(programs, 'told'));
    service.artifacts.splice(0);
    writeFileSync(join(repository, '.github/prune-gate.yml'), tinyPolicy(['tiny'], { gate: '[{ check: size.reduction, min: 99% }]' }));
    commitAll(repository);
    expect((await release()).jobs).toEqual(new Map([['prune', 'failure']]));
    expect(existsSync(join(programs, 'told'))).toBe(false);
  }, 3 * MINUTE);

  it.each(readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name))('examples/%s, and uses: ./', async (name) => {
    const checkout = temporary('checkout');
    cpSync(join(root, 'examples', name), checkout, { recursive: true });
    commitAll(checkout);
    github.files = filesIn(checkout);
    const result = await run(readFileSync(join(checkout, '.github/workflows/prune-gate.yml'), 'utf8').replace(/uses: prune-gate\/prune-gate@\S+/u, 'uses: ./prune-gate'), 'pull_request', pullRequest(), { repository: placed(checkout) });
    expect([...result.jobs.values()]).toEqual(['success']);
    expect(github.comments).toHaveLength(1);
  }, 5 * MINUTE);
});

/** Does what GitHub's own action of that name does, with GitHub's own client. */
function downloadArtifact(): string {
  const folder = temporary('download-artifact');
  writeFileSync(join(folder, 'action.yml'), 'name: download\ndescription: download\ninputs: { name: { required: true }, path: { required: true } }\nruns: { using: node24, main: index.mjs }\n');
  writeFileSync(join(folder, 'index.mjs'), `import { join } from 'node:path';
import { DefaultArtifactClient } from ${JSON.stringify(import.meta.resolve('@actions/artifact'))};
const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(process.env.INPUT_NAME);
await client.downloadArtifact(artifact.id, { path: join(process.env.GITHUB_WORKSPACE, process.env.INPUT_PATH) });
process.exit(0);
`);
  return folder;
}

/** GitHub's command line, as far as it is used: it writes down what it was told, and the files that it would upload. */
function gh(): { readonly programs: string; readonly told: () => string[] } {
  const programs = temporary('programs');
  writeFileSync(join(programs, 'gh'), `#!/bin/sh\nset -e\n{ echo "$*"; echo "$GH_REPO"; echo "$GH_TOKEN"; sha256sum ./*.onnx; test -s pruned/report.json; } > '${join(programs, 'told')}'\n`);
  chmodSync(join(programs, 'gh'), 0o755);
  return { programs, told: () => readFileSync(join(programs, 'told'), 'utf8').trim().split('\n') };
}

/** With the action's checkout in it, as .github/workflows/action.yml lays it out. */
function placed(checkout: string): string {
  cpSync(action, join(checkout, 'prune-gate'), { recursive: true });
  if (!existsSync(join(checkout, 'prune-gate/action.yml'))) throw new Error('the action is not there');
  commitAll(checkout);
  return checkout;
}
