/**
 * `sweep`: the whole trade-off curve of one model. The last structured step is run with rising targets, each prune repaired
 * in full and measured: quality on split C of the calibration samples, size, multiply-adds and latency. A finished point
 * leaves a record beside its model, and is taken over by the next sweep with the same inputs. Several machines may share the
 * points (sweep-shards.ts); their merge walks the same curve, and takes each point instead of making it.
 */
import { UserError } from '../errors.js';
import { weightTensors } from '../onnx/constants.js';
import { costOf } from '../prune/cost.js';
import type { SweepPoint, SweepReport } from '../report/types.js';
import type { Share, SweepRequest } from '../request.js';
import { gatherFacts } from '../runtime/facts.js';
import { kneeOf } from './knee.js';
import type { Draft, ModelRun } from './model-run.js';
import { noteMemory } from './report-device.js';
import type { PruneInputs } from './prune-inputs.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import { metricFor } from './search-drop.js';
import { placeVariant } from './subject.js';
import type { Subject } from './subject.js';
import { pointAt, stepToSweep, type Outcome, type Sweep } from './sweep-point.js';
import { adoptRemarks, factorsOf, readCurve, requireShards, takePoint, withdrawShard, writeShard, type SharedCurve } from './sweep-shards.js';

/** Tried where the command line names none. */
const FACTORS = [1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** A report is there after each point, so that a sweep that is cut short still says what it found. */
export async function sweepModel(run: ModelRun, subject: Subject, samples: RunSamples, inputs: PruneInputs, draft: Draft): Promise<void> {
  const { search } = samples;
  if (search === undefined) throw new Error('a sweep needs a search split');
  stepToSweep(run.model);
  const { cost, factors = FACTORS, share, parts }: SweepRequest = run.request.sweep ?? { cost: 'macs' };
  const shared = parts === undefined ? undefined : await readCurve(parts, run.model.name);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds: await firstFeeds(samples.fit, subject.inputs) });
  const { macs, params } = costOf(subject.model, weightTensors(subject.model.graph), facts);
  const sweep: Sweep = {
    run, subject, samples, inputs, metric: metricFor(run.model, search.hasTarget), cost: shared?.cost ?? cost,
    densePath: await placeVariant(subject, subject.model, 'dense'), batch: batchFor(subject.inputs, facts), measured: {},
  };
  const dense = { macs, parameters: params, fileBytes: subject.fileBytes };
  const rising = shared?.factors ?? [...new Set(factors)].sort((a, b) => a - b);
  if (shared !== undefined) await walk(sweep, merged(sweep, shared), rising, dense, draft);
  else if (share !== undefined) await walkShare(sweep, share, rising, dense, draft);
  else await walk(sweep, (factor) => pointAt(sweep, factor), rising, dense, draft);
  if (shared !== undefined) adoptRemarks(sweep, shared, draft);
}

type Supply = (factor: number) => Promise<Outcome>;
type DenseCost = Omit<SweepReport['dense'], 'value'>;

/** Everything is checked before the first point is taken. */
function merged(sweep: Sweep, shared: SharedCurve): Supply {
  requireShards(sweep, shared);
  return (factor) => takePoint(sweep, shared, factor);
}

/** The points of one part; none is no mistake, since a matrix may have more jobs than the curve has points. */
async function walkShare(sweep: Sweep, share: Share, factors: readonly number[], dense: DenseCost, draft: Draft): Promise<void> {
  const { run: { journal }, subject } = sweep;
  await withdrawShard(sweep.run, share);
  const outcomes: (Outcome & { readonly factor: number })[] = [];
  const own = factorsOf(factors, share);
  const kept = async (factor: number): Promise<Outcome> => {
    const outcome = await pointAt(sweep, factor);
    outcomes.push({ ...outcome, factor });
    return outcome;
  };
  await walk(sweep, kept, own, dense, draft, share);
  noteMemory(subject, journal);
  await writeShard(sweep, share, factors, outcomes, draft);
  journal.note(`Part ${String(share.index)} of ${String(share.count)}: ${String(own.length)} of ${String(factors.length)} points${own.length === 0 ? '' : ` (${own.map((factor) => `${String(factor)}x`).join(', ')})`}.`);
  draft.report = { ...draft.report, verdict: 'PASS' };
}

/** Point after point up to the first that cannot be reached. A part of a curve may have none. */
async function walk(sweep: Sweep, supply: Supply, factors: readonly number[], dense: DenseCost, draft: Draft, share?: Share): Promise<void> {
  const { run: { journal }, cost } = sweep;
  const points: SweepPoint[] = [];
  let [value, stopped]: [number | null, string | null] = [null, null];
  const report = (): void => { draft.report = { ...draft.report, verdict: 'PASS', sweep: reportOf(sweep, { value, ...dense }, points, stopped, share) }; };
  for (const factor of factors) {
    journal.enter('sweep', `${String(factor)}x fewer ${cost}`);
    const found = await supply(factor);
    if ('stopped' in found) {
      ({ stopped } = found);
      break;
    }
    const { record, reused } = found;
    for (const note of record.notes) journal.note(note);
    points.push({ ...record.point, reused });
    value = record.dense;
    report();
  }
  if (points.length > 0) return report();
  if (share === undefined) throw new UserError({ code: 'target-unreached', message: `The sweep has no point: ${stopped ?? 'no factor was given'}`, where: 'prune target in the policy', fix: 'Ask for smaller factors (--points 1.1x,1.2x).' });
}

function reportOf({ samples, metric, cost }: Sweep, dense: SweepReport['dense'], points: readonly SweepPoint[], stopped: string | null, share: Share | undefined): SweepReport {
  const curve = [{ saved: 0, value: dense.value ?? NaN }, ...points.map((point) => ({ saved: 1 - point.macs / dense.macs, value: point.value ?? NaN }))];
  // A part has no knee: its points are not next to each other.
  const knee = share === undefined && curve.every(({ value }) => Number.isFinite(value)) ? kneeOf(curve) : undefined;
  return {
    metric: metric.name === 'agreement' ? 'agreement' : 'accuracy', samples: samples.search?.count ?? 0, cost, dense, points: [...points],
    knee: knee === undefined ? null : points[knee - 1]?.factor ?? null, stopped, ...(share === undefined ? {} : { part: { ...share } }),
  };
}
