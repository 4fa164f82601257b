/** The bundle and the repository's cache: what a run on the default branch keeps, and what a pull request may believe of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { tinyPolicy, writeTinyRepository } from '../pipeline/tiny-repository.js';
import { buildAction } from './bundle.js';
import { payloadOf, runStep, type Job, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;
const NAMES = ['one', 'two', 'three'];

let action: string;
let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;
let workspace: string;

beforeAll(() => { action = buildAction(); }, 2 * MINUTE);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(async () => {
  service = new ActionsService();
  await service.start();
  service.defaultRef = 'refs/heads/master';
  workspace = temporary('repository');
  await writeTinyRepository(workspace, { names: NAMES });
});
afterEach(() => service.stop());

/** A step on this ref, whose scope the service then has. GitHub's list of entries is what the service holds. */
async function step(event: string, ref: string, more: Partial<Job> = {}): Promise<StepResult> {
  service.ref = ref;
  github.caches = service.entries.map(({ key, ref: of, version }) => ({ key, ref: of, version }));
  const env = { ...service.env(), GITHUB_REF: ref, ...(event === 'pull_request' ? { GITHUB_BASE_REF: 'master' } : {}) };
  return runStep({ action, node, apiUrl, event, payload: payloadOf(event, event === 'push' ? undefined : 'synchronize'), workspace, env, ...more });
}

/** The commit that the pull request is based on, pushed. */
const BASE = (payloadOf('pull_request', 'synchronize') as { pull_request: { base: { sha: string } } }).pull_request.base.sha;
const onMain = (): Promise<StepResult> => step('push', 'refs/heads/master', { payload: { ...payloadOf('push'), after: BASE, repository: { default_branch: 'master' } } });
/** What a run on the default branch leaves, which is the same for every test: made once, by the first that asks. */
let left: { readonly result: StepResult; readonly entries: ActionsService['entries'] } | undefined;

async function afterMain(): Promise<StepResult> {
  if (left === undefined) {
    const result = await onMain();
    left = { result, entries: service.entries.map((entry) => ({ ...entry })) };
  }
  service.entries.splice(0, Infinity, ...left.entries.map((entry) => ({ ...entry })));
  return left.result;
}

const onPullRequest = (more: Partial<Job> = {}): Promise<StepResult> => step('pull_request', 'refs/pull/2/merge', more);
const taken = ({ report }: StepResult): string[] => (report?.models ?? []).filter(({ notes }) => notes.some((text) => text.startsWith('Not pruned again'))).map(({ name }) => name);
const results = (): readonly { key: string }[] => service.entries.filter(({ key }) => key.startsWith('prune-gate-prune-'));

describe.skipIf(node === '')('finished prunes (needs Node 24, or Linux on x64 to install it)', () => {
  it('are kept by the default branch, and a pull request prunes only the model that it changed', async () => {
    const main = await afterMain();
    expect(main).toMatchObject({ exitCode: 0, report: { verdict: 'PASS' } });
    expect(taken(main)).toEqual([]);
    expect(results()).toHaveLength(3);
    await writeTinyRepository(workspace, { names: ['two'], seed: 9 });
    writeFileSync(join(workspace, '.github/prune-gate.yml'), tinyPolicy(NAMES));
    const change = await onPullRequest();
    expect(taken(change)).toEqual(['one', 'three']);
    expect(change.report?.models.map(({ provenance }) => provenance.prunedModel !== null)).toEqual([true, true, true]);
    expect(github.comments[0]?.body).toContain('Pruned in this run: 1 of 3. Unchanged, from the cache and measured anew: one, three.');
    expect(github.comments[0]?.body).toMatch(/Against the base commit[^]*\| one \| accuracy [\d.]+ % → [\d.]+ %; size /u);
    // What a pull request prunes, nobody else would believe: it is not kept.
    expect(results()).toHaveLength(3);
  }, 2 * MINUTE);

  it('are not believed where the pull request may have put them there, or GitHub does not say', async () => {
    const main = await afterMain();
    const poison = service.entries.map((entry) => ({ ...entry, ref: 'refs/pull/2/merge' }));
    service.entries.push(...poison);
    const shadowed = await onPullRequest();
    expect(taken(shadowed)).toEqual([]);
    expect(shadowed.log).toContain('prune of one: the cache is not used: it was saved for refs/pull/2/merge, not on the default branch');
    expect(shadowed.report?.models.map(({ provenance }) => provenance.prunedModel)).toEqual(main.report?.models.map(({ provenance }) => provenance.prunedModel));
    expect(shadowed.log).toMatch(/baseline of [0-9a-f]{7}: not shown: it was saved for refs\/pull\/2\/merge/u);
    expect(github.comments[0]?.body).not.toContain('Against the base commit');
    service.entries.splice(4);
    github.fault = ({ url }) => (url.includes('/actions/caches') ? { kind: 'status', status: 403, message: 'Resource not accessible by integration' } : undefined);
    const denied = await onPullRequest();
    expect(taken(denied)).toEqual([]);
    expect(denied.log).toContain('grant "permissions: actions: read" to the job');
    expect(denied.exitCode).toBe(0);
  }, 2 * MINUTE);

  it('have a baseline beside them, of a shared run too; there is none where another commit is checked out', async () => {
    for (const inputs of [{ mode: 'prune' }, { shard: '1/1' }, { mode: 'merge' }]) {
      expect(await step('push', 'refs/heads/master', { payload: { ...payloadOf('push'), after: BASE, repository: { default_branch: 'master' } }, inputs })).toMatchObject({ exitCode: 0 });
    }
    const baselines = (): number => service.entries.filter(({ key }) => key.startsWith('prune-gate-baseline-')).length;
    expect(baselines()).toBe(1);
    service.entries.splice(0);
    mkdirSync(join(workspace, '.git'));
    writeFileSync(join(workspace, '.git/HEAD'), `${'9'.repeat(40)}\n`);
    const other = await onMain();
    expect(other.exitCode).toBe(0);
    expect(other.log).toContain('the report is not kept as a baseline: 9999999 is checked out');
    expect(baselines()).toBe(0);
  }, 2 * MINUTE);

  it('that are damaged or foreign change no verdict', async () => {
    await afterMain();
    const [one, two, three, baseline] = service.entries;
    if (one === undefined || two === undefined || three === undefined || baseline === undefined) throw new Error('four entries expected');
    baseline.bytes = three.bytes;
    one.bytes = one.bytes.subarray(0, 500);
    two.bytes = three.bytes;
    const result = await onPullRequest();
    expect(taken(result)).toEqual(['three']);
    expect(result).toMatchObject({ exitCode: 0, report: { verdict: 'PASS' } });
    expect(result.log).toContain('prune of one: the cache is not used:');
    expect(result.report?.models[1]?.notes.join()).toContain('passed over, and the model pruned again: it was made with another model');
  }, 2 * MINUTE);

  it('are not asked for where the input says so, and nothing is where there is no service', async () => {
    await step('push', 'refs/heads/master', { inputs: { cache: 'false', models: 'one' } });
    expect(service.seen.filter((path) => path.includes('CacheService'))).toEqual([]);
    const none = await step('push', 'refs/heads/master', { env: {}, inputs: { models: 'one' } });
    expect(none.exitCode).toBe(0);
    expect(readFileSync(join(workspace, 'prune-gate-out/report.json'), 'utf8')).toContain('"PASS"');
  }, 2 * MINUTE);
});
