/**
 * Jobs of a run that several machines share. They hand things to each other as artifacts of the run, `NAME` being the
 * input artifact:
 *
 *   mode: prune     leaves NAME-pruned: plans, pruned models, what was measured of them
 *   shard: i/n      takes NAME-pruned, leaves NAME-shard-i-of-n: what its part of the samples says
 *   mode: merge     takes NAME-pruned and all NAME-shard-*, judges, and leaves NAME
 *
 * Where a change touched its policy or held-out data, each job does its part for both, and what is about the one that does not
 * decide lies in a folder of its own within what the job leaves.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchArtifacts, uploadPart } from '../github/artifact.js';
import { UserError } from '../errors.js';
import type { OtherVerdict, Report, Source } from '../report/types.js';
import type { RunRequest } from '../request.js';
import { reportFailure } from '../supervisor.js';
import { OTHER_FOLDERS } from '../supervisor/files.js';
import type { Inputs } from './inputs.js';
import type { Setting } from './publish.js';

/** Whether this job hands its work on, and judges nothing. */
export function isPart({ mode, shard }: Inputs): boolean {
  return mode === 'prune' || shard !== undefined;
}

/** What this job's part is, of each judgement. */
export interface GatheredParts {
  /** By the policy that decides. */
  forDecisive(from: Source['from']): Pick<RunRequest, 'part'>;
  /** By the other; undefined where the job that pruned did not work on it. `decides`: by whose policy the first is, whose part has been written to `outDir`. */
  forOther(from: Source['from'], decides: Source['from'], outDir: string): Pick<RunRequest, 'part'> | undefined;
}

/** What this job needs of others, fetched; undefined for a job that does everything itself. Throws UserError `input-invalid`, `artifact-failed`. */
export async function gatherParts(inputs: Inputs, env: NodeJS.ProcessEnv): Promise<GatheredParts | undefined> {
  const { mode, shard, artifact, outDir } = inputs;
  if (mode !== 'merge' && !isPart(inputs)) return undefined;
  if (artifact === '') throw invalid('the jobs of a shared run hand their work on as artifacts', 'give the input artifact a name, the same in all of them');
  // What an earlier run on this machine left there is none of this job's work.
  for (const folder of Object.values(OTHER_FOLDERS)) await rm(join(outDir, folder), { recursive: true, force: true });
  if (mode === 'prune') return { forDecisive: () => ({ part: { kind: 'prune' } }), forOther: () => ({ part: { kind: 'prune' } }) };
  const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-parts-'));
  const pruned = `${artifact}-pruned`;
  const isShard = (name: string): boolean => name.startsWith(`${artifact}-shard-`) && /^\d{1,4}-of-\d{1,4}$/u.test(name.slice(`${artifact}-shard-`.length));
  await fetchArtifacts((name) => name === pruned || (mode === 'merge' && isShard(name)), folder);
  return partsIn(folder, join(folder, pruned), shard);
}

/**
 * Which judgement lies where is told by its folder, and not by who decides: a label that was set between two jobs changes that, and
 * the pipeline compares policies anyway.
 */
export function partsIn(shards: string, pruned: string, shard: Inputs['shard']): GatheredParts {
  const hasOwn = (from: Source['from']): boolean => existsSync(join(pruned, OTHER_FOLDERS[from]));
  const partAt = (below: string | undefined, known?: string): Pick<RunRequest, 'part'> => {
    const from = below === undefined ? pruned : join(pruned, below);
    if (shard === undefined) return { part: { kind: 'merge', from, shards, ...(below === undefined ? {} : { below }) } };
    return { part: { kind: 'shard', ...shard, from, ...(known === undefined ? {} : { known }) } };
  };
  return {
    forDecisive: (from) => partAt(hasOwn(from) ? OTHER_FOLDERS[from] : undefined),
    forOther: (from, decides, outDir) => {
      if (hasOwn(from)) return partAt(OTHER_FOLDERS[from], outDir);
      return hasOwn(decides) ? partAt(undefined, outDir) : undefined;
    },
  };
}

/** Uploads what a part has found, by both policies; a part whose work cannot be handed on has failed. Of a job that judges, nothing. */
export async function handOn(report: Report, other: OtherVerdict | null, request: RunRequest, { inputs, event }: Setting): Promise<Report> {
  if (!isPart(inputs)) return report;
  const startedAt = new Date();
  const files = { outDir: request.outDir, others: Object.values(OTHER_FOLDERS), without: alike(report, other) };
  const outcome = await uploadPart(partName(inputs), files, event, { retentionDays: inputs.retentionDays, replace: event.run.attempt > 1 });
  if (outcome.kind === 'uploaded') return report;
  return reportFailure(request, {
    code: 'part-not-handed-on', message: `The work of this job was not uploaded: ${outcome.reason}`, where: partName(inputs), stage: null,
    fix: 'Each job of the matrix needs a shard of its own (1/n to n/n), and each workflow that shares a run an artifact name of its own',
  }, startedAt);
}

/** Models of the other policy that are those of the one that decides: the pipeline takes them from there. */
function alike({ models }: Report, other: OtherVerdict | null): ReadonlySet<string> {
  const isAlike = ({ name, provenance }: Report['models'][number]): boolean => models.some((model) => model.name === name && model.provenance.prunedModel === provenance.prunedModel);
  const same = other?.models.filter(isAlike).flatMap(({ files: { model } }) => (model === null ? [] : [model, `${model}.data`])) ?? [];
  return new Set(other === null ? [] : same.map((file) => `${OTHER_FOLDERS[other.from]}/${file}`));
}

function partName({ artifact, shard }: Inputs): string {
  return shard === undefined ? `${artifact}-pruned` : `${artifact}-shard-${shard.index}-of-${shard.count}`;
}

function invalid(message: string, fix: string): UserError {
  return new UserError({ code: 'input-invalid', message, where: 'with: artifact', fix });
}
