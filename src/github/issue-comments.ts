/** The requests behind the comment: list, create, update, delete, and who we are. Each throws octokit's errors. */
import type { Client } from './client.js';
import type { RunId } from './event.js';
import { retired, runOf } from './marker.js';
import { statusOf } from './status.js';

export interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly pullRequest: number;
  readonly key: string;
  /** The run that writes. */
  readonly run: RunId;
}

/** A comment that starts with the marker of our key, whoever wrote it. */
export interface Marked {
  readonly id: number;
  /** Its name in GraphQL. */
  readonly node: string;
  readonly url: string;
  /** Login; undefined for a deleted user. */
  readonly author: string | undefined;
  readonly run: RunId;
  /** With its marker. */
  readonly body: string;
}

/** Neither repeated nor waited for: a lost answer may have done it, and others write too. Only the list tells. */
const ONCE = { retries: 0, once: true };

/** Login of `GITHUB_TOKEN`'s bot, on GitHub and on Enterprise Server. */
const ACTIONS_BOT = 'github-actions[bot]';
/** The most that a page holds. */
const PER_PAGE = 100;

export const byId = (left: Marked, right: Marked): number => left.id - right.id;

/** In the Link header of a page that is not the last. */
const NEXT_PAGE = /;\s*rel="?next"?/u;

/**
 * All pages, lowest id first; a page may be short and not the last, since what is hidden is left out of it. Throws where
 * a page is not a list.
 */
export async function listMarked(client: Client, place: Place): Promise<readonly Marked[]> {
  const { owner, repo, pullRequest, key } = place;
  const marked: Marked[] = [];
  for (let page = 1; ; page += 1) {
    const { data, headers } = await client.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PER_PAGE, page });
    if (!Array.isArray(data)) throw new Error('the list of comments is cut off');
    for (const { id, node_id: node, html_url: url, user, body } of data) {
      const run = runOf(key, body ?? '');
      if (run !== undefined) marked.push({ id, node, url, author: user?.login, run, body: body ?? '' });
    }
    if (data.length < PER_PAGE && !NEXT_PAGE.test(headers.link ?? '')) return marked.sort(byId);
  }
}

export async function isThere(client: Client, { owner, repo }: Place, { id }: Marked): Promise<boolean> {
  try {
    await client.rest.issues.getComment({ owner, repo, comment_id: id });
    return true;
  } catch (thrown) {
    if (statusOf(thrown) !== 404) throw thrown;
    return false;
  }
}

export async function createComment(client: Client, place: Place, body: string): Promise<Marked> {
  const { owner, repo, pullRequest, run } = place;
  const { data } = await client.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: ONCE });
  return { id: data.id, node: data.node_id, url: data.html_url, author: data.user?.login, run, body };
}

export async function updateComment(client: Client, place: Place, comment: Marked, body: string): Promise<Marked> {
  await client.rest.issues.updateComment({ owner: place.owner, repo: place.repo, comment_id: comment.id, body, request: ONCE });
  return { ...comment, run: place.run, body };
}

export async function deleteComments(client: Client, place: Place, comments: readonly Marked[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await client.rest.issues.deleteComment({ owner: place.owner, repo: place.repo, comment_id: id, request: ONCE });
    } catch (thrown) {
      // Another run was quicker.
      if (statusOf(thrown) !== 404) throw thrown;
    }
  }
}

/** Whether the pull request's head is another commit by now. Where that cannot be told, it is taken for the same. */
export async function isOutdated(client: Client, { owner, repo, pullRequest }: Place, commit: string): Promise<boolean> {
  try {
    const { data } = await client.rest.pulls.get({ owner, repo, pull_number: pullRequest });
    return data.head.sha !== commit;
  } catch {
    return false;
  }
}

const EDITS = 'query($id: ID!) { node(id: $id) { ... on IssueComment { userContentEdits(first: 20) { nodes { diff editor { login } } } } } }';
interface Edits { readonly node: { readonly userContentEdits: { readonly nodes: readonly { readonly diff: string | null; readonly editor: { readonly login: string } | null }[] } | null } | null }

/** What a comment said, newest first, the present text among it: GitHub keeps each whole. Only what its author wrote, and of our key. */
export async function editsOf(client: Client, { key }: Place, comment: Marked): Promise<readonly Marked[]> {
  const { node } = await client.graphql<Edits>(EDITS, { id: comment.node });
  return (node?.userContentEdits?.nodes ?? []).flatMap(({ diff, editor }) => {
    const run = diff === null || !isSameLogin(editor?.login, comment.author) ? undefined : runOf(key, diff);
    return run === undefined ? [] : [{ ...comment, run, body: diff ?? '' }];
  });
}

/** GraphQL leaves a bot's suffix out. */
const isSameLogin = (left: string | undefined, right: string | undefined): boolean => left?.replace(/\[bot\]$/u, '') === right?.replace(/\[bot\]$/u, '');

const HIDE = 'mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }';

/** Folds them away as outdated. They are ours no longer then: the next run does not touch them. */
export async function hideComments(client: Client, place: Place, comments: readonly Marked[]): Promise<void> {
  for (const comment of comments) {
    try {
      await client.graphql(HIDE, { id: comment.node });
      await updateComment(client, place, comment, retired(comment.body));
    } catch (thrown) {
      // Another run was quicker.
      if (statusOf(thrown) !== 404) throw thrown;
    }
  }
}

/**
 * Who we are. `GET /user` is closed to installation tokens, `GITHUB_TOKEN` among them; GraphQL's `viewer` is open to
 * every kind. Where that fails too, a workflow's own token is by far the likeliest.
 */
export async function ownLogin(client: Client): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    return ACTIONS_BOT;
  }
}
