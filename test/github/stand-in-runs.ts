/** Artifacts of runs, and open pull requests, as the stand-in keeps them. */
import { createRequire } from 'node:module';

export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly bytes: Buffer;
  readonly expired?: boolean;
  /** What GitHub says that it has; default: what it has. */
  readonly size?: number;
}

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** `owner:branch`. */
  readonly head: string;
  /** `owner/name`; null for a fork that is gone. */
  readonly headRepository: string | null;
}

type Json = Record<string, unknown>;
type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>];
interface Example { readonly name: string; readonly examples: readonly { readonly action?: string; readonly pull_request?: Json }[] }

const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples/api.github.com/index.json') as readonly Example[];
const SAMPLE = EXAMPLES.find(({ name }) => name === 'pull_request')?.examples.find(({ action }) => action === 'opened')?.pull_request as Json & { head: Json; base: Json; _links: Json };

/** The answer to a request about artifacts of runs or about pull requests; undefined for any other. */
export function answerRuns(artifacts: readonly RunArtifact[], pulls: readonly PullRequest[], url: string, origin: string): Answer | undefined {
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const run = /\/actions\/runs\/(\d+)\/artifacts$/u.exec(pathname)?.[1];
  if (run !== undefined) return [200, listOf(artifacts.filter(({ runId, name }) => runId === Number(run) && name === searchParams.get('name')))];
  const zip = /\/actions\/artifacts\/(\d+)\/zip$/u.exec(pathname)?.[1];
  if (zip !== undefined) return [302, undefined, { location: `${origin}/blob/${zip}?sig=signature` }];
  const one = pulls.find(({ number }) => pathname.endsWith(`/pulls/${number}`));
  if (one !== undefined) return [200, pullAsGitHub(one)];
  if (!/^\/repos\/[^/]+\/[^/]+\/pulls$/u.test(pathname)) return undefined;
  return [200, pulls.filter(({ head }) => head === searchParams.get('head')).map(pullAsGitHub)];
}

function listOf(found: readonly RunArtifact[]): Json {
  const time = '2026-11-27T12:00:00Z';
  return {
    total_count: found.length,
    artifacts: found.map(({ id, name, bytes, size, expired }) => ({
      id, name, node_id: `A_${id}`, size_in_bytes: size ?? bytes.length, url: `https://api.github.com/repos/o/r/actions/artifacts/${id}`,
      archive_download_url: `https://api.github.com/repos/o/r/actions/artifacts/${id}/zip`, expired: expired ?? false, created_at: time, expires_at: time, updated_at: time,
    })),
  };
}

/** A pull request as GitHub tells it. */
export function pullAsGitHub({ number, headSha, head, headRepository }: PullRequest): Json {
  const { head: theirs, base } = SAMPLE;
  const [, branch = ''] = head.split(':');
  const repository = headRepository === null ? null : { ...(theirs.repo as Json), full_name: headRepository };
  // The example is from before there was auto-merge.
  return { ...SAMPLE, auto_merge: null, number, state: 'open', head: { ...theirs, label: head, ref: branch, sha: headSha, repo: repository }, base };
}
