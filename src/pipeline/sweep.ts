/**
 * `sweep`: the whole trade-off curve of one model. The last structured step is run with rising targets, each prune repaired
 * in full and measured: quality on split C of the calibration samples, size, multiply-adds and latency. A finished point
 * leaves a record beside its model, and is taken over by the next sweep with the same inputs.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { fixedBatch } from '../evaluate/stream.js';
import { evaluatePair } from '../evaluate/evaluate.js';
import type { MetricSpec, ModelPolicy, StructuredStep } from '../policy/types.js';
import { costOf } from '../prune/cost.js';
import { makePlan } from '../prune/plan.js';
import type { Measured } from '../prune/structured.js';
import { weightTensors } from '../onnx/constants.js';
import type { SweepPoint, SweepReport } from '../report/types.js';
import type { SweepCost } from '../request.js';
import { gatherFacts } from '../runtime/facts.js';
import type { Session } from '../runtime/types.js';
import { writeAtomically } from '../supervisor/files.js';
import { withSessions } from './assess.js';
import { folderName, writePlan } from './files.js';
import { kneeOf } from './knee.js';
import type { Draft, ModelRun } from './model-run.js';
import { inputsKey } from './prune-inputs.js';
import type { PruneInputs } from './prune-inputs.js';
import { pruneModel } from './prune-model.js';
import { batchFor, firstFeeds, repeatFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import { metricFor } from './search-drop.js';
import { storePruned } from './store-pruned.js';
import { hashFiles, placeVariant } from './subject.js';
import type { Subject } from './subject.js';
import { timePair } from './time-models.js';

/** Tried where the command line names none. */
const FACTORS = [1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const RECORD = 'point.json';

interface Sweep {
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

/** A report is there after each point, so that a sweep that is cut short still says what it found. */
export async function sweepModel(run: ModelRun, subject: Subject, samples: RunSamples, inputs: PruneInputs, draft: Draft): Promise<void> {
  const { search } = samples;
  if (search === undefined) throw new Error('a sweep needs a search split');
  const { cost = 'macs', factors = FACTORS } = run.request.sweep ?? {};
  stepToSweep(run.model);
  const metric = metricFor(run.model, search.hasTarget);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds: await firstFeeds(samples.fit, subject.inputs) });
  const { macs, params } = costOf(subject.model, weightTensors(subject.model.graph), facts);
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const sweep: Sweep = { run, subject, samples, inputs, metric, cost, densePath, batch: batchFor(subject.inputs, facts), measured: {} };
  const points: SweepPoint[] = [];
  let [value, stopped]: [number | null, string | null] = [null, null];
  for (const factor of [...new Set(factors)].sort((a, b) => a - b)) {
    run.journal.enter('sweep', `${String(factor)}x fewer ${cost}`);
    const found = await pointAt(sweep, factor);
    if (typeof found === 'string') {
      stopped = found;
      break;
    }
    points.push(found.point);
    value = found.dense;
    const dense = { value, macs, parameters: params, fileBytes: subject.fileBytes };
    draft.report = { ...draft.report, sweep: reportOf(sweep, dense, points, stopped), verdict: 'PASS' };
  }
  if (points.length === 0) throw new UserError({ code: 'target-unreached', message: `The sweep has no point: ${stopped ?? 'no factor was given'}`, where: 'prune target in the policy', fix: 'Ask for smaller factors (--points 1.1x,1.2x).' });
  draft.report = { ...draft.report, sweep: reportOf(sweep, { value, macs, parameters: params, fileBytes: subject.fileBytes }, points, stopped) };
}

