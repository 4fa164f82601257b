/**
 * Puts the parts of a shared run together: the report of the machine that pruned, the records of those that evaluated.
 * The result is what one machine would report, but for times. Everything is checked first; a part that is missing,
 * twice there, damaged or about something else is an ERROR, since a verdict on a part of the samples is another verdict.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { evaluateRecords } from '../evaluate/evaluate.js';
import { messageOf, UserError } from '../errors.js';
import { worstVerdict } from '../gate/verdict.js';
import type { Finding, ModelReport, Report } from '../report/types.js';
import type { Part } from '../request.js';
import { evaluationSeed, judgePair } from './assess.js';
import { adoptFiles, FINISHED_FILE, readRecord, type FinishedRecord } from './finished.js';
import { hashFiles } from './subject.js';
import { folderName, prepareModelFolder, SHARD_FILE } from './files.js';
import { findBaseline } from './baseline.js';
import { withFindings } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { shardSubject, type ShardRecord } from './shard.js';

type Merge = Extract<Part, { kind: 'merge' }>;

/** The report that the pruning job left. Throws UserError `shard-missing`. */
export async function prunedReport({ from }: Merge): Promise<Report> {
  try {
    return JSON.parse(await readFile(join(from, 'report.json'), 'utf8')) as Report;
  } catch (thrown) {
    throw new UserError({
      code: 'shard-missing', message: `The report of the pruning job is not there: ${messageOf(thrown)}.`, where: from,
      fix: 'Give the job with `mode: prune` and this one the same artifact name, and let this one need it.',
    });
  }
}

export async function mergeModel(run: ModelRun, merge: Merge, report: Report, draft: Draft): Promise<void> {
  const { request, policy, model, journal } = run;
  journal.enter('merge', model.name);
  const pruned = report.models.find(({ name }) => name === model.name);
  if (pruned === undefined) throw problem('shard-missing', 'The pruning job did not work on this model', model.name);
  draft.report = pruned;
  const { measures, provenance } = pruned;
  if (pruned.verdict === 'ERROR' || measures === null) {
    if (pruned.errors.length === 0) throw problem('shard-missing', 'The pruning job measured nothing', model.name);
    return;
  }
  const folder = folderName(model.name);
  const finished = await handedOver(join(merge.from, folder), provenance.prunedModel);
  const wanted = { ...shardSubject(finished.inputs, provenance.prunedModel ?? '', policy.sha256), samples: provenance.heldoutSamples ?? 0 };
  const shards = inOrder(await readShards(merge.shards, model.name), wanted, model.name);
  const metrics = evaluateRecords(shards.map(({ record }) => record), model.metrics, {
    confidence: model.confidence, seed: evaluationSeed(provenance.model ?? '', provenance.heldout ?? ''),
  });
  await handOn(merge.from, request.outDir, folder, finished.files);
  const baseline = await findBaseline(run, draft, () => Promise.reject(new Error('parts of a run compute no base')));
  journal.enter('gate');
  const { checks, findings = [], verdict } = judgePair(model, metrics, measures, baseline);
  draft.report = { ...pruned, ...withFindings(pruned, [...deviceFindings(shards, pruned), ...findings]), metrics: [...metrics], checks: [...checks], verdict: pruned.verdict === 'WARN' ? worstVerdict([verdict, 'WARN']) : verdict };
}

/** What the parts' devices showed, and where they are not the one that the report names. */
function deviceFindings(shards: readonly ShardRecord[], { device, findings: known = [] }: ModelReport): Finding[] {
  const own = new Map(shards.flatMap(({ findings = [] }) => findings).map((finding) => [finding.message, finding]));
  const used = device?.used ?? 'an unknown device';
  const others = shards.filter((shard) => shard.device !== used).map((shard) => `${String(shard.index)} on ${shard.device ?? 'an unknown device'}`);
  return [
    ...[...own.values()].filter(({ message }) => !known.some((one) => one.message === message)),
    ...(others.length === 0 ? [] : [{
      code: 'device-placement', level: 'warning' as const, where: 'device: parts', fix: 'Name one device instead of "auto", and run all jobs on the same kind of runner.',
      message: `The model was pruned and measured on ${used}, and not all parts were evaluated there: ${others.join(', ')}.`,
    }]),
  ];
}

/** The pruning job's record of this model, its files as whole as they were written. Throws UserError `shard-damaged`. */
async function handedOver(folder: string, prunedModel: string | null): Promise<FinishedRecord> {
  try {
    const record = await readRecord(folder);
    const { sha256 } = await hashFiles(record.files.map((file) => join(folder, file)));
    if (sha256 !== prunedModel) throw new Error(`the pruned model has the sha256 ${sha256}, expected ${prunedModel ?? 'none'}`);
    return record;
  } catch (thrown) {
    throw problem('shard-damaged', `What the pruning job left cannot be used: ${messageOf(thrown)}`, folder);
  }
}

/** Every record of this model below the folder. */
async function readShards(folder: string, model: string): Promise<ShardRecord[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile() && SHARD_FILE.test(entry.name) && basename(entry.parentPath) === folderName(model));
  return Promise.all(paths.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    try {
      const record = JSON.parse(await readFile(path, 'utf8')) as ShardRecord;
      if (record.version !== 1 || !Number.isSafeInteger(record.index) || !Array.isArray(record.record.lanes)) throw new Error('it is no record of a part');
      return record;
    } catch (thrown) {
      throw problem('shard-damaged', `A part cannot be read: ${messageOf(thrown)}`, path);
    }
  }));
}

/** All parts, first to last. Throws UserError `shard-missing`, `shard-duplicate`, `shard-foreign`. */
function inOrder(found: readonly ShardRecord[], wanted: ShardRecord['subject'], model: string): readonly ShardRecord[] {
  const [first] = found;
  if (first === undefined) throw problem('shard-missing', 'No part was found', model);
  const foreign = found.find(({ count, subject }) => count !== first.count || JSON.stringify(subject) !== JSON.stringify(wanted));
  if (foreign !== undefined) throw problem('shard-foreign', `Part ${String(foreign.index)} of ${String(foreign.count)} is not about this model, data and policy, or another number of parts`, model);
  const sorted = [...found].sort((a, b) => a.index - b.index);
  const double = sorted.find(({ index }, i) => sorted[i + 1]?.index === index);
  if (double !== undefined) throw problem('shard-duplicate', `Part ${String(double.index)} of ${String(first.count)} is there twice`, model);
  const missing = Array.from({ length: first.count }, (_, i) => i + 1).filter((index) => !sorted.some((one) => one.index === index));
  if (missing.length > 0) throw problem('shard-missing', `Of ${String(first.count)} parts these are missing: ${missing.join(', ')}`, model);
  const samples = sorted.reduce((sum, { record }) => sum + record.samples, 0);
  if (samples !== wanted.samples) throw problem('shard-damaged', `The parts have ${String(samples)} samples together, and there are ${String(wanted.samples)}`, model);
  return sorted;
}

function problem(code: string, what: string, where: string): UserError {
  return new UserError({
    code, message: `${what}.`, where,
    fix: 'Run the workflow again, all jobs of it; each of the jobs 1/n to n/n must have run once, on the same commit, with the same policy and models.',
  });
}

/** The pruned model and its plan go on to this run's output folder, where later steps look for them. */
async function handOn(from: string, outDir: string, folder: string, files: readonly string[]): Promise<void> {
  await prepareModelFolder(outDir, folder, undefined);
  await adoptFiles([...files, 'plan.json', FINISHED_FILE].map((file) => join(from, folder, file)), join(outDir, folder));
}
