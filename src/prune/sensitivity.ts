/**
 * Sensitivity of each group: the output loss on calibration split B when only this group is cut (and what reads it is
 * refit, each kernel tap on its own where that is affordable), at several counts. What one criterion's scores can only guess at, depth included, this measures.
 */
import { fewOf } from '../calibrate/few.js';
import { DensePrefix } from '../calibrate/dense-prefix.js';
import { withProducts } from '../calibrate/products.js';
import { createYardstick } from '../calibrate/yardstick.js';
import type { Yardstick } from '../calibrate/yardstick.js';
import type { Samples } from '../data/types.js';
import type { Multiply } from '../kernels/matmul.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { tensorToFloat32 } from '../onnx/tensors.js';
import { applyCut } from './apply.js';
import { removalOrder } from './allocate.js';
import type { Scored } from './allocate.js';
import { makeCut } from './cut.js';
import { Elimination } from './elimination.js';
import type { Evidence, FittedLayer } from './evidence.js';
import { editLayers } from './repair/edit.js';
import { toRows, toStored } from './repair/layer-rows.js';
import { ranksOf } from './repair/layers.js';
import { applyFixes, makeFix, refitObstacle } from './repair/fix.js';
import type { Fix } from './repair/fix.js';
import { repairJobs } from './repair/jobs.js';
import type { Job } from './repair/jobs.js';
import { sequentialRefit } from './repair/sequential.js';
import type { StructuredRequest } from './structured.js';
import type { Group, Moments, Selection } from './types.js';

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
/** Ridge of the refits, as a share of the mean input variance. */
const RIDGE = 1e-3;

/** Measures cuts: each is applied, what reads it is refit, and the output loss on a few samples of split B is taken. */
export class CutMeter {
  private constructor(
    private readonly request: StructuredRequest, private readonly yardstick: Yardstick, private readonly evidence: Evidence, private readonly prefix: DensePrefix,
    /** Loss of the model as it is, uncut: none, unless earlier steps have cut it. */
    readonly uncut: number,
  ) {}

  /** Measures the dense model once, for cuts of these groups. */
  static async open(request: StructuredRequest, evidence: Evidence, decide: Samples): Promise<CutMeter> {
    const { runtime, prunable, directory, batch, kinds, reference } = request;
    const samples = fewOf(decide, MOST_SAMPLES, batch);
    const dense = { dense: reference?.model ?? prunable.model, denseDirectory: reference?.directory ?? directory };
    const yardstick = await createYardstick({ runtime, ...dense, directory, samples, batch, ...(kinds === undefined ? {} : { kinds }) });
    const prefix = new DensePrefix({ runtime, directory, dense: prunable.model, facts: prunable.facts, samples, batch });
    return new CutMeter(request, yardstick, evidence, prefix, reference === undefined ? 0 : await yardstick.loss(prunable.model));
  }

  /** Undefined where the cut cannot be written: the choice itself will refuse the group with the reason. */
  async loss(selection: Selection): Promise<number | undefined> {
    const model = await withProducts(this.request.runtime, (multiply) => cutAndRefit(this.request, selection, this.evidence.moments, multiply));
    return model === undefined ? undefined : this.yardstick.loss(model);
  }

  /**
   * The loss after the first so many units of `order` went, asked with rising numbers. Where every reader of the group is a
   * plain layer the dense model is measured with the weights that an elimination leaves: no surgery is needed, and each
   * kernel tap is refit.
   */
  losses(group: Group, order: readonly number[]): (removed: number) => Promise<number | undefined> {
    const readers = fittedReaders(group, this.evidence);
    if (readers === undefined) return (removed) => this.loss({ removed: new Map([[group.name, order.slice(0, removed).sort((a, b) => a - b)]]) });
    const { prunable } = this.request;
    const stored = ({ weight }: { weight: string }): Float32Array => tensorToFloat32(prunable.tensors.get(weight) as Tensor);
    const elimination = new Elimination(readers.map(({ column, fitted }) => {
      const reader = this.evidence.reader(group, column, () => ({ data: stored(fitted.layer), dims: [] }));
      if (reader === undefined) throw new Error('a fitted layer has moments');
      return reader;
    }));
    const layers = readers.map(({ fitted }) => fitted);
    const changed = layers.map(({ layer }) => layer.node.outputs[0] ?? '');
    let gone = 0;
    return async (removed) => {
      await this.prefix.goTo(changed);
      for (; gone < removed; gone++) elimination.remove(order[gone] as number);
      const candidate = withRows(this.request, layers, elimination.weights());
      if (!this.prefix.covers(changed)) return this.yardstick.loss(candidate);
      return this.prefix.loss(this.yardstick, candidate);
    };
  }

