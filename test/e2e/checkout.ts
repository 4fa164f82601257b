/** A checkout that has the base commit of its pull request, as `fetch-depth: 0` leaves it. */
import { execFileSync } from 'node:child_process';
import { payloadOf } from './job.js';

/** Makes `workspace` one, with all that lies in it as the base commit; returns the payload that names that commit. */
export function checkOutBase(workspace: string): Record<string, unknown> {
  const git = (...args: readonly string[]): string => execFileSync('git', ['-C', workspace, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { encoding: 'utf8' }).trim();
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'base');
  const payload = payloadOf('pull_request', 'opened');
  (payload as { pull_request: { base: { sha: string } } }).pull_request.base.sha = git('rev-parse', 'HEAD');
  return payload;
}