function reportOf({ samples, metric, cost }: Sweep, dense: SweepReport['dense'], points: readonly SweepPoint[], stopped: string | null): SweepReport {
  const curve = [{ saved: 0, value: dense.value ?? NaN }, ...points.map((point) => ({ saved: 1 - point.macs / dense.macs, value: point.value ?? NaN }))];
  const knee = curve.every(({ value }) => Number.isFinite(value)) ? kneeOf(curve) : undefined;
  return {
    metric: metric.name === 'agreement' ? 'agreement' : 'accuracy', samples: samples.search?.count ?? 0, cost, dense, points: [...points],
    knee: knee === undefined ? null : points[knee - 1]?.factor ?? null, stopped,
  };
}

/** The last one: those before it prepare. @throws UserError `nothing-to-sweep` */
function stepToSweep({ prune }: ModelPolicy): number {
  const at = prune.map(({ method }) => method).lastIndexOf('structured');
  if (at >= 0) return at;
  throw new UserError({ code: 'nothing-to-sweep', message: 'The policy has no structured step, whose target a sweep could vary.', where: 'prune in the policy', fix: 'Add { method: structured, target: { macs: 2x } }.' });
}

function policyAt(model: ModelPolicy, factor: number, cost: SweepCost): ModelPolicy {
  const at = stepToSweep(model);
  const prune = model.prune.map((step, index) => (index === at ? { ...step as StructuredStep, target: { kind: cost, factor }, allowPartial: false } : step));
  return { ...model, prune };
}

interface Record1 {
  readonly key: string;
  /** Of the pruned model, over its files. */
  readonly sha256: string;
  readonly files: readonly string[];
  readonly dense: number | null;
  readonly point: SweepPoint;
}

/** The point, or why it cannot be reached. */
async function pointAt(sweep: Sweep, factor: number): Promise<{ point: SweepPoint; dense: number | null } | string> {
  const { run: { request, model, policy, journal }, subject, samples, inputs, cost } = sweep;
  const folder = `${folderName(model.name)}/sweep/${String(factor)}x-${cost}`;
  const place = join(request.outDir, folder);
  const key = createHash('sha256').update(JSON.stringify([inputsKey(inputs), factor, cost, model.latency, sweep.metric])).digest('hex');
  const known = await readRecord(place, key);
  if (known !== undefined) return { point: { ...known.point, reused: true }, dense: known.dense };
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  const pruned = await orUnreached(() => pruneModel({ subject, policy: policyAt(model, factor, cost), samples, journal, measured: sweep.measured }));
  if (typeof pruned === 'string') return pruned;
  journal.enter('sweep', `measuring ${String(factor)}x`);
  const written = await storePruned({ outDir: request.outDir, folder, model: pruned.model, subject, policy: model, samples: samples.fit, journal });
  await writePlan(request.outDir, folder, makePlan({ model: { path: model.path, sha256: subject.sha256 }, policy: policy.sha256, seed: model.seed, steps: pruned.steps, repair: pruned.repair }));
  const { dense, ...measured } = await measurePoint(sweep, written.path);
  const facts = await gatherFacts(subject.runtime, pruned.model, { directory: subject.directory, feeds: await firstFeeds(samples.fit, subject.inputs) });
  const { macs, params } = costOf(pruned.model, weightTensors(pruned.model.graph), facts);
  const point: SweepPoint = { factor, ...measured, macs, parameters: params, fileBytes: written.bytes, folder, reused: false };
  const record: Record1 = { key, sha256: written.sha256, files: written.files.map((file) => file.slice(place.length + 1)), dense, point };
  await writeAtomically(join(place, RECORD), `${JSON.stringify(record, null, 1)}\n`);
  return { point, dense };
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
async function readRecord(place: string, key: string): Promise<Record1 | undefined> {
  try {
    const record = JSON.parse(await readFile(join(place, RECORD), 'utf8')) as Record1;
    if (record.key !== key || record.files.some((file) => file.includes('/') || file.includes('\\'))) return undefined;
    const { sha256 } = await hashFiles(record.files.map((file) => join(place, file)));
    return sha256 === record.sha256 ? record : undefined;
  } catch {
    return undefined;
  }
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
