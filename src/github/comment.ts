/**
 * The one comment of a pull request. Rules:
 *
 * 1. Ours is what starts with the marker of our key and was written by our own login. A marker can be typed by anyone,
 *    and a comment of someone else could be edited by them after we filled it.
 * 2. All pages are read. Of several, the lowest id is kept and the others are deleted.
 * 3. A comment of a newer run is never overwritten.
 * 4. After each write the comments are read again, until what stands there is settled: two runs may write at once.
 * 5. A creation is not repeated blindly: a lost answer may have created it, which reading again tells.
 */
import { messageOf } from '../errors.js';
import type { Client } from './client.js';
import type { RunEvent } from './event.js';
import { byId, createComment, deleteComments, listMarked, ownLogin, updateComment, type Marked, type Place } from './issue-comments.js';
import { compareRuns, withMarker } from './marker.js';
import { statusOf } from './status.js';

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'superseded'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Writes before giving up; more than one needs another run to interfere, or an answer to get lost. */
const MOST_WRITES = 4;

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
  let failure = new Error('other runs keep changing the comment');
  let written: Marked | undefined;
  for (let writes = 0; ; writes += 1) {
    const marked = including(await listMarked(client, place), written);
    // Asked for only where there is something to tell apart.
    if (marked.length > 0) author ??= await ownLogin(client);
    const own = marked.filter((comment) => comment.author === author);
    const newer = own.find((comment) => compareRuns(comment.run, place.run) > 0);
    if (newer !== undefined) return await yieldTo(client, place, newer, own);
    const [first, ...others] = own;
    const isSettled = writes > 0 && others.length === 0 && first !== undefined && compareRuns(first.run, place.run) === 0;
    if (isSettled) return { kind, url: first.url };
    if (writes === MOST_WRITES) throw failure;
    try {
      if (first === undefined) kind = 'created';
      written = first === undefined ? await createComment(client, place, body) : await updateComment(client, place, first, body);
      // What GitHub says wrote it is us, whatever was believed before.
      author = written.author;
      await deleteComments(client, place, others);
    } catch (thrown) {
      if (!mayHaveHappened(thrown)) throw thrown;
      failure = thrown instanceof Error ? thrown : new Error(messageOf(thrown));
    }
  }
}

/** A newer run has reported: what this one may have written beside it goes. */
async function yieldTo(client: Client, place: Place, newer: Marked, own: readonly Marked[]): Promise<CommentOutcome> {
  await deleteComments(client, place, own.filter((comment) => comment !== newer && compareRuns(comment.run, place.run) === 0));
  return { kind: 'superseded', url: newer.url };
}

/** A list may lag behind: what GitHub confirmed is there even where the list does not show it yet. */
function including(listed: readonly Marked[], written: Marked | undefined): readonly Marked[] {
  if (written === undefined || listed.some(({ id }) => id === written.id)) return listed;
  return [...listed, written].sort(byId);
}

/** No answer, a server's failure, or a comment that someone deleted meanwhile: look again. */
function mayHaveHappened(thrown: unknown): boolean {
  const status = statusOf(thrown);
  return status === 0 || status === 404 || status >= 500;
}

/** Why there is no comment, in words, with what to do. */
function reasonOf(thrown: unknown): string {
  const status = statusOf(thrown);
  if (status === 429 || (status === 403 && /rate limit/iu.test(messageOf(thrown)))) return 'GitHub\'s rate limit is used up';
  if (status === 403 || status === 401) {
    return 'the token may not comment on this pull request: grant "permissions: pull-requests: write" to the job; '
      + 'on pull requests from forks the token is always read-only';
  }
  if (status === 404) return 'the token does not see this pull request: grant "permissions: pull-requests: write" to the job';
  return status === 0 ? 'GitHub\'s API did not answer' : `GitHub's API answered with status ${status}`;
}
