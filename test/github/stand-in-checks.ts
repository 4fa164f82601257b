/** Check runs as the stand-in keeps them: created, added to, listed. */
import type { Seen } from './stand-in.js';

export interface CheckRun {
  readonly id: number;
  readonly body: Record<string, unknown>;
  readonly annotations: unknown[];
}

type Answer = readonly [status: number, body: unknown];
interface Sent { output?: { annotations?: unknown[] } }

/** The answer to a request about check runs; undefined for any other. */
export function answerCheckRuns(runs: CheckRun[], { method, url, body }: Seen): Answer | undefined {
  const { pathname, searchParams } = new URL(url, 'http://stand-in');
  const annotations = (body as Sent | undefined)?.output?.annotations ?? [];
  if (/\/check-runs(?:\/\d+)?$/u.test(pathname) && annotations.length > 50) return [422, { message: 'No more than 50 annotations' }];
  if (method === 'POST' && pathname.endsWith('/check-runs')) {
    const run = { id: 7000 + runs.length, body: body as Record<string, unknown>, annotations: [...annotations] };
    runs.push(run);
    return [201, asGitHub(run)];
  }
  const found = runs.find(({ id }) => pathname.endsWith(`/check-runs/${String(id)}`));
  if (method === 'PATCH' && found !== undefined) {
    found.annotations.push(...annotations);
    return [200, asGitHub(found)];
  }
  if (method === 'GET' && /\/commits\/[^/]+\/check-runs$/u.test(pathname)) {
    const named = runs.filter((run) => run.body.name === searchParams.get('check_name'));
    return [200, { total_count: named.length, check_runs: named.map(asGitHub) }];
  }
  return undefined;
}

function asGitHub({ id, body, annotations }: CheckRun): unknown {
  const url = `https://api.github.com/repos/o/r/check-runs/${String(id)}`;
  return {
    id, node_id: `CR_${String(id)}`, name: body.name, head_sha: body.head_sha, external_id: body.external_id ?? null, url, html_url: `https://github.com/o/r/runs/${String(id)}`,
    details_url: body.details_url ?? null, status: body.status, conclusion: body.conclusion, started_at: null, completed_at: null, check_suite: null, app: null, pull_requests: [],
    output: { title: null, summary: null, text: null, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
  };
}
