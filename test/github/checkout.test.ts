import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseUnsafeCheckout } from '../../src/github/checkout.js';
import { createClient } from '../../src/github/client.js';
import { EVENT_KINDS, type RunEvent } from '../../src/github/event.js';
import { headCommit, ownCheckout, pullRequestsAt } from '../../src/github/git-folder.js';
import { withStandIn, type GitHubStandIn } from './stand-in.js';

let github: GitHubStandIn;
let apiUrl: string;
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

let repository: string;
const git = (...args: string[]): string => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' }).trim();

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'prune-gate-checkout-'));
  git('init', '--quiet', '--initial-branch=main');
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '--message=one');
});
afterEach(() => { rmSync(repository, { recursive: true }); });

it('reads what git says, from a branch, a packed branch and a detached head', () => {
  const commit = git('rev-parse', 'HEAD');
  expect(headCommit(repository)).toBe(commit);
  git('pack-refs', '--all');
  expect(headCommit(repository)).toBe(commit);
  git('checkout', '--quiet', '--detach');
  mkdirSync(join(repository, 'a/b'), { recursive: true });
  expect(headCommit(join(repository, 'a/b'))).toBe(commit);
});

it('cannot tell where there is no repository, or only a pointer to one', () => {
  rmSync(join(repository, '.git'), { recursive: true });
  writeFileSync(join(repository, '.git'), 'gitdir: elsewhere');
  expect(headCommit(repository)).toBeUndefined();
});

it('tells what was fetched as a pull request, by actions/checkout, by git and by hand', () => {
  const head = git('rev-parse', 'HEAD');
  expect(pullRequestsAt(repository, head)).toEqual([]);
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '--message=two');
  const theirs = git('rev-parse', 'HEAD');
  git('update-ref', 'refs/pull/5/head', theirs);
  git('update-ref', 'refs/remotes/pull/6/merge', theirs);
  expect(pullRequestsAt(repository, theirs)).toEqual([5, 6]);
  git('pack-refs', '--all');
  expect(pullRequestsAt(join(repository, 'below'), theirs)).toEqual([5, 6]);
  expect(pullRequestsAt(repository, head)).toEqual([]);
  const clone = join(repository, 'clone');
  git('init', '--quiet', clone);
  git('-C', clone, 'fetch', '--quiet', repository, 'refs/pull/5/head');
  expect(pullRequestsAt(clone, theirs)).toEqual([5]);
});

it('tells the same of a worktree, wherever its commit was fetched', () => {
  const [there, commit] = [join(repository, 'there'), git('rev-parse', 'HEAD')];
  git('worktree', 'add', '--quiet', '-b', 'other', there);
  expect([headCommit(join(there, 'below')), pullRequestsAt(there, commit)]).toEqual([commit, []]);
  expect(ownCheckout(there)).toEqual({ kind: 'worktree', root: there, folder: realpathSync(join(repository, '.git/worktrees/there')), common: realpathSync(join(repository, '.git')) });
  git('update-ref', 'refs/pull/5/head', commit);
  git('pack-refs', '--all');
  expect([headCommit(there), pullRequestsAt(there, commit)]).toEqual([commit, [5]]);
  git('update-ref', '-d', 'refs/pull/5/head');
  // Fetched in one worktree, and taken to another.
  git('update-ref', 'refs/pull/6/head', commit);
  git('-C', there, 'fetch', '--quiet', repository, 'refs/pull/6/head');
  git('update-ref', '-d', 'refs/pull/6/head');
  expect([pullRequestsAt(there, commit), pullRequestsAt(repository, commit)]).toEqual([[6], [6]]);
});

