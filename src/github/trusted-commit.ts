/** Which commit says what a change is judged by, and whether a person with the right to label it has approved another. */
import type { Client } from './client.js';
import { unreadable } from './commit.js';
import type { EventKind, RunEvent } from './event.js';
import { statusOf } from './status.js';
import { messageOf, UserError } from '../errors.js';

/** Events about a change that is not yet on its branch. Elsewhere the checkout is what was merged, and speaks for itself. */
const CHANGES: ReadonlySet<EventKind> = new Set(['pull_request', 'pull_request_target', 'merge_group']);

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

/** The commit that a change is based on; undefined where there is no change. Throws UserError `base-unreadable`. */
export function baseOf({ kind, baseSha }: RunEvent): string | undefined {
  if (!CHANGES.has(kind)) return undefined;
  if (baseSha === null) throw unreadable('', `the event ${kind} names no base commit`);
  return baseSha;
}

/** The commit that a branch, a tag or a commit's whole name stands for. Throws UserError `policy-ref-unknown`. */
export async function resolveRef(client: Client, event: RunEvent, ref: string): Promise<string> {
  if (COMMIT.test(ref)) return ref;
  const full = /^refs\/(.+)$/u.exec(ref)?.[1];
  const found = new Set<string>();
  for (const candidate of full === undefined ? [`heads/${ref}`, `tags/${ref}`] : [full]) {
    try {
      found.add(await commitOf(client, event, candidate));
    } catch (thrown) {
      if (statusOf(thrown) !== 404) throw unknownRef(ref, messageOf(thrown));
    }
  }
  const [commit, other] = found;
  // Whoever may push could put a branch in front of a protected tag, or the other way round.
  if (other !== undefined) throw unknownRef(ref, `there is a branch and a tag of that name, and they differ: write refs/heads/${ref} or refs/tags/${ref}`);
  if (commit === undefined) throw unknownRef(ref, 'there is no such branch or tag');
  return commit;
}

function unknownRef(ref: string, reason: string): UserError {
  return new UserError({
    code: 'policy-ref-unknown', message: `the commit of the policy cannot be found: ${reason}`, where: `with: policy-ref: ${ref}`,
    fix: 'name a branch, a tag or a whole commit id of this repository, and grant "permissions: contents: read" to the job',
  });
}

/** An annotated tag is an object of its own. */
async function commitOf(client: Client, { owner, repo }: RunEvent, ref: string): Promise<string> {
  const { data: { object } } = await client.rest.git.getRef({ owner, repo, ref });
  if (object.type !== 'tag') return object.sha;
  return (await client.rest.git.getTag({ owner, repo, tag_sha: object.sha })).data.object.sha;
}

/** In a merge queue the branch names the pull request that is merged last: `gh-readonly-queue/main/pr-12-SHA`. */
const QUEUE_BRANCH = /\/pr-(\d{1,9})-[0-9a-f]{40,64}$/u;

/** Whether the pull request has the label now: what the event says of it may be older. Why not, where it cannot be told. */
export async function hasLabel(client: Client, event: RunEvent, label: string, ref: string): Promise<boolean | string> {
  const number = event.pullRequest ?? Number(QUEUE_BRANCH.exec(ref)?.[1] ?? 0);
  if (number === 0) return false;
  try {
    const { data } = await client.rest.issues.listLabelsOnIssue({ owner: event.owner, repo: event.repo, issue_number: number, per_page: 100 });
    return data.some(({ name }) => name.toLowerCase() === label.toLowerCase());
  } catch (thrown) {
    return statusOf(thrown) === 403 ? 'the token may not read the labels: grant "permissions: pull-requests: read" to the job' : messageOf(thrown);
  }
}
