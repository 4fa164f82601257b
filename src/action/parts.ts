/**
 * Jobs of a run that several machines share. They hand things to each other as artifacts of the run, `NAME` being the
 * input artifact:
 *
 *   mode: prune     leaves NAME-pruned: plans, pruned models, what was measured of them
 *   shard: i/n      takes NAME-pruned, leaves NAME-shard-i-of-n: what its part of the samples says
 *   mode: merge     takes NAME-pruned and all NAME-shard-*, judges, and leaves NAME
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchArtifacts, uploadPart } from '../github/artifact.js';
import { UserError } from '../errors.js';
import type { Report } from '../report/types.js';
import type { Part, RunRequest } from '../request.js';
import { reportFailure, supervise, type SuperviseOptions } from '../supervisor.js';
import type { Inputs } from './inputs.js';
import type { Setting } from './publish.js';

/** Whether this job hands its work on, and judges nothing. */
export function isPart({ mode, shard }: Inputs): boolean {
  return mode === 'prune' || shard !== undefined;
}

/** Runs this job's part. A part whose work cannot be handed on has failed. */
export async function supervisePart(request: RunRequest, options: SuperviseOptions, { inputs, event }: Setting, env: NodeJS.ProcessEnv): Promise<Report> {
  const startedAt = new Date();
  if (inputs.artifact === '') throw invalid('the jobs of a shared run hand their work on as artifacts', 'give the input artifact a name, the same in all of them');
  const report = await supervise({ ...request, part: await gather(inputs, env) }, options);
  if (!isPart(inputs)) return report;
  const outcome = await uploadPart(partName(inputs), request.outDir, event, { retentionDays: inputs.retentionDays, replace: event.run.attempt > 1 });
  if (outcome.kind === 'uploaded') return report;
  return reportFailure(request, {
    code: 'part-not-handed-on', message: `The work of this job was not uploaded: ${outcome.reason}`, where: partName(inputs), stage: null,
    fix: 'Each job of the matrix needs a shard of its own (1/n to n/n), and each workflow that shares a run an artifact name of its own',
  }, startedAt);
}

function partName({ artifact, shard }: Inputs): string {
  return shard === undefined ? `${artifact}-pruned` : `${artifact}-shard-${shard.index}-of-${shard.count}`;
}

/** What the part needs of other jobs, fetched into a folder of its own. */
async function gather({ mode, shard, artifact }: Inputs, env: NodeJS.ProcessEnv): Promise<Part> {
  if (mode === 'prune') return { kind: 'prune' };
  const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-parts-'));
  const pruned = `${artifact}-pruned`;
  const from = join(folder, pruned);
  if (shard !== undefined) {
    await fetchArtifacts((name) => name === pruned, folder);
    return { kind: 'shard', ...shard, from };
  }
  const isShard = (name: string): boolean => name.startsWith(`${artifact}-shard-`) && /^\d{1,4}-of-\d{1,4}$/u.test(name.slice(`${artifact}-shard-`.length));
  await fetchArtifacts((name) => name === pruned || isShard(name), folder);
  return { kind: 'merge', from, shards: folder };
}

function invalid(message: string, fix: string): UserError {
  return new UserError({ code: 'input-invalid', message, where: 'with: artifact', fix });
}
