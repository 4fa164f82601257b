/**
 * Sensitivity of each group: the output loss on calibration split B when only this group is cut (and what reads it is
 * refit), at several counts. What one criterion's scores can only guess at, depth included, this measures.
 */
import { gatherMoments } from '../calibrate/moments.js';
import { withProducts } from '../calibrate/products.js';
import { createYardstick } from '../calibrate/yardstick.js';
import type { Yardstick } from '../calibrate/yardstick.js';
import type { Samples } from '../data/types.js';
import type { Multiply } from '../kernels/matmul.js';
import type { Model } from '../onnx/ir.js';
import { applyCut } from './apply.js';
import { removalOrder } from './allocate.js';
import type { Scored } from './allocate.js';
import { makeCut } from './cut.js';
import { applyFixes, makeFix, refitObstacle } from './repair/fix.js';
import type { Fix } from './repair/fix.js';
import { repairJobs } from './repair/jobs.js';
import type { Job } from './repair/jobs.js';
import { sequentialRefit } from './repair/sequential.js';
import type { StructuredRequest } from './structured.js';
import type { Moments, Selection } from './types.js';

/** Loss after `removed` units of the group went; ascending in both, starting at zero. */
export interface SensitivityPoint {
  readonly removed: number;
  readonly loss: number;
}

export type Sensitivity = ReadonlyMap<string, readonly SensitivityPoint[]>;

/** Counts tried per group; between them the loss is interpolated. */
const LEVELS = 5;
/** Samples that a loss is measured on: the ranking of groups needs fewer than a verdict. */
const MOST_SAMPLES = 256;
/** Calibration samples for the sequential refit of a candidate. */
const CANDIDATE_SAMPLES = 256;
/** Ridge of the refits, as a share of the mean input variance. */
const RIDGE = 1e-3;

/** Measures cuts: each is applied, what reads it is refit, and the output loss on a few samples of split B is taken. */
export class CutMeter {
  private constructor(
    private readonly request: StructuredRequest, private readonly yardstick: Yardstick, private readonly moments: ReadonlyMap<string, Moments>,
  ) {}

  /** Measures the dense model once, for cuts of these groups. */
  static async open(request: StructuredRequest, scored: readonly Scored[], decide: Samples): Promise<CutMeter> {
    const { runtime, prunable, directory, batch } = request;
    const samples = decide.subset(Array.from({ length: Math.min(decide.count, MOST_SAMPLES) }, (_, i) => i));
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples, batch });
    return new CutMeter(request, yardstick, await inputMoments(request, scored));
  }

  /** Undefined where the cut cannot be written: the choice itself will refuse the group with the reason. */
  async loss(selection: Selection): Promise<number | undefined> {
    const model = await withProducts(this.request.runtime, (multiply) => cutAndRefit(this.request, selection, this.moments, multiply));
    return model === undefined ? undefined : this.yardstick.loss(model);
  }

  /** As `loss`, with a sequential refit on a part of the samples behind it where the policy asks for one: closer to what repair will reach. */
  async repairedLoss(selection: Selection): Promise<number | undefined> {
    const { request } = this;
    const { prunable, calibration, step } = request;
    const model = await withProducts(request.runtime, (multiply) => cutAndRefit(request, selection, this.moments, multiply));
    if (model === undefined) return undefined;
    const plain = await this.yardstick.loss(model);
    if (calibration === undefined || !step.repair.includes('sequential')) return plain;
    const { runtime, directory, batch } = request;
    const cut = makeCut(prunable.coupling, prunable.analysis, selection);
    const refit = await sequentialRefit({ runtime, directory, batch, prunable, cut, samples: calibration, mostSamples: CANDIDATE_SAMPLES }, model);
    return refit === undefined ? plain : Math.min(plain, await this.yardstick.loss(refit.model));
  }
}

/** @param counts per group, the numbers of removed units that the allocator may choose, ascending */
export async function measureSensitivity(
  meter: CutMeter, scored: readonly Scored[], counts: ReadonlyMap<string, readonly number[]>, onProgress: (done: number) => void,
): Promise<Sensitivity> {
  const curves = new Map<string, SensitivityPoint[]>();
  for (const entry of scored) {
    curves.set(entry.group.name, await curveOf(meter, entry, spread(counts.get(entry.group.name) ?? [])));
    onProgress(curves.size);
  }
  return curves;
}

/** At most LEVELS of them, the first and the last included. */
function spread(counts: readonly number[]): number[] {
  if (counts.length <= LEVELS) return [...counts];
  return Array.from({ length: LEVELS }, (_, i) => counts[Math.round((i * (counts.length - 1)) / (LEVELS - 1))] as number);
}

async function inputMoments(request: StructuredRequest, scored: readonly Scored[]): Promise<ReadonlyMap<string, Moments>> {
  const taps = new Map<string, number>();
  for (const { group } of scored) for (const use of group.axes) if (use.role === 'consumer') taps.set(use.value, use.valueAxis);
  if (request.calibration === undefined) return new Map();
  return gatherMoments({
    ...request, model: request.prunable.model, samples: request.calibration,
    taps: [...taps].map(([value, axis]) => ({ value, axis, covariance: true })),
    onProgress: () => undefined,
  });
}

async function curveOf(meter: CutMeter, { group, scores }: Scored, levels: readonly number[]): Promise<SensitivityPoint[]> {
  const order = removalOrder(scores);
  const points: SensitivityPoint[] = [{ removed: 0, loss: 0 }];
  for (const removed of levels) {
    const units = order.slice(0, removed).sort((a, b) => a - b);
    const loss = await meter.loss({ removed: new Map([[group.name, units]]) });
    if (loss === undefined) return points;
    // More cut is never taken for better: what looks so is noise of few samples.
    points.push({ removed, loss: Math.max(loss, points.at(-1)?.loss ?? 0) });
  }
  return points;
}

async function cutAndRefit({ prunable }: StructuredRequest, selection: Selection, moments: ReadonlyMap<string, Moments>, multiply: Multiply): Promise<Model | undefined> {
  const cut = makeCut(prunable.coupling, prunable.analysis, selection);
  const applied = applyCut(prunable.model, prunable.tensors, prunable.coupling, prunable.facts, cut);
  if (applied.model === undefined) return undefined;
  const fixes = new Map<Job, Fix>();
  for (const job of repairJobs(prunable, cut).jobs) {
    if (job.layers.some((layer) => !moments.has(layer.input))) continue;
    const ridge = refitObstacle(job, moments) === undefined ? RIDGE : undefined;
    fixes.set(job, await makeFix({ prunable, cut, moments, multiply }, job, ridge));
  }
  return applyFixes(applied.model, fixes, (value) => prunable.facts.values.get(value)?.dims.length);
}

/** Loss at any count: linear between the points measured, the last slope beyond them. */
export function lossAt(points: readonly SensitivityPoint[], removed: number): number {
  const after = points.findIndex((point) => point.removed >= removed);
  const index = after < 0 ? points.length - 1 : after;
  const high = points[index];
  const low = points[index - 1];
  if (high === undefined || low === undefined) return high?.loss ?? 0;
  return low.loss + ((removed - low.removed) / (high.removed - low.removed)) * (high.loss - low.loss);
}
