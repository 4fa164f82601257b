/**
 * Repair of a model whose masks are chosen: SparseGPT's update, least squares on what is left, the sequential refit,
 * statistics; in this order and as the policy asks. Everything is fitted on calibration split A and stays only if it
 * lowers the output loss on split B. Zeros stay zero throughout.
 */
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { SparseRepairName } from '../../policy/types.js';
import type { Cut } from '../cut.js';
import type { Rung } from '../repair/repair.js';
import type { Prunable } from '../prunable.js';
import { keepWhatHelps } from '../repair/search.js';
import { fitToLast, sequentialRefit } from '../repair/sequential.js';
import type { Towards } from '../repair/sequential.js';
import { skippedNotes } from '../repair/skipped.js';
import { correctStatistics, denseTargets } from '../repair/statistics.js';
import { statisticsSites } from '../repair/statistics-sites.js';
import { DenseMoments } from './dense-moments.js';
import { applyFits } from './edit.js';
import type { LayerFit } from './edit.js';
import { refitFit, updateFit } from './fit.js';
import { rowsMask } from './layer.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments, MomentsRequest } from '../repair/input-moments.js';

export interface SparseRepairRequest extends MomentsRequest {
  readonly prunable: Prunable;
  readonly pruned: Model;
  /** Layers with a mask, in graph order. */
  readonly layers: readonly SparseLayer[];
  /** By weight name, over the stored tensor. */
  readonly masks: ReadonlyMap<string, Uint8Array>;
  readonly steps: readonly SparseRepairName[];
  /** The committed model, where earlier steps have changed it: what is fitted sequentially aims at it. */
  readonly towards?: Towards;
  /** Calibration split B: judges what a layer alone gains. */
  readonly judge: Samples;
  readonly yardstick: Yardstick;
  readonly multiply: Multiply;
  /** Of these layers, where they were gathered before. */
  readonly moments?: DenseMoments;
  readonly onProgress?: (detail: string) => void;
}

export interface SparseRepairResult {
  readonly model: Model;
  readonly ladder: readonly Rung[];
  readonly accepted: readonly SparseRepairName[];
  readonly notes: readonly string[];
}

/** Ridges tried for the refit, as shares of the mean input variance. */
const RIDGES = [1e-2, 1e-3, 1e-4];
/** Losses measured, at most, to find the layers whose fit does not help when all together do not. */
const SEARCH_BUDGET = 8;
/** Nothing is cut out of any axis. */
export const WHOLE: Cut = { removed: new Set(), kept: () => null };

export async function repairSparse(request: SparseRepairRequest): Promise<SparseRepairResult> {
  const state = new State(request, await request.yardstick.loss(request.pruned));
  if (request.steps.includes('update')) await state.update();
  if (request.steps.includes('refit')) await state.refit();
  if (request.steps.includes('sequential')) await state.sequential();
  if (request.steps.includes('statistics')) await state.statistics();
  return { model: state.model, ladder: state.ladder, accepted: state.accepted, notes: state.notes };
}

class State {
  model: Model;
  readonly ladder: Rung[];
  readonly accepted: SparseRepairName[] = [];
  readonly notes: string[] = [];
  readonly #masks: ReadonlyMap<string, Uint8Array>;
  readonly #moments: DenseMoments;
  readonly #facts: Facts;
  /** The fits the model has, on top of the masked dense weights. */
  #fits: ReadonlyMap<SparseLayer, LayerFit> = new Map();

  constructor(private readonly request: SparseRepairRequest, private loss: number) {
    const { pruned, layers, masks, prunable } = request;
    this.model = pruned;
    this.#facts = prunable.facts;
    this.#masks = new Map(layers.map(({ weight, shape }) => [weight.name, rowsMask(masks.get(weight.name) as Uint8Array, shape)]));
    this.#moments = request.moments ?? new DenseMoments(request, prunable.model, layers);
    this.ladder = [
      { step: 'dense', loss: 0, accepted: true, detail: 'the model as it was committed' },
      { step: 'pruned', loss, accepted: true, detail: 'weights set to zero, the others as they were' },
    ];
  }

  async update(): Promise<void> {
    const { multiply } = this.request;
    const fits = await this.#fitAll((layer, mask, moments) => updateFit(layer, mask, moments, multiply));
    await this.#judgeFits('update', fits, await this.#lossWith(fits), 'made up for by the weights to their right');
  }

  async refit(): Promise<void> {
    const { multiply } = this.request;
    let best: { fits: Map<SparseLayer, LayerFit>; loss: number; ridge: number } | undefined;
    for (const ridge of RIDGES) {
      const fits = await this.#fitAll((layer, mask, moments) => refitFit(layer, mask, moments, ridge, multiply));
      const loss = await this.#lossWith(fits);
      if (best === undefined || loss < best.loss) best = { fits, loss, ridge };
    }
    if (best !== undefined) await this.#judgeFits('refit', best.fits, best.loss, `least squares, ridge ${String(best.ridge)}`);
  }

