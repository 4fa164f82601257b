/** Held-out data and policies that the base has in a submodule: real ones, made by git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/action/inputs.js';
import { chooseSources, type Reading, type Sources } from '../../src/action/sources.js';
import type { RunEvent } from '../../src/github/event.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';

const POLICY = '.github/prune-gate.yml';

let github: GitHubStandIn;
let apiUrl: string;
let workspace: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(() => { workspace = mkdtempSync(join(tmpdir(), 'prune-gate-submodules-')); });
afterEach(() => { rmSync(workspace, { recursive: true }); });

const policy = (limit: string, { more = '', path = 'held/data/test.npz' } = {}): string => `version: 1
models:
  - name: m
    path: models/m.onnx
    data: { heldout: { path: ${path}${more} }, calibration: { path: data/calibration.npz } }
    prune: [{ method: structured, target: { macs: 2x } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: ${limit} }]
`;

function checkout(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
}

const eventOn = (baseSha: string): RunEvent => ({
  kind: 'pull_request', owner: 'o', repo: 'r', baseSha, headSha: 'a'.repeat(40), pullRequest: 7, fork: false, run: { id: 1, attempt: 1 }, runUrl: 'https://github.com/o/r/actions/runs/1',
});

function choose(inputs: Record<string, string>, of: RunEvent): Promise<Sources | Reading> {
  const variables = Object.fromEntries(Object.entries({ 'github-token': 'ghs_token', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return chooseSources({ inputs: readInputs(variables, workspace), event: of }, workspace, { GITHUB_API_URL: apiUrl, PRUNE_GATE_SECOND_MS: '5', RUNNER_TEMP: workspace });
}

async function chosen(...given: Parameters<typeof choose>): Promise<Sources> {
  const sources = await choose(...given);
  if (!('decides' in sources)) throw new Error('the checkout was used without a question');
  return sources;
}

describe('a submodule', () => {
  const inGit = (at: string, ...args: string[]): string => execFileSync('git', ['-C', at, '-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'protocol.file.allow=always', ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
  const ownPolicy = policy('1pp');
  let submodule: string;
  let of: RunEvent;

  beforeEach(() => {
    const origin = join(workspace, '../', `${workspace.split('/').at(-1) ?? ''}-held`);
    mkdirSync(join(origin, 'data'), { recursive: true });
    writeFileSync(join(origin, 'data/test.npz'), 'data');
    writeFileSync(join(origin, 'policy.yml'), ownPolicy);
    inGit(origin, 'init', '--quiet');
    inGit(origin, 'add', '.');
    inGit(origin, 'commit', '--quiet', '--message=first');
    inGit(workspace, 'init', '--quiet');
    inGit(workspace, 'submodule', '--quiet', 'add', origin, 'held');
    rmSync(origin, { recursive: true });
    checkout({ [POLICY]: ownPolicy, 'models/m.onnx': 'model', 'data/calibration.npz': 'calibration' });
    inGit(workspace, 'add', '.');
    inGit(workspace, 'commit', '--quiet', '--message=base');
    submodule = join(workspace, 'held');
    of = eventOn(inGit(workspace, 'rev-parse', 'HEAD'));
  });
  const moveOn = (): void => {
    writeFileSync(join(submodule, 'data/test.npz'), 'easier data');
    writeFileSync(join(submodule, 'policy.yml'), ownPolicy.replace('1pp', '50pp'));
    inGit(submodule, 'commit', '--quiet', '--all', '--message=second');
  };
  /** As a shallow checkout has it: its last commit alone. */
  const forgetFirst = (): void => {
    const git = inGit(submodule, 'rev-parse', '--absolute-git-dir');
    const first = inGit(submodule, 'rev-parse', 'HEAD~1');
    rmSync(join(git, 'objects', first.slice(0, 2), first.slice(2)), { force: true });
    rmSync(join(git, 'objects/pack'), { recursive: true, force: true });
  };

  it('that the change leaves has base\'s held-out data; one that it moves on is read at base\'s commit', async () => {
    expect((await chosen({}, of)).facts).toMatchObject({ policyChange: 'none', dataChanged: [], dataUnpinned: [] });
    moveOn();
    const { facts, decides, other } = await chosen({}, of);
    expect(facts).toMatchObject({ dataChanged: ['held/data/test.npz'], dataUnpinned: [] });
    expect(readFileSync(join(decides.reading.pinnedData ?? '', 'held/data/test.npz'), 'utf8')).toBe('data');
    expect(other).toMatchObject({ from: 'checkout' });
  });

  it('without base\'s commit of it is an error, unless labelled', async () => {
    moveOn();
    forgetFirst();
    await expect(choose({}, of)).rejects.toMatchObject({ code: 'base-data-unavailable', message: expect.stringContaining('in a submodule') });
    github.labels = ['yes'];
    expect(await chosen({ 'approval-label': 'yes' }, of)).toMatchObject({ facts: { approved: true }, decides: { from: 'checkout' } });
  });

  it('that a folder of the repository takes the place of is one as well', async () => {
    rmSync(submodule, { recursive: true });
    checkout({ 'held/data/test.npz': 'easier data' });
    await expect(choose({}, of)).rejects.toMatchObject({ code: 'base-data-unavailable' });
  });

  it('that is the held-out data as a whole is compared as a folder', async () => {
    const whole = policy('1pp', { more: ', format: images', path: 'held' });
    checkout({ [POLICY]: whole });
    inGit(workspace, 'commit', '--quiet', '--all', '--message=whole');
    const since = eventOn(inGit(workspace, 'rev-parse', 'HEAD'));
    expect((await chosen({}, since)).facts).toMatchObject({ dataChanged: [], dataUnpinned: [] });
    writeFileSync(join(submodule, 'data/more.npz'), 'more');
    expect((await chosen({}, since)).facts.dataChanged).toEqual(['held']);
  });

  it('whose link leads out of it, to what the change may edit, is an error', async () => {
    symlinkSync('../../data/beside.npz', join(submodule, 'data/link.npz'));
    inGit(submodule, 'add', '.');
    inGit(submodule, 'commit', '--quiet', '--message=link');
    checkout({ [POLICY]: policy('1pp', { path: 'held/data/link.npz' }), 'data/beside.npz': 'data' });
    inGit(workspace, 'add', '.');
    inGit(workspace, 'commit', '--quiet', '--message=link');
    await expect(choose({}, eventOn(inGit(workspace, 'rev-parse', 'HEAD')))).rejects.toMatchObject({ code: 'base-data-unavailable' });
  });

  it('with the policy decides by base\'s commit of it, and with a WARN at most where that is not there', async () => {
    const unchanged = await chosen({ policy: 'held/policy.yml' }, of);
    expect([unchanged.facts.policyChange, unchanged.decides.from, unchanged.capped]).toEqual(['none', 'base', false]);
    moveOn();
    const moved = await chosen({ policy: 'held/policy.yml' }, of);
    expect([moved.facts.policyChange, moved.decides.from, readFileSync(moved.decides.reading.policyFile ?? '', 'utf8')]).toEqual(['edited', 'base', ownPolicy]);
    forgetFirst();
    expect(await chosen({ policy: 'held/policy.yml' }, of)).toMatchObject({ facts: { policyChange: 'unusable' }, decides: { from: 'checkout' }, capped: true });
  });
});
