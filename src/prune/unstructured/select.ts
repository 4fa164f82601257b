/**
 * The zeros of every weight: how many each gets (`scope`), and which they are (`criterion`). Decided on calibration data:
 * moments and fits from split A, losses on split B.
 *
 * `auto`: what a layer's output loses at several shares of zeros (after the refit of what is left, relative to its
 * variance) comes from its moments; what that is worth at the model's outputs is measured once per layer, at the share
 * asked for, and scales the curve. Zeros are then spread for the least sum. The equal share of every layer is tried as
 * well; what has the least loss on split B after the refit is taken.
 */
import { fewOf } from '../../calibrate/few.js';
import { createYardstick } from '../../calibrate/yardstick.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { UnstructuredStep } from '../../policy/types.js';
import type { Prunable } from '../prunable.js';
import { sequentialRefit } from '../repair/sequential.js';
import type { Towards } from '../repair/places.js';
import { rankedMasks } from '../unstructured.js';
import { chooserOf, criteriaOf, structureOf } from './chooser.js';
import type { Chooser, Removals } from './chooser.js';
import { DenseMoments } from './dense-moments.js';
import { applyFits, applyMasks } from './edit.js';
import type { LayerFit } from './edit.js';
import { refitFit } from './fit.js';
import { denseRows, describeLayers, storedMask } from './layer.js';
import type { SparseLayer, SparseLayers } from './layer.js';
import type { InputMoments, MomentsRequest } from '../repair/input-moments.js';
import { poolMasks } from './pool.js';
import { WHOLE } from './repair.js';
import { reselectWeights } from './reselect.js';
import type { LayerMasks } from './reselect.js';
import { outputVariance } from './scores.js';
import { spreadZeros } from './spread.js';
import type { LossCurve, LossPoint } from './spread.js';
import type { Weight } from './weights.js';

export interface SelectRequest extends MomentsRequest {
  readonly prunable: Prunable;
  readonly step: UnstructuredStep;
  /** The committed model, where earlier steps have changed it: losses are against it. */
  readonly towards?: Towards;
  readonly weights: readonly Weight[];
  /** Calibration split B. */
  readonly decide: Samples;
  readonly multiply: Multiply;
  readonly onProgress?: (detail: string) => void;
}

export interface SelectedMasks {
  /** By weight name, over the stored tensor: 1 where an element stays. */
  readonly masks: ReadonlyMap<string, Uint8Array>;
  readonly layers: readonly SparseLayer[];
  /** Of these layers, for the repair that follows. */
  readonly moments: DenseMoments;
  /** Weights left dense, and why. */
  readonly left: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

interface Rated {
  readonly masks: LayerMasks;
  /** After a quick repair, where that was measured. */
  readonly loss?: number;
}

/** Samples of split B that allocations are compared on. */
const COMPARED_ON = 256;
const FIT_RIDGE = 1e-3;

export async function selectMasks(request: SelectRequest): Promise<SelectedMasks> {
  const { prunable, weights, samples, step } = request;
  const layers = describeLayers(prunable.model, prunable.facts, weights, samples.count);
  const selection = new Selecting(request, layers);
  return selection.run(step.pattern === undefined ? step.scope : 'layer');
}

class Selecting {
  readonly #left = new Map<string, string>();
  readonly #notes: string[] = [];
  readonly #removals: Removals = new Map();
  readonly #moments: DenseMoments;
  readonly #layers: readonly SparseLayer[];
  readonly #criterionOf: (layer: SparseLayer) => UnstructuredStep['criterion'];

