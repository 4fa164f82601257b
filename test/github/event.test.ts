import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEvent, type RunEvent } from '../../src/github/event.js';

interface Example { readonly name: string; readonly examples: readonly Record<string, unknown>[] }
const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples/api.github.com/index.json') as readonly Example[];
const folder = mkdtempSync(join(tmpdir(), 'prune-gate-event-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const COMMIT = 'c'.repeat(40);

function eventOf(name: string, payload: unknown, env: NodeJS.ProcessEnv = {}): RunEvent {
  const path = join(folder, 'event.json');
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return readEvent({
    GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: COMMIT, GITHUB_RUN_ID: '12', ...env,
  });
}

const examplesOf = (name: string): readonly Record<string, unknown>[] => EXAMPLES.find((one) => one.name === name)?.examples ?? [];
const hex = expect.stringMatching(/^[0-9a-f]{40}$/u);

describe('GitHub\'s own examples', () => {
  it.each(examplesOf('pull_request').map((payload) => [payload.action as string, payload]))('pull_request %s', (_action, payload) => {
    const { pull_request: { number, base, head } } = payload as { pull_request: { number: number; base: { sha: string }; head: { sha: string } } };
    expect(eventOf('pull_request', payload)).toMatchObject({ kind: 'pull_request', baseSha: base.sha, headSha: head.sha, pullRequest: number, fork: false });
    expect(eventOf('pull_request_target', payload)).toMatchObject({ kind: 'pull_request_target', baseSha: base.sha, headSha: head.sha });
  });

  it.each(examplesOf('push').map((payload, index) => [index, payload]))('push %i', (_index, payload) => {
    const { before, after } = payload as { before: string; after: string };
    const isFirst = /^0+$/u.test(before);
    const isDeletion = /^0+$/u.test(after);
    expect(eventOf('push', payload)).toMatchObject({
      kind: 'push', baseSha: isFirst ? null : before, headSha: isDeletion ? COMMIT : after, pullRequest: null, fork: false,
    });
  });

  it.each(examplesOf('merge_group').map((payload) => [payload.action as string, payload]))('merge_group %s', (_action, payload) => {
    expect(eventOf('merge_group', payload)).toMatchObject({ kind: 'merge_group', baseSha: hex, headSha: hex, pullRequest: null });
  });

  it('workflow_run is for the default branch, whatever ran before it, and knows whether that was a fork', () => {
    for (const payload of examplesOf('workflow_run')) {
      expect(eventOf('workflow_run', payload)).toMatchObject({ baseSha: null, headSha: COMMIT, pullRequest: null, fork: false });
      const { workflow_run: run } = payload as { workflow_run: Record<string, unknown> };
      for (const head_repository of [{ full_name: 'mallory/octo-repo' }, null]) {
        expect(eventOf('workflow_run', { ...payload, workflow_run: { ...run, head_repository } }).fork).toBe(true);
      }
    }
  });

  it('workflow_dispatch and schedule judge what is checked out', () => {
    expect(eventOf('workflow_dispatch', examplesOf('workflow_dispatch')[0])).toMatchObject({ kind: 'workflow_dispatch', baseSha: null, headSha: COMMIT });
    expect(eventOf('schedule', { schedule: '1 2 * * *' })).toMatchObject({ kind: 'schedule', baseSha: null, headSha: COMMIT });
  });
});

it('knows a fork, and one that is gone', () => {
  const pullRequest = (head: unknown): unknown => ({ pull_request: { number: 3, base: { sha: COMMIT, repo: { full_name: 'o/r' } }, head } });
  expect(eventOf('pull_request', pullRequest({ sha: COMMIT, repo: { full_name: 'o/r' } })).fork).toBe(false);
  expect(eventOf('pull_request', pullRequest({ sha: COMMIT, repo: { full_name: 'fork/r' } })).fork).toBe(true);
  expect(eventOf('pull_request', pullRequest({ sha: COMMIT, repo: null })).fork).toBe(true);
});

it('names run, attempt and page', () => {
  expect(eventOf('push', {}, { GITHUB_RUN_ATTEMPT: '3', GITHUB_SERVER_URL: 'https://ghes.example' })).toMatchObject({
    owner: 'o', repo: 'r', run: { id: 12, attempt: 3 }, runUrl: 'https://ghes.example/o/r/actions/runs/12',
  });
});

it('takes nothing odd from a payload', () => {
  const odd = { pull_request: { number: -1, base: { sha: 'main; rm -rf' }, head: { sha: ['x'], repo: '__proto__' } } };
  expect(eventOf('pull_request', odd)).toMatchObject({ baseSha: null, headSha: COMMIT, pullRequest: null });
  expect(eventOf('issues', { issue: {} }).kind).toBe('other');
});

it.each([
  ['a payload that is cut off', '{"a":', {}], ['a payload that is a list', '[]', {}],
  ['a run without a number', {}, { GITHUB_RUN_ID: 'x' }], ['no repository', {}, { GITHUB_REPOSITORY: '' }],
])('refuses %s', (_name, payload, env) => {
  expect(() => eventOf('push', payload, env)).toThrow(expect.objectContaining({ code: 'event-invalid' }));
});
