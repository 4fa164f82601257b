/** One point of a sweep: pruned, repaired and measured, with a record beside its model; or taken over from such a record. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { evaluatePair } from '../evaluate/evaluate.js';
import { fixedBatch } from '../evaluate/stream.js';
import { weightTensors } from '../onnx/constants.js';
import type { MetricSpec, ModelPolicy, StructuredStep } from '../policy/types.js';
import { costOf } from '../prune/cost.js';
import { makePlan } from '../prune/plan.js';
import type { Measured } from '../prune/structured.js';
import { factorTarget } from '../prune/target-words.js';
import type { SweepPoint } from '../report/types.js';
import type { SweepCost } from '../request.js';
import { gatherFacts } from '../runtime/facts.js';
import type { Session } from '../runtime/types.js';
import { writeAtomically } from '../supervisor/files.js';
import { withSessions } from './assess.js';
import { folderName, PLAN_FILE, readPlan, writePlan } from './files.js';
import type { ModelRun } from './model-run.js';
import { inputsKey } from './prune-inputs.js';
import type { PruneInputs } from './prune-inputs.js';
import { pruneModel } from './prune-model.js';
import { firstFeeds, repeatFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import { storePruned } from './store-pruned.js';
import { hashFiles } from './subject.js';
import type { Subject } from './subject.js';
import { timePair } from './time-models.js';
import { unmetSize } from './written-size.js';

export const POINT_FILE = 'point.json';

/** What the points of one curve have in common. */
export interface Sweep {
  readonly run: ModelRun;
  readonly subject: Subject;
  readonly samples: RunSamples;
  readonly inputs: PruneInputs;
  readonly metric: MetricSpec;
  readonly cost: SweepCost;
  readonly densePath: string;
  readonly batch: number;
  readonly measured: Measured;
}

export interface PointRecord {
  /** Of everything that the point depends on. */
  readonly key: string;
  /** Of the pruned model, over its files. */
  readonly sha256: string;
  /** Names beside the record. */
  readonly files: readonly string[];
  /** The dense model's quality on the same samples. */
  readonly dense: number | null;
  readonly point: SweepPoint;
  /** What the prune noted. */
  readonly notes: readonly string[];
}

/** The point, or why no cut goes so far. */
export type Outcome = { readonly record: PointRecord; readonly reused: boolean } | { readonly stopped: string };

/** Folder of a point, below the output folder. */
export const pointFolder = (model: string, factor: number, cost: SweepCost): string => `${folderName(model)}/sweep/${String(factor)}x-${cost}`;

export function pointKey(inputs: PruneInputs, factor: number, { cost, metric, latency }: { cost: SweepCost; metric: MetricSpec; latency: ModelPolicy['latency'] }): string {
  return createHash('sha256').update(JSON.stringify([inputsKey(inputs), factor, cost, latency, metric])).digest('hex');
}

/** The last structured step: those before it prepare. @throws UserError `nothing-to-sweep` */
export function stepToSweep({ prune }: ModelPolicy): number {
  const at = prune.map(({ method }) => method).lastIndexOf('structured');
  if (at >= 0) return at;
  throw new UserError({ code: 'nothing-to-sweep', message: 'The policy has no structured step, whose target a sweep could vary.', where: 'prune in the policy', fix: 'Add { method: structured, target: { macs: 2x } }.' });
}

function policyAt(model: ModelPolicy, factor: number, cost: SweepCost): ModelPolicy {
  const at = stepToSweep(model);
  const prune = model.prune.map((step, index) => (index === at ? { ...step as StructuredStep, target: factorTarget(cost, factor), allowPartial: false } : step));
  return { ...model, prune };
}

