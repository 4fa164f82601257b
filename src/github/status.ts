/** HTTP status of what a request threw; 0 where there was no answer. */
export function statusOf(thrown: unknown): number {
  const answered = typeof thrown === 'object' && thrown !== null && 'response' in thrown && thrown.response !== undefined;
  return answered && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : 0;
}

/** A rate limit is waited out where it asks for no more than this. */
export const LONGEST_WAIT_SECONDS = 60;
/** What GitHub asks for where an answer names no time. */
const UNTOLD_WAIT_SECONDS = 60;

/** Seconds after which a request that met a rate limit may be made again; undefined where that is too long to wait. */
export function waitAsked(thrown: unknown): number | undefined {
  const headers = (thrown as { response?: { headers?: Readonly<Record<string, string | undefined>> } } | null)?.response?.headers ?? {};
  const untilReset = headers['x-ratelimit-remaining'] === '0' ? Math.max(0, Number(headers['x-ratelimit-reset']) - Date.now() / 1000) + 1 : undefined;
  const seconds = Number(headers['retry-after'] ?? untilReset ?? UNTOLD_WAIT_SECONDS);
  return Number.isFinite(seconds) && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}