  async sequential(): Promise<void> {
    const result = await sequentialRefit({ ...this.request, cut: WHOLE, support: this.#masks }, this.model);
    if (result === undefined) {
      this.ladder.push({ step: '+ sequential', loss: this.loss, accepted: false, detail: 'the graph has subgraphs' });
      return;
    }
    const skipped = result.outcomes.filter(({ fitted }) => !fitted);
    this.notes.push(...skippedNotes('sequential refit', skipped.map(({ weight, reason }) => ({ layer: weight, reason }))));
    const detail = `${String(result.outcomes.length - skipped.length)} layers fitted on the repaired inputs`;
    const loss = await this.request.yardstick.loss(result.model);
    const ended = await fitToLast({ ...this.request, cut: WHOLE, support: this.#masks }, result.model);
    const after = ended.changed === 0 ? Infinity : await this.request.yardstick.loss(ended.model);
    if (after < loss) await this.#judge('sequential', ended.model, `${detail}, ${String(ended.changed)} of them in turn with the last one`, after);
    else await this.#judge('sequential', result.model, detail, loss);
  }

  async statistics(): Promise<void> {
    const { prunable, layers, batch } = this.request;
    this.request.onProgress?.('statistics');
    const changed = layers.map(({ plan }) => plan.layer.node.outputs[0] ?? '');
    const { sites } = statisticsSites(this.model.graph, this.#facts, changed, batch);
    if (sites.length === 0) {
      this.ladder.push({ step: '+ statistics', loss: this.loss, accepted: false, detail: 'no layer whose statistics could be corrected' });
      return;
    }
    const correction = { ...this.request, prunable, cut: WHOLE, model: this.model };
    const targets = await denseTargets(correction, sites);
    const tried: { model: Model; loss: number; detail: string }[] = [];
    for (const rescale of [true, false]) {
      const model = await correctStatistics(correction, sites, targets, rescale);
      tried.push({ model, loss: await this.request.yardstick.loss(model), detail: `${String(sites.length)} layers: ${rescale ? 'means and deviations' : 'means'} restored` });
    }
    const [best] = tried.sort((a, b) => a.loss - b.loss);
    if (best !== undefined) await this.#judge('statistics', best.model, best.detail, best.loss);
  }

  async #fitAll(fit: (layer: SparseLayer, mask: Uint8Array, moments: InputMoments) => Promise<LayerFit>): Promise<Map<SparseLayer, LayerFit>> {
    const fits = new Map<SparseLayer, LayerFit>();
    for (const [index, layer] of this.request.layers.entries()) {
      this.request.onProgress?.(`fit of layer ${String(index + 1)} of ${String(this.request.layers.length)}`);
      const moments = await this.#moments.of(index);
      if (moments !== undefined) fits.set(layer, await fit(layer, this.#masks.get(layer.weight.name) as Uint8Array, moments));
    }
    return fits;
  }

  #modelWith(fits: ReadonlyMap<SparseLayer, LayerFit>): Model {
    const { pruned } = this.request;
    return applyFits(pruned, fits, this.#facts);
  }

  #lossWith(fits: ReadonlyMap<SparseLayer, LayerFit>): Promise<number> {
    return this.request.yardstick.loss(this.#modelWith(new Map([...this.#fits, ...fits])));
  }

  /** Keeps these fits on top of earlier ones: all of them where that lowers the loss, or the parts that do. */
  async #judgeFits(step: SparseRepairName, fits: ReadonlyMap<SparseLayer, LayerFit>, all: number, detail: string): Promise<void> {
    const only = (kept: ReadonlySet<SparseLayer>) => new Map([...fits].filter(([layer]) => kept.has(layer)));
    const found = await keepWhatHelps([...fits.keys()], { before: this.loss, all, budget: SEARCH_BUDGET, loss: (kept) => this.#lossWith(only(kept)) });
    const helps = found.kept.size > 0;
    if (helps) this.#fits = new Map([...this.#fits, ...only(found.kept)]);
    await this.#judge(step, helps ? this.#modelWith(this.#fits) : this.model, `${String(helps ? found.kept.size : fits.size)} of ${String(fits.size)} weights: ${detail}`, helps ? found.loss : all);
  }

  async #judge(step: SparseRepairName, model: Model, detail: string, measured?: number): Promise<void> {
    const tried = measured ?? await this.request.yardstick.loss(model);
    const accepted = tried < this.loss;
    this.ladder.push({ step: `+ ${step}`, loss: tried, accepted, detail: accepted ? detail : `${detail}; dropped: the loss did not fall` });
    if (!accepted) return;
    this.model = model;
    this.loss = tried;
    this.accepted.push(step);
  }
}
