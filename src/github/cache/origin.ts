/**
 * Whose cache entries may be believed. An entry is found in the scope of the run's own ref first, then of the base branch,
 * then of the default branch; a pull request writes to its own, and so can put anything under any key for its later runs.
 * What cannot be checked by its content alone is therefore taken only where it can come from the default branch alone:
 *
 * 1. A run on the default branch sees no other scope.
 * 2. Elsewhere GitHub is asked which refs have the key. One that this run could see, other than the default branch, makes
 *    the entry a stranger's; so does an answer that does not come (`permissions: actions: read`).
 */
import { readFileSync } from 'node:fs';
import { messageOf } from '../../errors.js';
import type { Client } from '../client.js';

export interface Scope {
  /** `GITHUB_REF`. */
  readonly ref: string;
  /** Ref of the branch that a pull request goes to; undefined elsewhere. */
  readonly baseRef: string | undefined;
  /** Undefined where the event does not say. */
  readonly defaultRef: string | undefined;
}

export function readScope(env: NodeJS.ProcessEnv): Scope {
  const branch = defaultBranch(env.GITHUB_EVENT_PATH);
  const base = env.GITHUB_BASE_REF ?? '';
  return {
    ref: env.GITHUB_REF ?? '',
    baseRef: base === '' ? undefined : `refs/heads/${base}`,
    defaultRef: branch === undefined ? undefined : `refs/heads/${branch}`,
  };
}

/** What runs here saves goes where every later run can see it, and nobody but the default branch can write. */
export function onDefaultBranch({ ref, defaultRef }: Scope): boolean {
  return defaultRef !== undefined && ref === defaultRef;
}

/** Undefined where an entry of this key can only be the default branch's; else why it is not to be used. */
export async function reasonForDistrust(scope: Scope, key: string, repository: { owner: string; repo: string }, client: Client | undefined): Promise<string | undefined> {
  if (onDefaultBranch(scope)) return undefined;
  if (client === undefined) return 'there is no token to ask which branch saved it';
  try {
    const { data } = await client.rest.actions.getActionsCacheList({ ...repository, key, per_page: 100 });
    const refs = data.actions_caches.filter((entry) => entry.key === key).map(({ ref }) => ref);
    const visible = [scope.ref, scope.baseRef].filter((ref) => ref !== scope.defaultRef);
    const stranger = refs.find((ref) => ref === undefined || visible.includes(ref));
    if (data.total_count > data.actions_caches.length) return 'too many entries have its key';
    if (refs.length === 0) return 'no branch is known to have saved it';
    return stranger === undefined && refs.includes(scope.defaultRef) ? undefined : `it was saved for ${stranger ?? refs[0] ?? 'another ref'}, not on the default branch`;
  } catch (thrown) {
    return `GitHub does not say which branch saved it (${messageOf(thrown)}): grant "permissions: actions: read" to the job`;
  }
}

function defaultBranch(eventPath: string | undefined): string | undefined {
  try {
    const payload = JSON.parse(readFileSync(eventPath ?? '', 'utf8')) as { repository?: { default_branch?: unknown } };
    const branch = payload.repository?.default_branch;
    return typeof branch === 'string' && branch !== '' ? branch : undefined;
  } catch {
    // No event, or one that says nothing: then nothing is believed.
    return undefined;
  }
}