  constructor(private readonly request: SelectRequest, private readonly described: SparseLayers) {
    const { step, prunable } = request;
    this.#layers = described.layers.filter((layer) => {
      const obstacle = step.pattern !== undefined && layer.plan.channels % step.pattern.m !== 0
        ? `its ${String(layer.plan.channels)} input channels are no multiple of ${String(step.pattern.m)}` : undefined;
      if (obstacle !== undefined) this.#left.set(layer.weight.name, obstacle);
      return obstacle === undefined;
    });
    this.#criterionOf = criteriaOf(this.#layers, step);
    this.#moments = new DenseMoments(request, prunable.model, this.#layers);
  }

  async run(scope: UnstructuredStep['scope']): Promise<SelectedMasks> {
    const { step, weights } = this.request;
    const byWeights = (step.criterion === 'magnitude' || step.criterion === 'lamp') && structureOf(step).kind === 'free' && scope !== 'auto';
    // No activation has a say.
    if (byWeights) return this.#selected(rankedMasks(weights, { ...step, scope }));
    const masks = this.#unfitMasks();
    const chosen = await this.#reselected(scope === 'auto' ? await this.#auto()
      : { masks: await this.#choose(scope === 'global' ? await this.#globalCounts() : this.#equalCounts()) });
    for (const [layer, mask] of chosen) masks.set(layer.weight.name, storedMask(mask, layer.shape));
    if (step.criterion === 'obs') this.#noteStandIns();
    return this.#selected(masks);
  }

  #selected(masks: ReadonlyMap<string, Uint8Array>): SelectedMasks {
    return { masks, layers: this.#layers, moments: this.#moments, left: this.#left, notes: this.#notes };
  }

  /** Weights whose inputs cannot be measured: by weights alone where the criterion is, else they stay dense. */
  #unfitMasks(): Map<string, Uint8Array> {
    const { step } = this.request;
    const byWeights = (step.criterion === 'magnitude' || step.criterion === 'lamp') && structureOf(step).kind === 'free';
    if (byWeights) return rankedMasks(this.described.unfit.map(({ weight }) => weight), { ...step, scope: 'layer' });
    for (const { weight, reason } of this.described.unfit) this.#left.set(weight.name, reason);
    return new Map();
  }

  #elements(layer: SparseLayer): number {
    return layer.plan.outputs * layer.plan.inputs;
  }

  #equalCounts(): number[] {
    return this.#layers.map((layer) => Math.round(this.request.step.sparsity * this.#elements(layer)));
  }

  async #globalCounts(): Promise<number[]> {
    const { criterion, sparsity } = this.request.step;
    const scores: Float32Array[] = [];
    await this.#walk('ranking', (layer, moments, chooser) => {
      const own = criterion === 'magnitude' || criterion === 'lamp' ? 1 : outputVariance(denseRows(layer), moments.covariance, layer.plan.inputs) || 1;
      const unit = criterion === 'wanda' ? Math.sqrt(own) : own;
      scores.push(Float32Array.from(chooser.scores, (score) => score / unit));
      return Promise.resolve();
    });
    const total = scores.reduce((sum, own) => sum + own.length, 0);
    return poolMasks(scores, Math.round(sparsity * total)).map((mask) => mask.reduce((sum, stays) => sum + 1 - stays, 0));
  }

  async #choose(counts: readonly number[]): Promise<Map<SparseLayer, Uint8Array>> {
    const chosen = new Map<SparseLayer, Uint8Array>();
    let at = 0;
    await this.#walk('choosing', (layer, _, chooser) => {
      chosen.set(layer, chooser.choose(counts[at++] as number));
      return Promise.resolve();
    });
    return chosen;
  }

  async #auto(): Promise<Rated> {
    const { sparsity } = this.request.step;
    const yardstick = await this.#yardstick();
    const curves: LossCurve[] = [];
    await this.#walk('sensitivity', async (layer, moments, chooser) => {
      curves.push({ elements: this.#elements(layer), points: await this.#curve(layer, moments, chooser, yardstick) });
    });
    const total = this.#layers.reduce((sum, layer) => sum + this.#elements(layer), 0);
    const zeros = Math.round(sparsity * total);
    const candidates = new Map([spreadZeros(curves, zeros), this.#equalCounts()].map((counts) => [counts.join(), counts]));
    let best: Rated | undefined;
    let at = 0;
    for (const counts of candidates.values()) {
      this.request.onProgress?.(`spread ${String(++at)} of ${String(candidates.size)}`);
      const masks = await this.#choose(counts);
      const loss = await this.#repairedLoss(masks, yardstick);
      if (best?.loss === undefined || loss < best.loss) best = { masks, loss };
    }
    if (best === undefined) throw new Error('no allocation to try');
    return best;
  }

  /** The same counts with weights chosen on what earlier zeros leave, where the loss after a quick repair is less with them. */
  async #reselected({ masks, loss }: Rated): Promise<LayerMasks> {
    const { step, decide } = this.request;
    if ((step.criterion !== 'obs' && step.criterion !== 'sparsegpt') || !step.repair.includes('sequential')) return masks;
    const again = await reselectWeights({ ...this.request, judge: decide, criterionOf: this.#criterionOf }, masks);
    if (again === undefined) return masks;
    const yardstick = await this.#yardstick();
    const [before, after] = [loss ?? await this.#repairedLoss(masks, yardstick), await this.#repairedLoss(again, yardstick)];
    return after < before ? again : masks;
  }

  /** On split B, after a quick repair of the kind that the step asks for: what a plain refit leaves says little about what a sequential one will. */
  async #repairedLoss(masks: LayerMasks, yardstick: Yardstick): Promise<number> {
    const { prunable, step, decide } = this.request;
    if (!step.repair.includes('sequential')) return yardstick.loss(await this.#refitted(masks));
    const layers = [...masks.keys()];
    const stored = new Map([...masks].map(([layer, mask]) => [layer.weight.name, storedMask(mask, layer.shape)]));
    const support = new Map([...masks].map(([layer, mask]) => [layer.weight.name, mask]));
    const masked = applyMasks(prunable.model, layers.map(({ weight }) => weight), stored);
    const refit = await sequentialRefit({ ...this.request, judge: decide, cut: WHOLE, support, quick: true, onProgress: () => undefined }, masked);
    return yardstick.loss(refit?.model ?? await this.#refitted(masks));
  }

  /** Loss at several shares: the local error after a refit, scaled to what it is worth at the outputs. */
  async #curve(layer: SparseLayer, moments: InputMoments, chooser: Chooser, yardstick: Yardstick): Promise<LossPoint[]> {
    const { sparsity } = this.request.step;
    const weights = denseRows(layer);
    const variance = outputVariance(weights, moments.covariance, layer.plan.inputs) || 1;
    const points: LossPoint[] = [{ share: 0, loss: 0 }];
    let factor = 1;
    for (const share of sharesAround(sparsity)) {
      const mask = chooser.choose(Math.round(share * this.#elements(layer)));
      const fit = await refitFit(layer, mask, moments, FIT_RIDGE, this.request.multiply);
      const error = outputVariance(weights.map((value, i) => value - (fit.rows[i] as number)), moments.covariance, layer.plan.inputs) / variance;
      if (share === sparsity) factor = (await yardstick.loss(this.#with(new Map([[layer, fit]])))) / Math.max(error, 1e-12);
      points.push({ share, loss: Math.max(error, points.at(-1)?.loss ?? 0) });
    }
    return points.map(({ share, loss }) => ({ share, loss: Number.isFinite(factor) ? loss * factor : loss }));
  }

  async #refitted(masks: LayerMasks): Promise<Model> {
    const fits = new Map<SparseLayer, LayerFit>();
    for (const [index, layer] of this.#layers.entries()) {
      const [mask, moments] = [masks.get(layer), await this.#moments.of(index)];
      if (mask !== undefined && moments !== undefined) fits.set(layer, await refitFit(layer, mask, moments, FIT_RIDGE, this.request.multiply));
    }
    return this.#with(fits);
  }

  #with(fits: ReadonlyMap<SparseLayer, LayerFit>): Model {
    const { model, facts } = this.request.prunable;
    return applyFits(model, fits, facts);
  }

  #yardstick(): Promise<Yardstick> {
    const { runtime, directory, prunable, towards, decide, batch } = this.request;
    return createYardstick({ runtime, directory, dense: (towards ?? prunable).model, samples: fewOf(decide, COMPARED_ON, batch), batch });
  }

  /** Every layer with its moments, a pass of layers at a time. */
  async #walk(what: string, visit: (layer: SparseLayer, moments: InputMoments, chooser: Chooser) => Promise<void>): Promise<void> {
    const { step, multiply, onProgress } = this.request;
    for (const [index, layer] of this.#layers.entries()) {
      onProgress?.(`${what}: layer ${String(index + 1)} of ${String(this.#layers.length)}`);
      const moments = await this.#moments.of(index) ?? silentMoments(layer);
      await visit(layer, moments, await chooserOf(layer, moments, this.#criterionOf(layer), structureOf(step), multiply, this.#removals));
    }
  }

  #noteStandIns(): void {
    const without = this.#layers.filter((layer) => this.#criterionOf(layer) !== 'obs').map(({ weight }) => weight.name);
    if (without.length > 0) this.#notes.push(`${without.join(', ')}: chosen by sparsegpt, for ${structureOf(this.request.step).kind === 'block' ? 'blocks are not removed weight by weight' : 'weight by weight would take too long'}`);
  }
}

/** For a layer whose activations are not finite: every input alike, so that the criterion sees the weights alone. */
function silentMoments({ plan: { inputs } }: SparseLayer): InputMoments {
  const covariance = new Float64Array(inputs * inputs);
  for (let i = 0; i < inputs; i++) covariance[i * inputs + i] = 1;
  return { rows: 0, mean: new Float64Array(inputs), covariance };
}

/** Shares of zeros at which a curve is taken: what stays is multiplied and divided by 1.6 and 3, say. */
export function sharesAround(sparsity: number): number[] {
  const stays = 1 - sparsity;
  return [4, 2.5, 1.6, 1, 0.6, 0.35, 0.2].map((factor) => (factor === 1 ? sparsity : 1 - Math.min(1, stays * factor))).filter((share) => share > 0);
}
