/**
 * `pull_request_target` and `workflow_run` run with the base repository's token and secrets. Checking out a stranger's head there
 * and working on it is the classic way to lose both, so prune-gate refuses, whatever the token may do.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import type { RunEvent } from './event.js';

/**
 * Throws UserError `unsafe-checkout` unless every checkout that is read from is one that no stranger wrote: on `pull_request_target`
 * the base, and on `workflow_run` after a run of a fork, the default branch. `runSha` is `GITHUB_SHA`, which is the tip of
 * either branch there; the payload's base may be older.
 */
export function refuseUnsafeCheckout(event: RunEvent, workspace: string, policyPath: string, runSha = ''): void {
  const isWithRights = event.kind === 'pull_request_target' || (event.kind === 'workflow_run' && event.fork);
  if (!isWithRights) return;
  const trusted = [event.baseSha, runSha].filter((sha) => sha !== null && sha !== '');
  const places = [workspace, dirname(resolve(workspace, policyPath))];
  if (places.every((place) => trusted.includes(headCommit(place) ?? 'unknown'))) return;
  throw new UserError({
    code: 'unsafe-checkout',
    message: `${event.kind} with a checkout of the pull request runs a stranger's files beside a writable token`,
    where: workspace,
    fix: 'use "on: pull_request" with "permissions: { contents: read, pull-requests: write }", and for pull requests from forks a second workflow, "on: workflow_run" with "mode: publish", that checks nothing out; docs/recipes.md has both (Pull requests from forks)',
  });
}

/** The commit that is checked out at or above `folder`, read without git; undefined where it cannot be told. */
export function headCommit(folder: string): string | undefined {
  const git = gitFolder(resolve(folder));
  if (git === undefined) return undefined;
  const head = read(join(git, 'HEAD'));
  const ref = /^ref: (refs\/[^\s]+)$/u.exec(head ?? '')?.[1];
  return ref === undefined ? head : read(join(git, ref)) ?? packedRef(git, ref);
}

/** Worktrees and submodules have a file there; what they point at is not followed, so that it cannot be told. */
export function gitFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    if (existsSync(git)) return statSync(git).isDirectory() ? git : undefined;
    if (dirname(folder) === folder) return undefined;
  }
}

function packedRef(git: string, ref: string): string | undefined {
  const line = read(join(git, 'packed-refs'))?.split('\n').find((one) => one.endsWith(` ${ref}`));
  return line?.split(' ')[0];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
