/**
 * `mode: publish`: comments what another run found, where that run may not: pull requests from forks have a read-only token.
 * It runs on `workflow_run`, with a token that writes and the workflow file of the default branch. Rules:
 *
 * 1. The report of the other run is a stranger's text: bounded, held against the schema, escaped. Nothing is checked out,
 *    loaded or executed here.
 * 2. Which pull request it is about, GitHub says (the run's head commit), never the report.
 * 3. The comment says that the run is untrusted, and stays a comment: no check, no status, no output but its address.
 */
import { messageOf, UserError } from '../errors.js';
import { upsertComment } from '../github/comment.js';
import { fetchForeignFile, UnfitArtifact } from '../github/foreign-artifact.js';
import { info, notice } from '../github/log.js';
import { setCommentUrl } from '../github/outputs.js';
import { writeSummary } from '../github/summary.js';
import { findPullRequest, readTriggeringRun, type TriggeringRun } from '../github/triggering-run.js';
import { MOST_REPORT_BYTES, parseReport, UnfitReport } from '../report/check.js';
import { renderSummary, type ReportLinks } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { commentOwner, writingOf } from './comment-text.js';
import { foreignArtifact, type Setting } from './publish.js';

/** Returns the exit code: nothing to comment on is no error. Throws UserError `input-invalid`, `event-invalid`, `artifact-invalid`. */
export async function publishForeign(setting: Setting, env: NodeJS.ProcessEnv): Promise<number> {
  refuseMisplaced(setting);
  if (setting.inputs.checkRun) notice('no check run: what another run reports is not turned into a check');
  const other = readTriggeringRun(env);
  if (other.event !== 'pull_request') return nothing(other, `it was started by ${other.event || 'nothing known'}, not by a pull request`);
  try {
    return await publishReportOf(other, setting, env);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    return nothing(other, `${messageOf(thrown)}. The job needs "permissions: actions: read" and "pull-requests: write"`);
  }
}

async function publishReportOf(other: TriggeringRun, { inputs, event }: Setting, env: NodeJS.ProcessEnv): Promise<number> {
  const { clientOf, secondOf } = await import('../github/client.js');
  const client = clientOf(inputs.token, env);
  const artifact = foreignArtifact(inputs.artifact);
  const place = { owner: event.owner, repo: event.repo };
  const report = await checked(() => fetchForeignFile(client, { ...place, runId: other.run.id, artifact, file: 'report.json', mostBytes: MOST_REPORT_BYTES }, secondOf(env)));
  if (report === undefined) return nothing(other, `it left no artifact ${artifact}: it commented itself, or did not get so far`);
  const found = await findPullRequest(client, place, other);
  if ('reason' in found) return nothing(other, found.reason);
  const links: ReportLinks = { run: other.url, untrusted: { commit: other.headSha, repository: other.head?.repository ?? '', conclusion: other.conclusion } };
  const problem = await writeSummary(renderSummary(report, links));
  if (problem !== undefined) notice(problem);
  // In the other run's name, so that runs of one pull request keep their order whoever comments.
  const outcome = await upsertComment(client, { ...event, run: other.run }, found.number, commentOwner(inputs), writingOf(report, links, { commit: other.headSha, run: other.run }, inputs));
  if (outcome.kind === 'failed') return nothing(other, outcome.reason);
  info(`comment ${outcome.kind}: ${outcome.url}`);
  setCommentUrl(outcome.url);
  return 0;
}

async function checked(fetch: () => Promise<Uint8Array | undefined>): Promise<Report | undefined> {
  try {
    const bytes = await fetch();
    return bytes === undefined ? undefined : parseReport(bytes);
  } catch (thrown) {
    if (!(thrown instanceof UnfitArtifact || thrown instanceof UnfitReport)) throw thrown;
    throw new UserError({
      code: 'artifact-invalid', message: `The report of the other run is not published: ${messageOf(thrown)}`,
      fix: 'look at that run: what it left is not what prune-gate of this version leaves',
    });
  }
}

function nothing({ run }: TriggeringRun, reason: string): number {
  notice(`no comment: of run ${run.id}: ${reason}`);
  return 0;
}

function refuseMisplaced({ inputs, event }: Setting): void {
  const refuse = (message: string, where: string): UserError => new UserError({
    code: 'input-invalid', message: `mode: publish: ${message}`, where, fix: 'docs/recipes.md has the workflow (Pull requests from forks)',
  });
  if (event.kind !== 'workflow_run') throw refuse(`this run was started by ${event.kind}, and it publishes what another run found`, 'on: workflow_run');
  if (inputs.token === '') throw refuse('the input github-token is empty', 'with: github-token');
  if (inputs.artifact === '') throw refuse('the input artifact is empty', 'with: artifact');
}
