/**
 * Puts the parts of a shared run together: the report of the machine that pruned, the records of those that evaluated.
 * The result is what one machine would report, but for times. Everything is checked first; a part that is missing,
 * twice there, damaged or about something else is an ERROR, since a verdict on a part of the samples is another verdict.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { evaluateRecords } from '../evaluate/evaluate.js';
import type { PairRecord } from '../evaluate/record.js';
import { messageOf, UserError } from '../errors.js';
import { worstVerdict } from '../gate/verdict.js';
import type { MetricResult, ModelReport, Report } from '../report/types.js';
import type { Part } from '../request.js';
import { OTHER_FOLDERS } from '../supervisor/files.js';
import { evaluationSeed, judgePair } from './assess.js';
import { findBaseline } from './baseline.js';
import { folderName, prepareModelFolder, readPlan, SHARD_FILE } from './files.js';
import { adoptFiles, filesOf, FINISHED_FILE, readRecord, type FinishedRecord } from './finished.js';
import { judgeLeak, leakOfAll, type Leak } from './leakage.js';
import { withFindings, withoutFeared } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { complete, deviceFindings, partFile, problem, readParts } from './parts.js';
import { differingSubject, hashOf, type Found, type ShardRecord, type ShardSubject } from './shard.js';
import { hashFiles, hashModel } from './subject.js';
import { planHash } from '../prune/plan.js';
import { VERSION } from '../version.js';

type Merge = Extract<Part, { kind: 'merge' }>;
/** What is kept of a part while the others are read: all but what it found. */
type Known = Omit<ShardRecord, 'found'> & { readonly isOwn: boolean };
type Placed = Known & { readonly place: string };