export async function pointAt(sweep: Sweep, factor: number): Promise<Outcome> {
  const { run: { request, model, policy, journal }, subject, samples, inputs, cost, metric } = sweep;
  const folder = pointFolder(model.name, factor, cost);
  const place = join(request.outDir, folder);
  const key = pointKey(inputs, factor, { cost, metric, latency: model.latency });
  const known = await readPoint(place, key);
  if (known !== undefined) {
    await reuseTimes(sweep, place);
    return { record: known, reused: true };
  }
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  const opened = journal.notes.length;
  const swept = policyAt(model, factor, cost);
  const pruned = await orUnreached(() => pruneModel({ subject, policy: swept, samples, journal, measured: sweep.measured, measuredAt: stepToSweep(model) }));
  if (typeof pruned === 'string') return { stopped: pruned };
  journal.enter('sweep', `measuring ${String(factor)}x`);
  const written = await storePruned({ outDir: request.outDir, folder, model: pruned.model, subject, policy: model, samples: samples.fit, journal });
  const unmet = await orUnreached(async () => ({ note: await unmetSize(subject, swept, written) }));
  if (typeof unmet === 'string') return { stopped: unmet };
  if (unmet.note !== undefined) journal.note(unmet.note);
  await writePlan(request.outDir, folder, makePlan({ model: { path: model.path, sha256: subject.sha256 }, policy: policy.sha256, seed: model.seed, steps: pruned.steps, repair: pruned.repair }));
  const { dense, ...measured } = await measurePoint(sweep, written.path);
  const facts = await gatherFacts(subject.runtime, pruned.model, { directory: subject.directory, feeds: await firstFeeds(samples.fit, subject.inputs) });
  const { macs, params } = costOf(pruned.model, weightTensors(pruned.model.graph), facts);
  const point: SweepPoint = { factor, ...measured, macs, parameters: params, fileBytes: written.bytes, folder, reused: false };
  const record: PointRecord = { key, sha256: written.sha256, files: written.files.map((file) => file.slice(place.length + 1)), dense, point, notes: journal.notes.slice(opened) };
  await writePoint(place, record);
  return { record, reused: false };
}

export async function writePoint(place: string, record: PointRecord): Promise<void> {
  await writeAtomically(join(place, POINT_FILE), `${JSON.stringify(record, null, 1)}\n`);
}

/** All points plan with one latency table: each adds what it times to it, and its plan records what it had. */
async function reuseTimes({ run, measured }: Sweep, place: string): Promise<void> {
  // Without it they are timed, as if the point were the first.
  const plan = await readPlan(join(place, PLAN_FILE)).catch(() => undefined);
  const step = plan?.steps[stepToSweep(run.model)];
  if (step?.method === 'structured' && step.latency !== undefined) measured.times = step.latency;
}

async function orUnreached<T>(prune: () => Promise<T>): Promise<T | string> {
  try {
    return await prune();
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code === 'target-unreached') return thrown.message;
    throw thrown;
  }
}

/** Of the same inputs, with the model as it was written; anything else is made anew. */
async function readPoint(place: string, key: string): Promise<PointRecord | undefined> {
  try {
    const record = JSON.parse(await readFile(join(place, POINT_FILE), 'utf8')) as PointRecord;
    return record.key === key && Array.isArray(record.notes) && await hasItsModel(place, record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the model lies in `place` as it was written. Throws where it cannot be read. */
export async function hasItsModel(place: string, { files, sha256 }: PointRecord): Promise<boolean> {
  if (files.some((file) => file.includes('/') || file.includes('\\'))) return false;
  return (await hashFiles(files.map((file) => join(place, file)))).sha256 === sha256;
}

type MeasuredPoint = Pick<SweepPoint, 'value' | 'drop' | 'dropInterval' | 'latencyMs' | 'denseMs' | 'speedup'> & { readonly dense: number | null };

async function measurePoint({ run: { model, journal }, subject, samples, metric, densePath, batch }: Sweep, path: string): Promise<MeasuredPoint> {
  const search = samples.search ?? samples.decide;
  const [found] = await withSessions(subject.runtime, [densePath, path], ([dense, pruned]) => evaluatePair({
    dense: dense as Session, pruned: pruned as Session, samples: search, metrics: [metric], batch, confidence: model.confidence, seed: search.sha256,
  }));
  const { latency } = model;
  const size = fixedBatch(subject.inputs) ?? latency.batches[0] ?? 1;
  const feeds = repeatFeeds(await firstFeeds(samples.fit, subject.inputs), size);
  const spec = { batch: size, threads: latency.threads[0] ?? 1, warmup: latency.warmup, runs: latency.runs };
  const timed = await timePair({ runtime: subject.runtime, densePath, prunedPath: path, feeds, confidence: model.confidence }, spec, search.sha256, journal);
  const value = found?.pruned ?? null;
  const agreement = metric.name === 'agreement';
  return {
    dense: agreement ? 1 : found?.dense ?? null, value,
    drop: agreement && value !== null ? 1 - value : found?.drop ?? null, dropInterval: found?.dropInterval ?? null,
    latencyMs: timed.pruned.medianMs, denseMs: timed.dense.medianMs, speedup: timed.speedup,
  };
}
