/**
 * The run that a `workflow_run` event is about. Everything here is GitHub's own word: the payload was made by GitHub and not by
 * the workflow that ran, which may have been a stranger's.
 */
import { UserError } from '../errors.js';
import type { Client } from './client.js';
import { at, readPayload, shaOr, type Payload, type RunId } from './event.js';

export interface TriggeringRun {
  readonly run: RunId;
  /** What started it; `pull_request` where there is one to comment on. */
  readonly event: string;
  readonly headSha: string;
  /** Where that commit was pushed to; null once a fork has been deleted. */
  readonly head: Head | null;
  /** `success`, `failure`, ...; null where it has not ended. */
  readonly conclusion: string | null;
  /** Its page. */
  readonly url: string;
}

export interface Head {
  readonly owner: string;
  readonly branch: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** Throws UserError `event-invalid`. */
export function readTriggeringRun(env: NodeJS.ProcessEnv): TriggeringRun {
  const run = at(readPayload(env.GITHUB_EVENT_PATH), 'workflow_run') as Payload | undefined;
  const id = positive(at(run, 'id'));
  const headSha = shaOr(at(run, 'head_sha'), undefined);
  if (id === undefined || headSha === undefined) {
    throw new UserError({
      code: 'event-invalid', message: 'the payload names no workflow run with a head commit', where: 'GITHUB_EVENT_PATH',
      fix: 'mode: publish belongs into a workflow with "on: workflow_run"; docs/recipes.md has it',
    });
  }
  return {
    run: { id, attempt: positive(at(run, 'run_attempt')) ?? 1 }, headSha, head: headOf(run),
    event: text(at(run, 'event')) ?? '', conclusion: text(at(run, 'conclusion')) ?? null, url: text(at(run, 'html_url')) ?? '',
  };
}

function headOf(run: Payload | undefined): Head | null {
  const owner = text(at(run, 'head_repository', 'owner', 'login'));
  const repository = text(at(run, 'head_repository', 'full_name'));
  const branch = text(at(run, 'head_branch'));
  return owner === undefined || repository === undefined || branch === undefined ? null : { owner, branch, repository };
}

export type FoundPullRequest = { readonly number: number } | { readonly reason: string };

/**
 * The open pull request whose head is the run's commit now: an older run of a branch that has moved on has none. By branch,
 * since GitHub lists no pull requests of a commit that only a fork has; then by the commit, which decides. Two with one
 * head cannot be told apart, and then neither is commented on.
 */
export async function findPullRequest(client: Client, { owner, repo }: { owner: string; repo: string }, { head, headSha }: TriggeringRun): Promise<FoundPullRequest> {
  if (head === null) return { reason: 'the fork that it came from is gone' };
  const { data } = await client.rest.pulls.list({ owner, repo, state: 'open', head: `${head.owner}:${head.branch}`, per_page: 100 });
  const found = data.filter((one) => one.head.sha === headSha && (one.head.repo as { full_name?: string } | null)?.full_name === head.repository);
  const [first, ...others] = found;
  if (first === undefined) return { reason: `no open pull request has its commit ${headSha.slice(0, 7)} as its head (any more)` };
  return others.length === 0 ? { number: first.number } : { reason: `${found.length} pull requests have its commit as their head, and nothing tells which one it ran for` };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