/** The report that the pruning job left. Throws UserError `shard-missing`. */
export async function prunedReport({ from }: Merge): Promise<Report> {
  try {
    const report = JSON.parse(await readFile(join(from, 'report.json'), 'utf8')) as Partial<Report>;
    if (report.version !== 1 || !Array.isArray(report.models)) throw new Error('it is no report');
    return report as Report;
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
  requireSamePolicy(pruned, policy.sha256, report.policy?.sha256);
  draft.report = pruned;
  const { measures, provenance } = pruned;
  if (pruned.verdict === 'ERROR' || measures === null) {
    if (pruned.errors.length === 0) throw problem('shard-missing', 'The pruning job measured nothing', model.name);
    return;
  }
  await requireCheckout(run, pruned);
  const folder = folderName(model.name);
  const finished = await handedOver(join(merge.from, folder), pruned);
  const subject: ShardSubject = { inputs: finished.inputs, prunedModel: provenance.prunedModel ?? '', policy: policy.sha256, samples: provenance.heldoutSamples ?? 0 };
  const shards = inOrder(await readShards(merge, model.name), subject, model.name);
  const { metrics, leak } = await combine(run, shards, pruned);
  const alike = leak === undefined ? [] : judgeLeak(leak, subject.samples, provenance.calibrationSamples ?? 0, model.data.calibration?.path ?? '');
  await handOn(join(merge.from, folder), request.outDir, folder, finished);
  const baseline = await findBaseline(run, draft, () => Promise.reject(new Error('parts of a run compute no base')));
  journal.enter('gate');
  for (const note of shards.flatMap(({ notes }) => notes)) journal.note(note);
  const { checks, findings = [], verdict } = judgePair(model, metrics, measures, baseline);
  const seen = deviceFindings(shards, pruned.device?.used ?? 'an unknown device', pruned.findings ?? [], { first: 'The model was pruned and measured', parts: 'were evaluated' });
  // Looked for before anything else, as by one machine.
  const before = { ...pruned, ...withFindings({ ...pruned, findings: alike }, pruned.findings ?? []) };
  draft.report = {
    ...pruned, ...withFindings(withoutFeared(before, findings), [...seen, ...findings]), metrics: [...metrics], checks: [...checks],
    verdict: pruned.verdict === 'WARN' ? worstVerdict([verdict, 'WARN']) : verdict,
  };
}

/** Throws UserError `shard-foreign` where the pruning job went by another policy or release. */
function requireSamePolicy({ name, provenance: { tool, policy } }: ModelReport, own: string, reported: string | undefined): void {
  const other = (policy ?? reported ?? own) !== own ? 'policy' : (tool ?? VERSION) !== VERSION ? 'release of prune-gate' : undefined;
  if (other !== undefined) throw problem('shard-foreign', `The pruning job went by another ${other} than this one`, name);
}

/**
 * Throws UserError `shard-foreign` where the model that was pruned is not the one that is checked out here. A job that only merges
 * may have no models, or pointers in their place: then it is the other jobs' word that counts.
 */
async function requireCheckout({ request, model }: ModelRun, { provenance }: ModelReport): Promise<void> {
  const here = await hashModel(request.modelWorkspace ?? request.workspace, model.path).catch(whereAbsent);
  if (here !== undefined && here !== provenance.model) throw problem('shard-foreign', `The pruning job worked on another version of ${model.path} than the one that is checked out here`, model.name);
}

/** @throws what is not about a model that is absent: one that is here and cannot be read is no word for anything */
function whereAbsent(thrown: unknown): undefined {
  if (thrown instanceof UserError && ['model-not-found', 'lfs-pointer'].includes(thrown.code)) return undefined;
  throw thrown;
}

/** The pruning job's record of this model, its files as whole as they were written. Throws UserError `shard-damaged`. */
async function handedOver(folder: string, { provenance }: ModelReport): Promise<FinishedRecord> {
  try {
    const record = await readRecord(folder);
    const { sha256 } = await hashFiles(filesOf(folder, record));
    if (sha256 !== provenance.prunedModel) throw new Error(`the pruned model has the sha256 ${sha256}, expected ${provenance.prunedModel ?? 'none'}`);
    const { model, heldout, calibration } = record.inputs;
    const plan = planHash(await readPlan(join(folder, 'plan.json')));
    if (plan !== provenance.plan || model !== provenance.model || heldout !== provenance.heldout || calibration !== provenance.calibration) throw new Error('its report, its record and its plan are not of one prune');
    return record;
  } catch (thrown) {
    throw problem('shard-damaged', `What the pruning job left cannot be used: ${messageOf(thrown)}`, folder);
  }
}

/** Every record of this model and policy below the folder. */
async function readShards({ shards, below }: Merge, model: string): Promise<Placed[]> {
  const others: ReadonlySet<string> = new Set(Object.values(OTHER_FOLDERS));
  const isPlace = (place: string): boolean => {
    const around = basename(dirname(place));
    return basename(place) === folderName(model) && (below === undefined ? !others.has(around) : around === below);
  };
  return readParts(shards, SHARD_FILE, isPlace, ({ found, ...part }: ShardRecord): Known => {
    requireWhole({ found, ...part });
    return { ...part, isOwn: found !== null };
  });
}

function requireWhole({ found, sha256, subject, start, end }: ShardRecord): void {
  if (found === undefined || typeof subject.inputs !== 'object' || !Number.isSafeInteger(start) || !Number.isSafeInteger(end)) throw new Error('it is no record of a part');
  if (hashOf(found) !== sha256) throw new Error('what it found is not what was written');
}

/** All parts, first to last, each sample in one of them. Throws UserError `shard-missing`, `shard-duplicate`, `shard-foreign`, `shard-damaged`. */
function inOrder(found: readonly Placed[], wanted: ShardSubject, model: string): readonly Placed[] {
  const sorted = complete(found, model);
  for (const { index, count, subject } of sorted) {
    const other = differingSubject(subject, wanted);
    if (other !== undefined) throw problem('shard-foreign', `Part ${String(index)} of ${String(count)} was evaluated with another ${other} than the pruning job's`, model);
  }
  sorted.forEach(({ index, count, start, end }, i) => {
    const from = sorted[i - 1]?.end ?? 0;
    const isLast = i === sorted.length - 1;
    if (start !== from || end < start || (isLast && end !== wanted.samples)) {
      throw problem('shard-damaged', `Part ${String(index)} of ${String(count)} has the samples ${String(start)} to ${String(end)}, where they go on at ${String(from)}${isLast ? ` and end at ${String(wanted.samples)}` : ''}`, model);
    }
  });
  return sorted;
}

interface Combined {
  readonly metrics: readonly MetricResult[];
  /** Samples on both sides, of all parts; undefined where the pruning job has looked for them. */
  readonly leak: Leak | undefined;
}

/** Throws UserError `shard-damaged`. */
async function combine({ model }: ModelRun, shards: readonly Placed[], { provenance }: ModelReport): Promise<Combined> {
  const leaks: Leak[] = [];
  try {
    const metrics = await evaluateRecords(recordsOf(shards, leaks), model.metrics, { confidence: model.confidence, seed: evaluationSeed(provenance.model ?? '', provenance.heldout ?? '') });
    if (model.data.calibration === undefined) return { metrics, leak: undefined };
    if (leaks.length < shards.length) throw new Error('a part did not look for samples on both sides');
    return { metrics, leak: leakOfAll(leaks) };
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw problem('shard-damaged', `The parts cannot be put together: ${messageOf(thrown)}`, model.name);
  }
}

/** One after the other: together they may be more than memory holds. What a part says of samples on both sides goes into `leaks`. */
async function* recordsOf(shards: readonly Placed[], leaks: Leak[]): AsyncGenerator<PairRecord> {
  for (const shard of shards) {
    const { record, leak } = await foundBy(shard);
    if (record.samples !== shard.end - shard.start) throw new Error(`part ${String(shard.index)} of ${String(shard.count)} has not the samples that it says`);
    if (leak !== null) leaks.push(leak);
    yield record;
  }
}

/** Its own, or what the same part found by the other policy: the same but for the policy, and hashed like any other. */
async function foundBy({ isOwn, place, index, count, subject }: Placed): Promise<Found> {
  const file = partFile({ index, count });
  const other = JSON.parse(await readFile(isOwn ? join(place, file) : join(place, '../..', basename(place), file), 'utf8')) as ShardRecord;
  requireWhole(other);
  if (other.found === null || differingSubject({ ...other.subject, policy: subject.policy }, subject) !== undefined) throw new Error(`part ${String(index)} of ${String(count)} relies on a record that is about something else`);
  return other.found;
}

/** The pruned model and its plan go on to this run's output folder, where later steps look for them. */
async function handOn(from: string, outDir: string, folder: string, record: FinishedRecord): Promise<void> {
  await prepareModelFolder(outDir, folder, undefined);
  await adoptFiles([...filesOf(from, record), join(from, 'plan.json'), join(from, FINISHED_FILE)], join(outDir, folder));
}