it('a submodule is another repository: its commit is told, its pull requests are none of ours', () => {
  const modules = join(repository, '.git/modules/sub');
  for (const name of ['sub', '.git/modules']) mkdirSync(join(repository, name));
  execFileSync('git', ['init', '--quiet', '--separate-git-dir', modules, join(repository, 'sub')]);
  const inside = (...args: string[]): string => execFileSync('git', ['-C', join(repository, 'sub'), '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { encoding: 'utf8' }).trim();
  inside('commit', '--quiet', '--allow-empty', '--message=sub');
  const commit = inside('rev-parse', 'HEAD');
  expect([headCommit(join(repository, 'sub')), ownCheckout(join(repository, 'sub')), pullRequestsAt(join(repository, 'sub'), commit)]).toEqual([commit, undefined, []]);
  inside('update-ref', 'refs/pull/5/head', commit);
  expect(pullRequestsAt(join(repository, 'sub'), commit)).toEqual(['elsewhere']);
});

const SAFE = undefined;
const UNSAFE = expect.objectContaining({ code: 'unsafe-checkout', fix: expect.stringContaining('on: pull_request') });
const OTHER = 'd'.repeat(40);

/** A repository of its own in a folder of the checkout, as `actions/checkout` leaves it with `path`. */
function checkOutBeside(folder: string, commit: string): void {
  mkdirSync(join(repository, folder, '.git'), { recursive: true });
  writeFileSync(join(repository, folder, '.git/HEAD'), `${commit}\n`);
}

interface Case { readonly name: string; readonly base?: string | null; readonly sha?: string; readonly fork?: boolean; readonly folder?: string }

/** What `refuseUnsafeCheckout` throws. */
async function refusal({ name, base = null, sha = '', fork = true, folder = '.github' }: Case): Promise<unknown> {
  const kind = EVENT_KINDS.find((one) => one === name) ?? 'other';
  const event: RunEvent = { kind, owner: 'o', repo: 'r', baseSha: base, headSha: 'b'.repeat(40), pullRequest: 1, fork, run: { id: 1, attempt: 1 }, runUrl: '' };
  const client = () => Promise.resolve(createClient({ token: 'ghs_token', apiUrl, secondMs: 1, paced: false }));
  return refuseUnsafeCheckout({ event, name, sha, client }, [join(repository, folder)]).then(() => SAFE, (thrown: unknown) => thrown);
}

it('refuses pull_request_target unless every checkout it reads from is the base, or the tip of its branch', async () => {
  const base = git('rev-parse', 'HEAD');
  checkOutBeside('pr', OTHER);
  const refusals = [{ base }, { sha: base }, { base: OTHER }, {}, { base, folder: 'pr' }, { base, folder: 'pr/models' }].map((one) => refusal({ name: 'pull_request_target', ...one }));
  expect(await Promise.all(refusals)).toEqual([SAFE, SAFE, UNSAFE, UNSAFE, UNSAFE, UNSAFE]);
  expect(github.seen).toEqual([]);
});

it('refuses workflow_run after a fork unless the default branch is checked out', async () => {
  const tip = git('rev-parse', 'HEAD');
  const refusals = [{ sha: tip }, { sha: OTHER }, { sha: OTHER, fork: false }].map((one) => refusal({ name: 'workflow_run', ...one }));
  expect(await Promise.all(refusals)).toEqual([SAFE, UNSAFE, SAFE]);
});

it.each(['issue_comment', 'issues', 'discussion_comment', 'status', 'check_suite', 'an_event_of_tomorrow'])('on %s takes the run\'s own commit and heads of this repository\'s branches, and nothing else', async (name) => {
  checkOutBeside('pr', OTHER);
  expect(await refusal({ name, sha: git('rev-parse', 'HEAD') })).toEqual(SAFE);
  expect(github.seen).toEqual([]);
  expect(await refusal({ name, sha: OTHER })).toEqual(UNSAFE);
  github.branches = new Map([['feature', OTHER]]);
  expect(await refusal({ name, folder: 'pr' })).toEqual(SAFE);
  github.fault = () => ({ kind: 'status', status: 403 });
  expect(await refusal({ name, folder: 'pr' })).toEqual(UNSAFE);
  rmSync(join(repository, '.git'), { recursive: true });
  expect(await refusal({ name })).toEqual(UNSAFE);
});

it('does not take the commit of a deployment for this repository\'s own', async () => {
  const commit = git('rev-parse', 'HEAD');
  expect(await refusal({ name: 'deployment_status', sha: commit })).toEqual(UNSAFE);
  github.branches = new Map([['main', commit]]);
  expect(await refusal({ name: 'deployment_status', sha: commit })).toEqual(SAFE);
});

it.each(['workflow_dispatch', 'schedule', 'push', 'workflow_run'])('on %s takes any commit but one that was fetched as a fork\'s pull request', async (name) => {
  const given = { name, fork: false };
  expect(await refusal(given)).toEqual(SAFE);
  git('update-ref', 'refs/remotes/pull/7/head', 'HEAD');
  expect(await refusal(given)).toEqual(UNSAFE);
  github.pullRequests = [{ number: 7, headSha: OTHER, head: 'o:change', headRepository: 'o/r' }];
  expect(await refusal(given)).toEqual(SAFE);
  github.pullRequests = [{ number: 7, headSha: OTHER, head: 'mallory:change', headRepository: 'mallory/r' }];
  expect(await refusal(given)).toEqual(UNSAFE);
  expect(await refusal({ ...given, sha: git('rev-parse', 'HEAD') })).toEqual(SAFE);
  rmSync(join(repository, '.git'), { recursive: true });
  expect(await refusal(given)).toEqual(SAFE);
});

it('so it is in a worktree, and in a submodule, whose pull requests GitHub is not asked for', async () => {
  const given = { name: 'push', fork: false, folder: 'there' };
  git('worktree', 'add', '--quiet', '--detach', join(repository, 'there'));
  expect(await refusal(given)).toEqual(SAFE);
  git('update-ref', 'refs/pull/7/head', 'HEAD');
  expect(await refusal(given)).toEqual(UNSAFE);
  github.pullRequests = [{ number: 7, headSha: OTHER, head: 'o:change', headRepository: 'o/r' }];
  expect(await refusal(given)).toEqual(SAFE);
  for (const name of ['sub', '.git/modules']) mkdirSync(join(repository, name));
  execFileSync('git', ['clone', '--quiet', '--separate-git-dir', join(repository, '.git/modules/sub'), repository, join(repository, 'sub')], { stdio: 'ignore' });
  const asked = github.seen.length;
  expect(await refusal({ ...given, folder: 'sub' })).toEqual(SAFE);
  execFileSync('git', ['-C', join(repository, 'sub'), 'update-ref', 'refs/pull/7/head', 'HEAD']);
  expect(await refusal({ ...given, folder: 'sub' })).toEqual(UNSAFE);
  expect(github.seen).toHaveLength(asked);
});

it.each(['pull_request', 'pull_request_review', 'merge_group'])('on %s takes anything', async (name) => {
  git('update-ref', 'refs/pull/7/head', 'HEAD');
  expect(await refusal({ name })).toEqual(SAFE);
});
