/** A whole step whose services go wrong: the bundled action as a process, with a worker that reports what it is told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomInteger, seededRandom } from '../../src/kernels/random.js';
import { ActionsService, type ServiceFault } from '../github/actions-service.js';
import type { PlannedRun, Told } from '../github/fault-worlds.js';
import { REPORTS } from '../report/fixtures.js';
import { checkOutBase } from './checkout.js';
import { payloadOf, startStep } from './job.js';
import { temporary } from './temporary.js';

const SERVICE_FAULTS: readonly ServiceFault[] = [{ status: 500 }, { status: 503 }, { status: 403 }, { status: 429 }, 'reset', 'half', 'silence'];

interface Setup {
  /** With the worker `workers/given.mjs`. */
  readonly action: string;
  readonly node: string;
  readonly hangMs: number;
}

/** One step; its own artifact service fails too, or is not there, or the token is not. */
export async function stepInBadWeather({ action, node, hangMs }: Setup, { id, attempt, report: name }: PlannedRun, apiUrl: string, world: string): Promise<Told> {
  const random = seededRandom(`${world} ${id}.${attempt}`);
  const report = REPORTS[name]?.();
  if (report === undefined) throw new Error(name);
  const workspace = temporary('workspace');
  writeFileSync(join(workspace, 'given.json'), JSON.stringify({ does: 'report', report }));
  const service = new ActionsService();
  await service.start();
  const chance = random() < 0.5 ? 0 : random();
  service.fault = () => (random() < chance ? SERVICE_FAULTS[randomInteger(random, SERVICE_FAULTS.length)] : undefined);
  const kind = random();
  const env = kind < 0.1 ? {} : service.env();
  // What decides is read from the checkout, or by the API: then a base that cannot be read is an ERROR that says so, and nothing else may be.
  const hasBase = random() < 0.5;
  const payload = hasBase ? checkOutBase(workspace) : payloadOf('pull_request', 'opened');
  const inputs = { 'check-run': String(random() < 0.3), ...(kind > 0.9 ? { 'github-token': '' } : {}) };
  try {
    const started = startStep({
      action, node, apiUrl, event: 'pull_request', payload, workspace, runId: id, attempt, inputs,
      env: { ...env, PRUNE_GATE_SECOND_MS: '5', PRUNE_GATE_ANSWER_MS: '1500' },
    });
    const timer = setTimeout(() => { started.kill('SIGKILL'); }, 2 * hangMs);
    const { exitCode, outputs, log, summary } = await started.done;
    clearTimeout(timer);
    const isUnread = !hasBase && exitCode === 2 && outputs.get('verdict') === 'ERROR' && log.includes('::error title=prune-gate%3A base-unreadable::');
    const right = (isUnread || (exitCode === report.exitCode && outputs.get('verdict') === report.verdict)) && summary.includes('## prune-gate:');
    return { wrote: /^comment (?:created|updated): /mu.test(log), wrong: right ? undefined : `run ${id}.${attempt}: ${report.verdict} became ${outputs.get('verdict') ?? 'nothing'}, exit code ${exitCode ?? 'none'}\n${log.slice(-2000)}` };
  } finally {
    await service.stop();
  }
}
