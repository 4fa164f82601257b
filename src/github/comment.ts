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
import { statusOf, type Client } from './client.js';
import type { RunEvent, RunId } from './event.js';
import { compareRuns, runOf, withMarker } from './marker.js';

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'superseded'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly run: RunId;
}

interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly pullRequest: number;
  readonly key: string;
  readonly run: RunId;
}

/** Login of `GITHUB_TOKEN`'s bot, on GitHub and on Enterprise Server. */
const ACTIONS_BOT = 'github-actions[bot]';
/** Rounds of write and read again; each needs another run to interfere, or an answer to get lost. */
const ROUNDS = 4;
/** The most that a page holds. */
const PER_PAGE = 100;

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
  let author = await ownLogin(client);
  let kind: 'created' | 'updated' = 'updated';
  let failure: unknown = new Error('other runs keep changing the comment');
  let own = await findOwn(client, place, author);
  for (let round = 0; round < ROUNDS; round += 1) {
    const newer = own.find((comment) => compareRuns(comment.run, place.run) > 0);
    if (newer !== undefined) return await yieldTo(client, place, newer, own);
    let written: OwnComment | undefined;
    try {
      const [first, ...others] = own;
      if (first === undefined) {
        kind = 'created';
        const made = await create(client, place, body);
        written = made.comment;
        author = made.author ?? author;
      } else {
        written = await update(client, place, first, body);
      }
      await remove(client, place, others);
    } catch (thrown) {
      if (!mayHaveHappened(thrown)) throw thrown;
      failure = thrown;
    }
    own = including(await findOwn(client, place, author), written);
    const [only, ...rest] = own;
    if (only !== undefined && rest.length === 0 && compareRuns(only.run, place.run) === 0) return { kind, url: only.url };
  }
  throw failure;
}

/** A newer run has reported: what this one may have written beside it goes. */
async function yieldTo(client: Client, place: Place, newer: OwnComment, own: readonly OwnComment[]): Promise<CommentOutcome> {
  await remove(client, place, own.filter((comment) => comment !== newer && compareRuns(comment.run, place.run) === 0));
  return { kind: 'superseded', url: newer.url };
}

/** A list may lag behind: what GitHub confirmed is there even where the list does not show it yet. */
function including(listed: readonly OwnComment[], written: OwnComment | undefined): readonly OwnComment[] {
  if (written === undefined || listed.some(({ id }) => id === written.id)) return listed;
  return [...listed, written].sort(byId);
}

const byId = (left: OwnComment, right: OwnComment): number => left.id - right.id;

/** Our comments, lowest id first. Throws where a page is not a list. */
async function findOwn(client: Client, place: Place, author: string): Promise<readonly OwnComment[]> {
  const { owner, repo, pullRequest, key } = place;
  const own: OwnComment[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PER_PAGE, page });
    if (!Array.isArray(data)) throw new Error('the list of comments is cut off');
    for (const { id, html_url: url, user, body } of data) {
      const run = user?.login === author ? runOf(key, body ?? '') : undefined;
      if (run !== undefined) own.push({ id, url, run });
    }
    if (data.length < PER_PAGE) return own.sort(byId);
  }
}

interface Made {
  readonly comment: OwnComment;
  /** The login that GitHub says wrote it. */
  readonly author: string | undefined;
}

/** Not retried here (rule 5). */
async function create(client: Client, place: Place, body: string): Promise<Made> {
  const { owner, repo, pullRequest, run } = place;
  const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { retries: 0 } });
  return { comment: { id: data.id, url: data.html_url, run }, author: data.user?.login };
}

async function update(client: Client, place: Place, { id, url }: OwnComment, body: string): Promise<OwnComment> {
  await client.rest.issues.updateComment({ owner: place.owner, repo: place.repo, comment_id: id, body });
  return { id, url, run: place.run };
}

async function remove(client: Client, place: Place, comments: readonly OwnComment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await client.rest.issues.deleteComment({ owner: place.owner, repo: place.repo, comment_id: id });
    } catch (thrown) {
      // The run that wrote it was quicker.
      if (statusOf(thrown) !== 404) throw thrown;
    }
  }
}

/**
 * Who we are. `GET /user` is closed to installation tokens, `GITHUB_TOKEN` among them; GraphQL's `viewer` is open to
 * every kind. Where that fails too, a workflow's own token is by far the likeliest.
 */
async function ownLogin(client: Client): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    return ACTIONS_BOT;
  }
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
