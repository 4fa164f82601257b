/**
 * The one comment of a pull request. Rules:
 *
 * 1. Ours is what starts with the marker of our key and was written by our own login. A marker can be typed by anyone,
 *    and a comment of someone else could be edited by them after we filled it.
 * 2. All pages are read. One is kept, the lowest id, and the others are retired.
 * 3. A comment of a newer run is never overwritten. GitHub edits without a condition, so that what was read may be another's by
 *    the time of the edit: a run whose commit is no longer the pull request's head leaves alone what is there.
 * 4. After each write the comments are read again, until what stands there is settled: two runs may write at once.
 *    After each edit so is what the comment said before: where that was a newer run's word, which came between reading and
 *    writing, it is put back. The last of all that write finds the newest there, whatever the order.
 * 5. No write is repeated blindly: a lost answer may have done it, and another run may have written since. Reading again tells.
 * 6. Where a run is to have a comment of its own, the new one is made before the old ones are retired.
 */
import { messageOf } from '../errors.js';
import type { Client } from './client.js';
import type { RunEvent } from './event.js';
import { byId, createComment, deleteComments, editsOf, hideComments, isOutdated, isThere, listMarked, ownLogin, updateComment, type Marked, type Place } from './issue-comments.js';
import { compareRuns, withMarker } from './marker.js';
import { statusOf, waitAsked } from './status.js';

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'superseded' | 'deleted'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** What becomes of the comment of an earlier run: edited, deleted, or hidden as outdated. `delete`: there shall be none. */
export const COMMENT_MODES = ['update', 'recreate', 'hide', 'delete'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface Writing {
  readonly mode: CommentMode;
  /** The text, from the bodies of what it takes the place of. */
  readonly write: (previous: readonly string[]) => string;
}

/** Writes before giving up; more than one needs another run to interfere, or an answer to get lost. */
const MOST_WRITES = 4;
/** Writes and deletions. */
const MOST_CHANGES = 8;
/** Each of these is three attempts already, where the failure is one that may pass. */
const MOST_LOOKS = 4;

/** Creates or updates the comment. Never throws: publishing does not change a verdict. */
export async function upsertComment(client: Client, event: RunEvent, pullRequest: number, key: string, writing: Writing): Promise<CommentOutcome> {
  const place = { owner: event.owner, repo: event.repo, pullRequest, key, run: event.run };
  try {
    return await settle(client, place, event, writing);
  } catch (thrown) {
    return { kind: 'failed', reason: reasonOf(thrown) };
  }
}

async function settle(client: Client, place: Place, event: RunEvent, writing: Writing): Promise<CommentOutcome> {
  let author: string | undefined;
  let failure: unknown = new Contended();
  const done: Done = { writes: 0, written: undefined, edited: undefined, created: false, gaveWayTo: undefined };
  for (let changes = 0; ; changes += 1) {
    const marked = await including(client, place, await look(client, place, done.writes > 0), done.written);
    // Asked for only where there is something to tell apart; once we wrote, GitHub said who we are.
    if (marked.length > 0) author = done.written?.author ?? author ?? await ownLogin(client);
    const overwritten = await overwrittenBy(client, place, done);
    const step = overwritten ?? nextStep(marked.filter((comment) => comment.author === author), place, writing, done);
    if ('outcome' in step) return step.outcome;
    const isLate = step.overwrites !== undefined && await isOutdated(client, place, event.headSha);
    if (isLate && step.ours.length === 0) return { kind: 'superseded', url: step.overwrites.url };
    // What takes away what is too much is never one write too many.
    if ((step.isOwnWrite === true && done.writes === MOST_WRITES) || changes === MOST_CHANGES) throw failure;
    try {
      await (isLate ? giveWay(client, place, step.overwrites, step.ours, done) : step.take(client));
      failure = new Contended();
    } catch (thrown) {
      const seconds = secondsToWait(thrown, changes);
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

/** Edits that a list of them may lag behind by are waited for. */
const MOST_LAGS = 3;

/** Puts back what a newer run wrote into the comment that this one has edited, before it did; undefined where there was nothing, or GitHub does not tell. */
async function overwrittenBy(client: Client, place: Place, done: Done): Promise<Change | undefined> {
  const { edited } = done;
  if (edited === undefined) return undefined;
  const edits = await editsWith(client, place, edited);
  const [now] = edits;
  const newest = edits.reduce<Marked | undefined>((best, one) => (best === undefined || compareRuns(one.run, best.run) > 0 ? one : best), undefined);
  done.edited = undefined;
  if (now === undefined || newest === undefined || compareRuns(newest.run, now.run) <= 0) return undefined;
  return { ours: [], take: (on) => putBack(on, place, newest, edited, done) };
}

/** The edits, once ours is among them. */
async function editsWith(client: Client, place: Place, edited: Marked): Promise<readonly Marked[]> {
  for (let attempt = 1; ; attempt += 1) {
    const edits = await editsOf(client, place, edited).catch(() => []);
    if (attempt === MOST_LAGS || edits.length === 0 || edits.some(({ body }) => body === edited.body)) return edits;
    await client.pause(attempt);
  }
}

/** What this run did so far. */
interface Done {
  writes: number;
  written: Marked | undefined;
  /** The comment that it wrote into last, with what it wrote; or tried to: the answer may have got lost. */
  edited: Marked | undefined;
  created: boolean;
  gaveWayTo: Marked | undefined;
}

interface Change {
  /** Whether it writes this run's own text. */
  readonly isOwnWrite?: boolean;
  /** A comment of an older run that it takes the place of; and those of this run. */
  readonly overwrites?: Marked | undefined;
  readonly ours: readonly Marked[];
  readonly take: (client: Client) => Promise<void>;
}

/**
 * One change at a time, by what was read just now: another run may have taken over what this one wrote. GitHub deletes without
 * a condition, too; where that took a newer run's text away, the newest that was seen is put back.
 */
function nextStep(own: readonly Marked[], place: Place, { mode, write }: Writing, done: Done): Change | { readonly outcome: CommentOutcome } {
  const ours = own.filter((comment) => compareRuns(comment.run, place.run) === 0);
  const newer = own.find((comment) => compareRuns(comment.run, place.run) > 0);
  if (newer !== undefined && ours.length === 0) return { outcome: { kind: 'superseded', url: newer.url } };
  if (newer !== undefined) return { ours, take: (client) => giveWay(client, place, newer, ours, done) };
  const lost = done.gaveWayTo;
  if (lost !== undefined && own.every((comment) => compareRuns(comment.run, lost.run) < 0)) return { ours, take: (client) => putBack(client, place, lost, own[0], done) };
  const kept = keptOf(own, place, mode);
  const others = own.filter((comment) => comment !== kept);
  const isWritten = mode === 'delete' || (done.writes > 0 && kept !== undefined && compareRuns(kept.run, place.run) === 0);
  if (isWritten && others.length > 0) return { ours, take: (client) => (mode === 'hide' ? hideComments(client, place, others) : deleteComments(client, place, others)) };
  if (isWritten) return { outcome: kept === undefined ? { kind: 'deleted', url: '' } : { kind: done.created ? 'created' : 'updated', url: kept.url } };
  return {
    isOwnWrite: true,
    ours,
    overwrites: own.find((comment) => compareRuns(comment.run, place.run) < 0),
    take: async (client) => {
      const body = withMarker(place.key, place.run, write(own.map((comment) => comment.body)));
      done.writes += 1;
      done.created ||= kept === undefined;
      done.written = kept === undefined ? await createComment(client, place, body) : await edit(client, place, kept, body, done);
    },
  };
}

async function giveWay(client: Client, place: Place, to: Marked, ours: readonly Marked[], done: Done): Promise<void> {
  done.gaveWayTo = to;
  done.written = undefined;
  await deleteComments(client, place, ours);
}

async function putBack(client: Client, place: Place, lost: Marked, into: Marked | undefined, done: Done): Promise<void> {
  const there = into === undefined ? await createComment(client, place, lost.body) : await edit(client, place, into, lost.body, done);
  done.written = { ...there, run: lost.run };
}

async function edit(client: Client, place: Place, comment: Marked, body: string, done: Done): Promise<Marked> {
  done.edited = { ...comment, body };
  return updateComment(client, place, comment, body);
}

/** Of ours, lowest id first, the one to write into; undefined where a new one is made, or none shall be. */
function keptOf(own: readonly Marked[], { run }: Place, mode: CommentMode): Marked | undefined {
  if (mode === 'delete') return undefined;
  return mode === 'update' ? own[0] : own.find((comment) => compareRuns(comment.run, run) === 0);
}

/** A list may lag behind: what was written and is not in it is asked for by its id, since another run may have deleted it. */
async function including(client: Client, place: Place, listed: readonly Marked[], written: Marked | undefined): Promise<readonly Marked[]> {
  if (written === undefined || listed.some(({ id }) => id === written.id) || !await isThere(client, place, written)) return listed;
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

class Contended extends Error {
  override readonly message = 'other runs keep changing the comment';
}

/** Why there is no comment, in words, with what to do. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof Contended) return thrown.message;
  const status = statusOf(thrown);
  if (isRateLimit(thrown)) return 'GitHub\'s rate limit is used up';
  if (status === 403 || status === 401) {
    return 'the token may not comment on this pull request: grant "permissions: pull-requests: write" to the job; '
      + 'on pull requests from forks the token is always read-only';
  }
  if (status === 404) return 'the token does not see this pull request: grant "permissions: pull-requests: write" to the job';
  return status === 0 ? 'GitHub\'s API did not answer' : `GitHub's API answered with status ${status}`;
}
