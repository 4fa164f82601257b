/**
 * A client of GitHub's API that is polite, patient for a bounded time, and never hangs. Import it when it is needed:
 * @actions/github parses the event's payload as soon as it is imported, and throws where that is cut off.
 */
import { defaults, getOctokitOptions, GitHub } from '@actions/github/lib/utils';
import type { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { LONGEST_WAIT_SECONDS, waitAsked } from './status.js';

export interface ClientOptions {
  /** Empty: none is sent, which is enough to read a public repository. */
  readonly token: string;
  /** `GITHUB_API_URL`: another one on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Milliseconds that a second of waiting between attempts takes; tests wait less. */
  readonly secondMs?: number;
  /** Whether to keep the distance between writes that GitHub asks for, and to wait out its rate limits; default true. */
  readonly paced?: boolean;
  /** Clients of one lane keep that distance together; default: all of this process. */
  readonly lane?: string;
  /** No whole answer within this time counts as a network error; default 20 seconds. */
  readonly answerWithinMs?: number;
  /** After this time every further request fails at once; default 3 minutes. */
  readonly allWithinMs?: number;
}

const ANSWER_WITHIN_MS = 20_000;
/** The only answers that may be large, and so slow. */
const LARGE = /\/git\/blobs\//u;
/** After this time every further request fails at once: publishing must not outlast the work that it publishes. */
const PUBLISH_WITHIN_MS = 180_000;
/** Retries after a 5xx or a network error, after 1 and 4 seconds. */
const RETRIES = 2;

// `plain429` goes first, and so is the innermost: it tells `retry` what to make of a failure.
const Patient = GitHub.plugin(plain429, pauses, retry, throttling);
export type Client = InstanceType<typeof Patient>;

type Fetch = typeof fetch;

/** The client of a job: token as given, API and waiting as its environment says. */
export function clientOf(token: string, env: NodeJS.ProcessEnv, deadlines: Pick<ClientOptions, 'answerWithinMs' | 'allWithinMs'> = {}): Client {
  const answerWithinMs = Number(env.PRUNE_GATE_ANSWER_MS ?? deadlines.answerWithinMs ?? ANSWER_WITHIN_MS);
  return createClient({ ...deadlines, answerWithinMs, token, apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com', secondMs: secondOf(env) });
}

/** Milliseconds that a second of waiting takes; the tests' environment has shorter ones. */
export function secondOf(env: NodeJS.ProcessEnv): number {
  return Number(env.PRUNE_GATE_SECOND_MS ?? 1000);
}

export function createClient(options: ClientOptions): Client {
  const secondMs = options.secondMs ?? 1000;
  const waits = (seconds: number, request: unknown, _client: unknown, retries: number): boolean =>
    !isOnce(request) && retries < RETRIES && seconds <= LONGEST_WAIT_SECONDS;
  const settings = {
    baseUrl: options.apiUrl,
    // Octokit warns about retries on the console, with texts from outside.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    // 403 and 429 are the throttling plugin's, which knows what GitHub asks for.
    retry: { retries: RETRIES, retryAfterBaseValue: secondMs, doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
    throttle: {
      enabled: options.paced ?? true, onRateLimit: waits, onSecondaryRateLimit: waits, retryAfterBaseValue: secondMs,
      ...(options.lane === undefined ? {} : { id: options.lane }),
    },
    request: { fetch: withDeadlines((defaults.request as { readonly fetch: Fetch }).fetch, options) },
  };
  return new Patient(options.token === '' ? settings : getOctokitOptions(options.token, settings));
}

function silent(): void {}

/**
 * A 429 without GitHub's words or headers, from a proxy or a load balancer, is neither plugin's: `throttling` looks for the
 * words, and `retry` leaves the status to it. Nothing was done by a request that was refused so, so that any may be repeated.
 */
function plain429(octokit: Octokit): void {
  octokit.hook.error('request', (thrown, options) => {
    const isPlain = 'response' in thrown && thrown.status === 429 && !/\bsecondary rate\b/iu.test(thrown.message)
      && thrown.response?.headers['x-ratelimit-remaining'] !== '0';
    const seconds = isPlain && !isOnce(options) ? waitAsked(thrown) : undefined;
    if (seconds === undefined) throw thrown;
    throw (octokit as unknown as ReturnType<typeof retry>).retry.retryRequest(thrown as Parameters<ReturnType<typeof retry>['retry']['retryRequest']>[0], RETRIES, seconds);
  });
}

/** Whether whoever asks wants to look for himself before it is asked again: `request: { once: true }`. */
function isOnce(options: unknown): boolean {
  return (options as { readonly request?: { readonly once?: boolean } }).request?.once === true;
}

/** `client.pause(seconds)`, in the client's own seconds. */
function pauses(_octokit: Octokit, { retry: { retryAfterBaseValue = 1000 } = {} }: { retry?: { retryAfterBaseValue?: number } }): { pause: (seconds: number) => Promise<void> } {
  return { pause: (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * retryAfterBaseValue); }) };
}

/**
 * Each attempt gets its own deadline; all of them together another. The body is read here, where one that breaks off is
 * a failed attempt: further on, octokit takes it for an empty answer, and "no comments yet" would make a second one.
 */
function withDeadlines(inner: Fetch, { answerWithinMs = ANSWER_WITHIN_MS, allWithinMs = PUBLISH_WITHIN_MS }: ClientOptions): Fetch {
  const end = performance.now() + allWithinMs;
  return async (input, init) => {
    // A timer of our own: AbortSignal.any of timeouts is collected before they fire on Node 20.
    const deadline = new AbortController();
    const withinMs = LARGE.test(input instanceof Request ? input.url : input.toString()) ? answerWithinMs : Math.min(answerWithinMs, ANSWER_WITHIN_MS);
    const timer = setTimeout(() => { deadline.abort(tooLate()); }, Math.min(withinMs, end - performance.now()));
    try {
      if (performance.now() >= end) throw tooLate();
      const answer = await inner(input, { ...init, signal: deadline.signal });
      const body = await answer.arrayBuffer();
      const { status, statusText } = answer;
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers: onOurClock(answer.headers) });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** What `AbortSignal.timeout` gives. */
function tooLate(): DOMException {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

/** A rate limit ends at a time of GitHub's clock, and `throttling` compares it with this machine's, which may be wrong. */
function onOurClock(told: Headers): Headers {
  const headers = new Headers(told);
  const theirs = Date.parse(told.get('date') ?? '');
  const reset = Number(told.get('x-ratelimit-reset') ?? Number.NaN);
  if (Number.isFinite(theirs) && Number.isFinite(reset)) headers.set('x-ratelimit-reset', String(Math.round(reset + (Date.now() - theirs) / 1000)));
  return headers;
}
