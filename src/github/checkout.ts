/**
 * Some events run with the base repository's token, secrets and cache whoever caused them. Checking out a stranger's files there and
 * working on them is the classic way to lose all three, so prune-gate refuses, whatever the token may do. By event:
 *
 * 1. `pull_request_target`, and `workflow_run` after a run of a fork: every checkout that is read from is the base, or the
 *    default branch. What cannot be told is refused.
 * 2. Others that people without rights can cause (a comment, an issue, a status, a deployment): it is the commit of the run, or the
 *    head of a branch of this repository, to which none of them can push. GitHub is asked; what cannot be told is refused.
 * 3. Those that take the right to write, or time (push, dispatch, schedule, a release): anything but what was fetched as a pull
 *    request (`refs/pull/5/head`), unless GitHub says that its head lies in this repository.
 * 4. `pull_request` and its reviews, where GitHub gives strangers a token that reads and no secrets, and `merge_group`, which
 *    somebody has approved: anything.
 */
import { messageOf, UserError } from '../errors.js';
import type { Client } from './client.js';
import type { RunEvent } from './event.js';
import { headCommit, pullRequestsAt } from './git-folder.js';
import { notice } from './log.js';

/** The run, as its environment tells it. */
export interface Run {
  readonly event: RunEvent;
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** `GITHUB_SHA`: on 1 and most of 2 the tip of the default branch; the payload's base may be older. */
  readonly sha: string;
  /** Called where GitHub has to be asked. */
  readonly client: () => Promise<Client>;
}

const WITHOUT_RIGHTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'merge_group']);
const BY_WRITERS: ReadonlySet<string> = new Set([
  'push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'workflow_run', 'workflow_call', 'release', 'create', 'delete', 'label', 'milestone', 'registry_package',
  'branch_protection_rule', 'page_build', 'public',
]);
/** `GITHUB_SHA` is what is deployed there, which a preview service takes from a fork. */
const OF_ANY_COMMIT: ReadonlySet<string> = new Set(['deployment', 'deployment_status']);

/** Throws UserError `unsafe-checkout` unless each of these folders lies in a checkout that may be worked on. Links are to be resolved. */
export async function refuseUnsafeCheckout(run: Run, folders: readonly string[]): Promise<void> {
  const trusts = trustOf(run);
  if (trusts === undefined) return;
  const seen = new Map<string, boolean>();
  for (const folder of folders) {
    const commit = headCommit(folder) ?? '';
    const numbers = pullRequestsAt(folder, commit);
    const key = `${commit} ${numbers.join()}`;
    if (!seen.has(key)) seen.set(key, await trusts(commit, numbers));
    if (seen.get(key) !== true) throw unsafe(run.name, folder, commit);
  }
}

/** Whether a commit that was fetched as these pull requests' may be worked on; undefined where any may. */
function trustOf({ event, name, sha, client }: Run): ((commit: string, numbers: readonly (number | 'elsewhere')[]) => Promise<boolean>) | undefined {
  const ofRun = [event.baseSha, sha].filter((one) => one !== null && one !== '');
  if (event.kind === 'pull_request_target' || (event.kind === 'workflow_run' && event.fork)) return (commit) => Promise.resolve(ofRun.includes(commit));
  if (WITHOUT_RIGHTS.has(name)) return undefined;
  if (BY_WRITERS.has(name)) return async (commit, numbers) => commit === sha || numbers.length === 0 || (await Promise.all(numbers.map(async (number) => number !== 'elsewhere' && isOwnPullRequest(await client(), event, number)))).every(Boolean);
  return async (commit) => (!OF_ANY_COMMIT.has(name) && commit === sha && sha !== '') || (commit !== '' && isHeadOfBranch(await client(), event, commit));
}

/** Whether a branch of this repository ends in the commit; false where GitHub does not say. */
async function isHeadOfBranch(client: Client, { owner, repo }: RunEvent, commit: string): Promise<boolean> {
  try {
    return (await client.rest.repos.listBranchesForHeadCommit({ owner, repo, commit_sha: commit })).data.length > 0;
  } catch (thrown) {
    return untold(thrown);
  }
}

/** Whether the pull request's head lies in this repository; false where GitHub does not say. */
async function isOwnPullRequest(client: Client, { owner, repo }: RunEvent, number: number): Promise<boolean> {
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
    return (data.head.repo as { full_name?: string } | null)?.full_name === `${owner}/${repo}`;
  } catch (thrown) {
    return untold(thrown);
  }
}

/** The refusal that follows would not say that it is for want of an answer. */
function untold(thrown: unknown): false {
  notice(`GitHub does not say whose commit this is, so that it counts as a stranger's: ${messageOf(thrown)}`);
  return false;
}

function unsafe(name: string, folder: string, commit: string): UserError {
  const what = commit === '' ? 'which commit is checked out here cannot be told' : `${commit.slice(0, 7)} is checked out here`;
  return new UserError({
    code: 'unsafe-checkout',
    message: `${name} with a checkout of a pull request runs a stranger's files beside a writable token: ${what}`,
    where: folder,
    fix: 'use "on: pull_request" with "permissions: { contents: read, pull-requests: write }", and for pull requests from forks a second workflow, "on: workflow_run" with "mode: publish", that checks nothing out; docs/recipes.md has both (Pull requests from forks)',
  });
}