  /** What was kept of the dense model goes. */
  async close(): Promise<void> {
    await this.prefix.close();
  }

  /** As `loss`, with a sequential refit on a part of the samples behind it where the policy asks for one: closer to what repair will reach. */
  async repairedLoss(selection: Selection): Promise<number | undefined> {
    const { request } = this;
    const { prunable, calibration, decide, step } = request;
    const model = await withProducts(request.runtime, (multiply) => cutAndRefit(request, selection, this.evidence.moments, multiply));
    if (model === undefined) return undefined;
    const plain = await this.yardstick.loss(model);
    if (calibration === undefined || decide === undefined || !step.repair.includes('sequential')) return plain;
    const { runtime, directory, batch } = request;
    const cut = makeCut(prunable.coupling, prunable.analysis, selection);
    const refit = await sequentialRefit({ runtime, directory, batch, prunable, cut, samples: calibration, judge: decide, quick: true }, model);
    return refit === undefined ? plain : Math.min(plain, await this.yardstick.loss(refit.model));
  }
}

/** @param counts per group, the numbers of removed units that the allocator may choose, ascending */
export async function measureSensitivity(
  meter: CutMeter, scored: readonly Scored[], counts: ReadonlyMap<string, readonly number[]>, onProgress: (done: number) => void,
): Promise<Sensitivity> {
  const curves = new Map<string, SensitivityPoint[]>();
  // In the order of their readers, which is the order in which the dense model's activations are kept.
  const firstReader = ({ group }: Scored): number => Math.min(...group.axes.flatMap((use) => (use.role === 'consumer' ? [use.node] : [])));
  for (const entry of [...scored].sort((a, b) => firstReader(a) - firstReader(b))) {
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

async function curveOf(meter: CutMeter, { group, scores }: Scored, levels: readonly number[]): Promise<SensitivityPoint[]> {
  const order = removalOrder(scores);
  const points: SensitivityPoint[] = [{ removed: 0, loss: 0 }];
  const lossAfter = meter.losses(group, order);
  for (const removed of levels) {
    const loss = await lossAfter(removed);
    if (loss === undefined) return points;
    // More cut is never taken for better: what looks so is noise of few samples.
    points.push({ removed, loss: Math.max(loss - meter.uncut, points.at(-1)?.loss ?? 0) });
  }
  return points;
}

/** The consumers of a group where all of them are plain layers, each reading it once. */
function fittedReaders(group: Group, evidence: Evidence): { column: number; fitted: FittedLayer }[] | undefined {
  const columns = [...group.axes.keys()].filter((column) => group.axes[column]?.role === 'consumer');
  const readers = columns.flatMap((column) => {
    const use = group.axes[column];
    const fitted = use === undefined ? undefined : evidence.layer(use);
    return fitted === undefined ? [] : [{ column, fitted }];
  });
  const nodes = new Set(readers.map(({ fitted }) => fitted.layer.index));
  return readers.length > 0 && readers.length === columns.length && nodes.size === columns.length ? readers : undefined;
}

/** The dense model with other weights in these layers; what they lose on average goes to the bias. */
function withRows({ prunable }: StructuredRequest, layers: readonly FittedLayer[], rows: readonly Float64Array[]): Model {
  const weights = new Map<string, Float32Array>();
  const edits = new Map<string, { shift: Float64Array }>();
  layers.forEach(({ layer, shape, inputs }, i) => {
    const own = rows[i] as Float64Array;
    const dense = toRows(tensorToFloat32(prunable.tensors.get(layer.weight) as Tensor), shape);
    const d = inputs.mean.length;
    const shift = Float64Array.from({ length: shape.outputs }, (_, output) => {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += ((dense[output * d + j] as number) - (own[output * d + j] as number)) * (inputs.mean[j] as number);
      return sum * layer.gain;
    });
    weights.set(layer.weight, toStored(own, shape));
    edits.set(layer.node.outputs[0] ?? '', { shift });
  });
  return editLayers(prunable.model, { weights, layers: edits }, ranksOf(prunable.facts));
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
  return applyFixes(applied.model, fixes, ranksOf(prunable.facts));
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
