import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { headCommit, refuseUnsafeCheckout } from '../../src/github/checkout.js';
import type { EventKind, RunEvent } from '../../src/github/event.js';

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

const event = (kind: EventKind, baseSha: string | null, fork = true): RunEvent => ({
  kind, owner: 'o', repo: 'r', baseSha, headSha: 'b'.repeat(40), pullRequest: 1, fork, run: { id: 1, attempt: 1 }, runUrl: '',
});

it('refuses pull_request_target unless every checkout it reads from is the base', () => {
  const base = git('rev-parse', 'HEAD');
  const check = (kind: EventKind, sha: string | null, policy = '.github/prune-gate.yml') => () => {
    refuseUnsafeCheckout(event(kind, sha), repository, policy);
  };
  const unsafe = expect.objectContaining({ code: 'unsafe-checkout' });
  expect(check('pull_request_target', base)).not.toThrow();
  expect(check('pull_request_target', 'd'.repeat(40))).toThrow(unsafe);
  expect(check('pull_request_target', null)).toThrow(unsafe);
  expect(check('pull_request', 'd'.repeat(40))).not.toThrow();
  // The head checked out into a folder of a base checkout.
  mkdirSync(join(repository, 'head/.git'), { recursive: true });
  writeFileSync(join(repository, 'head/.git/HEAD'), `${'e'.repeat(40)}\n`);
  expect(check('pull_request_target', base, 'head/policy.yml')).toThrow(unsafe);
});

it('refuses workflow_run after a fork unless the default branch is checked out, and takes the tip of the base for the base', () => {
  const tip = git('rev-parse', 'HEAD');
  const check = (kind: EventKind, runSha: string, fork = true) => () => { refuseUnsafeCheckout(event(kind, null, fork), repository, '.github/prune-gate.yml', runSha); };
  const unsafe = expect.objectContaining({ code: 'unsafe-checkout', message: expect.stringContaining('workflow_run') });
  expect(check('workflow_run', tip)).not.toThrow();
  expect(check('workflow_run', 'd'.repeat(40))).toThrow(unsafe);
  expect(check('workflow_run', 'd'.repeat(40), false)).not.toThrow();
  expect(check('pull_request_target', tip)).not.toThrow();
  expect(check('pull_request_target', 'd'.repeat(40))).toThrow(expect.objectContaining({ code: 'unsafe-checkout' }));
});
