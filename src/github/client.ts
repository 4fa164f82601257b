/**
 * A client of GitHub's API that is polite, patient for a bounded time, and never hangs. Import it when it is needed:
 * @actions/github parses the event's payload as soon as it is imported, and throws where that is cut off.
 */
import { defaults, getOctokitOptions, GitHub } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: another one on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Milliseconds that a second of waiting between attempts takes; tests wait less. */
  readonly secondMs?: number;
  /** Whether to keep the distance between writes that GitHub asks for, and to wait out its rate limits; default true. */
  readonly paced?: boolean;
}

/** No answer within this time counts as a network error. */
const ANSWER_WITHIN_MS = 20_000;
/** After this time every further request fails at once: publishing must not outlast the work that it publishes. */
const PUBLISH_WITHIN_MS = 180_000;
/** Retries after a 5xx or a network error, after 1 and 4 seconds. */
const RETRIES = 2;
/** A rate limit is waited out where it asks for no more than this. */
const LONGEST_WAIT_SECONDS = 60;

const Octokit = GitHub.plugin(retry, throttling);
export type Client = InstanceType<typeof Octokit>;

type Fetch = typeof fetch;

export function createClient(options: ClientOptions): Client {
  const secondMs = options.secondMs ?? 1000;
  const waits = (seconds: number, _request: unknown, _client: unknown, retries: number): boolean =>
    retries < RETRIES && seconds <= LONGEST_WAIT_SECONDS;
  return new Octokit(getOctokitOptions(options.token, {
    baseUrl: options.apiUrl,
    // Octokit warns about retries on the console, with texts from outside.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    // 403 and 429 are the throttling plugin's, which knows what GitHub asks for.
    retry: { retries: RETRIES, retryAfterBaseValue: secondMs, doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
    throttle: { enabled: options.paced ?? true, onRateLimit: waits, onSecondaryRateLimit: waits, retryAfterBaseValue: secondMs },
    request: { fetch: withDeadlines((defaults.request as { readonly fetch: Fetch }).fetch) },
  }));
}

function silent(): void {}

/**
 * Each attempt gets its own deadline; all of them together another. The body is read here, where one that breaks off is
 * a failed attempt: further on, octokit takes it for an empty answer, and "no comments yet" would make a second one.
 */
function withDeadlines(inner: Fetch): Fetch {
  const end = AbortSignal.timeout(PUBLISH_WITHIN_MS);
  return async (input, init) => {
    const answer = await inner(input, { ...init, signal: AbortSignal.any([end, AbortSignal.timeout(ANSWER_WITHIN_MS)]) });
    const body = await answer.arrayBuffer();
    const { status, statusText } = answer;
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers: [...answer.headers] });
  };
}
