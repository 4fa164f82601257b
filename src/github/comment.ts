/**
 * The one comment of a pull request. Rules:
 *
 * 1. Ours is what starts with the marker of our key and was written by our own login. A marker can be typed by anyone,
 *    and a comment of someone else could be edited by them after we filled it.
 * 2. All pages are read. Of several, the lowest id stays, with the text of the newest run, and the others are deleted. Every run
 *    that sees several does that, whoever wrote them: two that do it at once do the same.
 * 3. A comment of a newer run is never overwritten.
 * 4. After each write the comments are read again, until what stands there is settled: two runs may write at once.
 * 5. No write is repeated blindly: a lost answer may have done it, and another run may have written since. Reading again tells.
 */
import { messageOf } from '../errors.js';
import type { Client } from './client.js';
import type { RunEvent } from './event.js';
import { byId, createComment, deleteComments, listMarked, ownLogin, updateComment, type Marked, type Place } from './issue-comments.js';
import { compareRuns, withMarker } from './marker.js';
import { statusOf, waitAsked } from './status.js';

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'superseded'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Writes before giving up; more than one needs another run to interfere, or an answer to get lost. */
const MOST_WRITES = 4;
/** Each of these is three attempts already, where the failure is one that may pass. */
const MOST_LOOKS = 4;

/** Creates or updates the comment. Never throws: publishing does not change a verdict. */
export async function upsertComment(
  client: Client, event: RunEvent, pullRequest: number, key: string, markdown: string,
): Promise<CommentOutcome> {
  const place = { owner: event.owner, repo: event.repo, pullRequest, key, run: event.run };
  try {
    return await settle(client, place, withMarker(key, event.run, markdown));
  } catch (thrown) {
    return { kind: 'failed', reason: reasonOf(thrown) };
  }
}

async function settle(client: Client, place: Place, body: string): Promise<CommentOutcome> {
  let author: string | undefined;
  let kind: 'created' | 'updated' = 'updated';
  let failure: unknown = new Error('other runs keep changing the comment');
  let written: Marked | undefined;
  for (let writes = 0; ; writes += 1) {
    const marked = including(await look(client, place, writes > 0), written);
    // Asked for only where there is something to tell apart.
    if (marked.length > 0) author ??= await ownLogin(client);
    const own = marked.filter((comment) => comment.author === author);
    const [first, ...others] = own;
    const newer = newestOf(own.filter(({ run }) => compareRuns(run, place.run) > 0));
    const isRight = first !== undefined && (newer === undefined ? writes > 0 && compareRuns(first.run, place.run) === 0 : compareRuns(first.run, newer.run) === 0);
    if (isRight && others.length === 0) return { kind: newer === undefined ? kind : 'superseded', url: first.url };
    if (writes === MOST_WRITES) throw failure;
    try {
      if (first === undefined) {
        kind = 'created';
        written = await createComment(client, place, body);
        // What GitHub says wrote it is us, whatever was believed before.
        author = written.author;
      } else if (!isRight) written = await updateComment(client, place, first, newer ?? { run: place.run, body });
      await deleteComments(client, place, others);
    } catch (thrown) {
      const seconds = secondsToWait(thrown, writes);
      if (seconds === undefined) throw thrown;
      failure = thrown;
      await client.pause(seconds);
    }
  }
}

/** Reads the comments. Once something may have been written, it is worth more patience to find out what. */
async function look(client: Client, place: Place, hasWritten: boolean): Promise<readonly Marked[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listMarked(client, place);
    } catch (thrown) {
      if (!hasWritten || attempt === MOST_LOOKS) throw thrown;
      await client.pause(attempt * attempt);
    }
  }
}

function newestOf(comments: readonly Marked[]): Marked | undefined {
  return [...comments].sort((left, right) => compareRuns(right.run, left.run) || byId(left, right))[0];
}

/** A list may lag behind: what GitHub confirmed is there even where the list does not show it yet. */
function including(listed: readonly Marked[], written: Marked | undefined): readonly Marked[] {
  if (written === undefined || listed.some(({ id }) => id === written.id)) return listed;
  return [...listed, written].sort(byId);
}

/** How long to wait before looking again after a write that failed; undefined where it was refused for good. */
function secondsToWait(thrown: unknown, writes: number): number | undefined {
  const status = statusOf(thrown);
  // No answer, a server's failure, or a comment that someone deleted meanwhile.
  if (status === 0 || status === 404 || status >= 500) return (writes + 1) ** 2;
  return isRateLimit(thrown) ? waitAsked(thrown) : undefined;
}

function isRateLimit(thrown: unknown): boolean {
  const status = statusOf(thrown);
  return status === 429 || (status === 403 && /rate limit/iu.test(messageOf(thrown)));
}

/** Why there is no comment, in words, with what to do. */
function reasonOf(thrown: unknown): string {
  const status = statusOf(thrown);
  if (isRateLimit(thrown)) return 'GitHub\'s rate limit is used up';
  if (status === 403 || status === 401) {
    return 'the token may not comment on this pull request: grant "permissions: pull-requests: write" to the job; '
      + 'on pull requests from forks the token is always read-only';
  }
  if (status === 404) return 'the token does not see this pull request: grant "permissions: pull-requests: write" to the job';
  return status === 0 ? 'GitHub\'s API did not answer' : `GitHub's API answered with status ${status}`;
}
