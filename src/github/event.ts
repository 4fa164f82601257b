/** What started this run, as GitHub tells it: the event's payload (untrusted in its texts) and the runner's variables. */
import { readFileSync } from 'node:fs';
import { messageOf, UserError } from '../errors.js';

/** The events prune-gate knows a base commit for; anything else runs as well, without one. */
export const EVENT_KINDS = [
  'pull_request', 'pull_request_target', 'push', 'merge_group', 'schedule', 'workflow_dispatch', 'workflow_run',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number] | 'other';

/** Identifies a run and its repetition; later ones compare greater, id first. */
export interface RunId {
  readonly id: number;
  readonly attempt: number;
}

export interface RunEvent {
  readonly kind: EventKind;
  readonly owner: string;
  readonly repo: string;
  /** What the change is compared with; null where the event has none (schedule, dispatch, a branch's first push). */
  readonly baseSha: string | null;
  /** What the verdict is about. On pull requests the head, not the merge commit that is checked out. */
  readonly headSha: string;
  /** Number of the pull request; null where the event carries none. */
  readonly pullRequest: number | null;
  /** True where the head (of `workflow_run`, that of the other run) lies in another repository. */
  readonly fork: boolean;
  readonly run: RunId;
  /** Page of this run, for people. */
  readonly runUrl: string;
}

export type Payload = Readonly<Record<string, unknown>>;

interface Commits {
  readonly base: unknown;
  readonly head: unknown;
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
/** The `before` of a branch's first push. */
const NO_COMMIT = /^0+$/u;
/** GitHub caps payloads of webhooks at 25 MB. */
const MAX_PAYLOAD_BYTES = 32 * 2 ** 20;

/** Where each event keeps its two commits. `GITHUB_SHA` is the head of those that have no payload for it. */
const COMMITS: Readonly<Record<EventKind, (payload: Payload) => Commits>> = {
  pull_request: (payload) => ({ base: at(payload, 'pull_request', 'base', 'sha'), head: at(payload, 'pull_request', 'head', 'sha') }),
  pull_request_target: (payload) => COMMITS.pull_request(payload),
  push: (payload) => ({ base: at(payload, 'before'), head: at(payload, 'after') }),
  merge_group: (payload) => ({ base: at(payload, 'merge_group', 'base_sha'), head: at(payload, 'merge_group', 'head_sha') }),
  // Runs for the default branch; the workflow that ran before it is triggering-run.ts's.
  workflow_run: () => ({ base: undefined, head: undefined }),
  schedule: () => ({ base: undefined, head: undefined }),
  workflow_dispatch: () => ({ base: undefined, head: undefined }),
  other: () => ({ base: undefined, head: undefined }),
};

/** Reads the runner's variables and the payload. Throws UserError `event-invalid`. */
export function readEvent(env: NodeJS.ProcessEnv): RunEvent {
  const kind = EVENT_KINDS.find((name) => name === env.GITHUB_EVENT_NAME) ?? 'other';
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const [owner = '', repo = ''] = required(env, 'GITHUB_REPOSITORY').split('/');
  const { base, head } = COMMITS[kind](payload);
  const id = positive(env, 'GITHUB_RUN_ID');
  return {
    kind, owner, repo,
    baseSha: shaOr(base, null),
    headSha: shaOr(head, required(env, 'GITHUB_SHA')),
    pullRequest: numberOrNull(at(payload, 'pull_request', 'number')),
    fork: isFork(payload),
    run: { id, attempt: env.GITHUB_RUN_ATTEMPT === undefined ? 1 : positive(env, 'GITHUB_RUN_ATTEMPT') },
    runUrl: `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${owner}/${repo}/actions/runs/${id}`,
  };
}

/** The event's payload; empty where there is none. Throws UserError `event-invalid`. */
export function readPayload(path: string | undefined): Payload {
  if (path === undefined || path === '') return {};
  try {
    const text = readFileSync(path);
    if (text.length > MAX_PAYLOAD_BYTES) throw new Error(`it has ${text.length} bytes`);
    const payload: unknown = JSON.parse(text.toString('utf8'));
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw new Error('it is not an object');
    return payload as Payload;
  } catch (cause) {
    throw invalid('GITHUB_EVENT_PATH', `the event's payload cannot be read: ${messageOf(cause)}`, cause);
  }
}

/** Whether the commit that this is about came from another repository; that is null once a fork has been deleted. */
function isFork(payload: Payload): boolean {
  const ran = at(payload, 'workflow_run');
  if (ran !== undefined) return at(ran, 'head_repository', 'full_name') !== at(ran, 'repository', 'full_name');
  if (at(payload, 'pull_request', 'head') === undefined) return false;
  const head = at(payload, 'pull_request', 'head', 'repo', 'full_name');
  return head === undefined || head !== at(payload, 'pull_request', 'base', 'repo', 'full_name');
}

/** The value at a path of keys, own ones alone; undefined where there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Payload)[key] : undefined),
    value,
  );
}

/** A full commit id, other than the zeros that stand for none. */
export function shaOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' && SHA.test(value) && !NO_COMMIT.test(value) ? value : otherwise;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw invalid(name, `${name} is not set`);
  return value;
}

function positive(env: NodeJS.ProcessEnv, name: string): number {
  const value = Number(required(env, name));
  if (!Number.isSafeInteger(value) || value <= 0) throw invalid(name, `${name} is not a whole number above 0`);
  return value;
}

function invalid(where: string, message: string, cause?: unknown): UserError {
  return new UserError({
    code: 'event-invalid', message, where, cause,
    fix: 'the action runs inside a GitHub Actions job; elsewhere use the command line: npx prune-gate run',
  });
}
