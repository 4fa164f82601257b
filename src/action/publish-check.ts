/** The opt-in check run: only of a run whose own commit it stands on. */
import { writeCheckRun } from '../github/check-run.js';
import type { Client } from '../github/client.js';
import { info, notice } from '../github/log.js';
import type { ReportLinks } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { exitCodeOf } from './exit-code.js';
import { isPart } from './parts.js';
import type { Setting } from './publish.js';

export async function publishCheckRun(report: Report, links: ReportLinks, { inputs, event }: Setting, client: () => Promise<Client>): Promise<void> {
  if (!inputs.checkRun || isPart(inputs)) return;
  if (inputs.token === '') return notice('no check run: the input github-token is empty');
  // What another workflow's artifact says is a stranger's word, and a check would be ours.
  if (event.kind === 'workflow_run') return notice('no check run: what a workflow_run reports is not turned into a check');
  const name = inputs.commentKey === 'default' ? 'prune-gate' : `prune-gate (${inputs.commentKey})`;
  const outcome = await writeCheckRun(await client(), event, name, report, exitCodeOf(report, inputs.failOn), links);
  if (outcome.kind === 'failed') notice(`no check run: ${outcome.reason}`);
  else info(`check run: ${outcome.url}`);
}
