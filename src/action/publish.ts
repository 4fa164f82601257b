/** Makes a report known on GitHub: artifact, summary, comment, annotations, outputs. None of it changes the verdict. */
import { messageOf } from '../errors.js';
import { annotate } from '../github/annotate.js';
import { uploadForPublisher, uploadReport } from '../github/artifact.js';
import type { Client } from '../github/client.js';
import { upsertComment } from '../github/comment.js';
import type { RunEvent } from '../github/event.js';
import { info, notice } from '../github/log.js';
import { setOutputs } from '../github/outputs.js';
import { writeSummary } from '../github/summary.js';
import { renderSummary, type ReportLinks } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { commentOwner, writingOf } from './comment-text.js';
import type { Inputs } from './inputs.js';
import { isPart } from './parts.js';
import { publishCheckRun } from './publish-check.js';
import { baselineOf } from './results.js';

/** What is known about the run; absent where inputs or event could not be read. */
export interface Setting {
  readonly inputs: Inputs;
  readonly event: RunEvent;
}

export async function publish(report: Report, outDir: string, setting: Setting | undefined, env: NodeJS.ProcessEnv): Promise<void> {
  const artifactUrl = setting === undefined ? '' : await quietly('artifact', '', () => publishArtifact(report, outDir, setting));
  const baseline = setting === undefined || isPart(setting.inputs) ? undefined : await quietly('baseline', undefined, () => baselineOf(setting, env));
  const links = setting === undefined ? {} : { run: artifactUrl === '' ? setting.event.runUrl : artifactUrl, ...(baseline === undefined ? {} : { baseline }) };
  await quietly('summary', undefined, async () => {
    const problem = await writeSummary(renderSummary(report, links));
    if (problem !== undefined) notice(problem);
  });
  const client = clientOnce(setting, env);
  const commentUrl = setting === undefined ? '' : await quietly('comment', '', () => publishComment(report, links, outDir, setting, client));
  if (setting !== undefined) await quietly('check run', undefined, () => publishCheckRun(report, links, setting, client));
  await quietly('annotations', undefined, async () => { annotate(report); });
  await quietly('outputs', undefined, async () => { setOutputs({ report, outDir, commentUrl, artifactUrl }); });
}

/** One for the comment and the check run: its deadline is that of both together. Made when it is first asked for. */
function clientOnce(setting: Setting | undefined, env: NodeJS.ProcessEnv): () => Promise<Client> {
  let client: Client | undefined;
  return async () => {
    const { clientOf } = await import('../github/client.js');
    client ??= clientOf(setting?.inputs.token ?? '', env);
    return client;
  };
}

/** A failure to publish is said and goes no further. */
async function quietly<T>(what: string, otherwise: T, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    notice(`${what}: not published: ${messageOf(thrown)}`);
    return otherwise;
  }
}

async function publishArtifact(report: Report, outDir: string, { inputs, event }: Setting): Promise<string> {
  // A part has handed on its work already.
  if (inputs.artifact === '' || isPart(inputs)) return '';
  const outcome = await uploadReport(inputs.artifact, report, outDir, event, { retentionDays: inputs.retentionDays });
  if (outcome.kind === 'uploaded') return outcome.url;
  notice(`no artifact: ${outcome.reason}`);
  return '';
}

async function publishComment(
  report: Report, links: ReportLinks, outDir: string, { inputs, event }: Setting, client: () => Promise<Client>,
): Promise<string> {
  const reason = reasonForNone(report, inputs, event);
  if (event.pullRequest === null || reason !== undefined) {
    info(`no comment: ${reason ?? `${event.kind} has no pull request`}`);
    return '';
  }
  const writing = writingOf(report, links, { commit: event.headSha, run: event.run }, inputs);
  const outcome = await upsertComment(await client(), event, event.pullRequest, commentOwner(inputs), writing);
  if (outcome.kind === 'failed') {
    notice(`no comment: ${outcome.reason}. The report is in the job summary${await leaveForPublisher(outDir, inputs, event)}`);
    return '';
  }
  info(`comment ${outcome.kind}${outcome.url === '' ? '' : `: ${outcome.url}`}`);
  return outcome.url;
}

/** The artifact that a second, trusted run takes the report from. */
export function foreignArtifact(artifact: string): string {
  return `${artifact}-report`;
}

/** Where this run may not comment, `mode: publish` can. Returns the end of a sentence about it. */
async function leaveForPublisher(outDir: string, inputs: Inputs, event: RunEvent): Promise<string> {
  if (event.kind !== 'pull_request' || inputs.artifact === '') return '';
  const name = foreignArtifact(inputs.artifact);
  const outcome = await uploadForPublisher(name, outDir, event, { retentionDays: inputs.retentionDays, replace: event.run.attempt > 1 });
  if (outcome.kind === 'failed') return '';
  return `, and in the artifact ${name}: a second workflow, on workflow_run with "mode: publish", comments with it; docs/recipes.md has it (Pull requests from forks)`;
}

function reasonForNone(report: Report, inputs: Inputs, event: RunEvent): string | undefined {
  if (!inputs.comment) return 'the input comment is false';
  if (isPart(inputs)) return 'this job does a part of a run, and the one that merges comments';
  if (event.pullRequest === null) return `${event.kind} carries no pull request`;
  if (inputs.token === '') return 'the input github-token is empty';
  // A newer push cancels the run of an older one: what it did not find out is no news, and seconds are left.
  return report.errors.some(({ code }) => code === 'interrupted') ? 'the run was interrupted' : undefined;
}
