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
import { fitAgain, isFew } from '../repair/again.js';
import type { Decisions } from '../repair/decisions.js';
import { keepWhatHelps } from '../repair/search.js';
import { sequentialRefit } from '../repair/sequential.js';
import type { Towards } from '../repair/places.js';
import { skippedNotes } from '../repair/skipped.js';
import { correctStatistics, denseTargets } from '../repair/statistics.js';
import { statisticsSites } from '../repair/statistics-sites.js';
import { endAsDecided, endInTurn } from '../repair/to-last.js';
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
  /** Nothing is decided on split B after this: where samples are few, all that was decided is fitted again on both splits. */
  readonly last?: boolean;
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
  if (request.last === true && state.accepted.length > 0 && isFew(request)) await state.again();
  return { model: state.model, ladder: state.ladder, accepted: state.accepted, notes: state.notes };
}

/** Fits of all layers in one way, and the loss with all of them. */
interface Tried {
  readonly fit: FitOne;
  readonly fits: ReadonlyMap<SparseLayer, LayerFit>;
  readonly loss: number;
}

type FitOne = (layer: SparseLayer, mask: Uint8Array, moments: InputMoments) => Promise<LayerFit>;

/** What was decided on split B, for fitting it again. */
interface Decided {
  /** How each layer was fitted on the dense model's moments. */
  fits: ReadonlyMap<SparseLayer, FitOne>;
  sequential?: { readonly layers: Decisions; readonly passes: readonly Decisions[] };
  /** Statistics were restored, with the deviations or the means alone. */
  rescale?: boolean;
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
  readonly #decided: Decided = { fits: new Map() };

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
    const fit: FitOne = (layer, mask, moments) => updateFit(layer, mask, moments, multiply);
    const fits = await this.#fitAll(() => fit);
    await this.#judgeFits('update', { fit, fits, loss: await this.#lossWith(fits) }, 'made up for by the weights to their right');
  }

  async refit(): Promise<void> {
    const { multiply } = this.request;
    let best: (Tried & { ridge: number }) | undefined;
    for (const ridge of RIDGES) {
      const fit: FitOne = (layer, mask, moments) => refitFit(layer, mask, moments, ridge, multiply);
      const fits = await this.#fitAll(() => fit);
      const loss = await this.#lossWith(fits);
      if (best === undefined || loss < best.loss) best = { fit, fits, loss, ridge };
    }
    if (best !== undefined) await this.#judgeFits('refit', best, `least squares, ridge ${String(best.ridge)}`);
  }

  async sequential(): Promise<void> {
    const request = { ...this.request, cut: WHOLE, support: this.#masks };
    const result = await sequentialRefit(request, this.model);
    if (result === undefined) {
      this.ladder.push({ step: '+ sequential', loss: this.loss, accepted: false, detail: 'the graph has subgraphs' });
      return;
    }
    const skipped = result.outcomes.filter(({ fitted }) => !fitted);
    this.notes.push(...skippedNotes('sequential refit', skipped.map(({ weight, reason }) => ({ layer: weight, reason }))));
    const detail = `${String(result.outcomes.length - skipped.length)} layers fitted on the repaired inputs`;
    const ended = await endInTurn(request, { model: result.model, loss: await this.request.yardstick.loss(result.model) });
    if (!await this.#judge('sequential', ended.model, `${detail}${ended.text}`, ended.loss)) return;
    this.#decided.sequential = { layers: result.decisions, passes: ended.passes };
  }

  async statistics(): Promise<void> {
    const { prunable, batch } = this.request;
    this.request.onProgress?.('statistics');
    const { sites } = statisticsSites(this.model.graph, this.#facts, this.#changed(), batch);
    if (sites.length === 0) {
      this.ladder.push({ step: '+ statistics', loss: this.loss, accepted: false, detail: 'no layer whose statistics could be corrected' });
      return;
    }
    const correction = { ...this.request, prunable, cut: WHOLE, model: this.model };
    const targets = await denseTargets(correction, sites);
    const tried: { model: Model; loss: number; detail: string; rescale: boolean }[] = [];
    for (const rescale of [true, false]) {
      const model = await correctStatistics(correction, sites, targets, rescale);
      tried.push({ model, loss: await this.request.yardstick.loss(model), detail: `${String(sites.length)} layers: ${rescale ? 'means and deviations' : 'means'} restored`, rescale });
    }
    const [best] = tried.sort((a, b) => a.loss - b.loss);
    if (best !== undefined && await this.#judge('statistics', best.model, best.detail, best.loss)) this.#decided.rescale = best.rescale;
  }

  async again(): Promise<void> {
    this.request.onProgress?.('again on both splits');
    const { model, note } = await fitAgain(this.request, this.loss, (samples) => this.#asDecided(samples));
    this.model = model ?? this.model;
    this.notes.push(note);
  }

  async #asDecided(samples: Samples): Promise<Model> {
    const { prunable, layers, batch } = this.request;
    const { fits, sequential, rescale } = this.#decided;
    const request = { ...this.request, samples, cut: WHOLE, support: this.#masks };
    let model = this.#modelWith(await this.#fitAll((layer) => fits.get(layer), new DenseMoments(request, prunable.model, layers)));
    if (sequential !== undefined) {
      model = (await sequentialRefit({ ...request, decided: sequential.layers }, model))?.model ?? model;
      model = await endAsDecided(request, model, sequential.passes);
    }
    if (rescale === undefined) return model;
    const { sites } = statisticsSites(model.graph, this.#facts, this.#changed(), batch);
    return correctStatistics({ ...request, model }, sites, await denseTargets({ ...request, model }, sites), rescale);
  }

  /** What the layers make. */
  #changed(): string[] {
    return this.request.layers.map(({ plan }) => plan.layer.node.outputs[0] ?? '');
  }

  /** @param how undefined: the layer stays as it is */
  async #fitAll(how: (layer: SparseLayer) => FitOne | undefined, moments = this.#moments): Promise<Map<SparseLayer, LayerFit>> {
    const fits = new Map<SparseLayer, LayerFit>();
    for (const [index, layer] of this.request.layers.entries()) {
      this.request.onProgress?.(`fit of layer ${String(index + 1)} of ${String(this.request.layers.length)}`);
      const [fit, own] = [how(layer), await moments.of(index)];
      if (fit !== undefined && own !== undefined) fits.set(layer, await fit(layer, this.#masks.get(layer.weight.name) as Uint8Array, own));
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
  async #judgeFits(step: SparseRepairName, { fit, fits, loss: all }: Tried, detail: string): Promise<void> {
    const only = (kept: ReadonlySet<SparseLayer>) => new Map([...fits].filter(([layer]) => kept.has(layer)));
    const found = await keepWhatHelps([...fits.keys()], { before: this.loss, all, budget: SEARCH_BUDGET, loss: (kept) => this.#lossWith(only(kept)) });
    const helps = found.kept.size > 0;
    if (helps) {
      this.#fits = new Map([...this.#fits, ...only(found.kept)]);
      this.#decided.fits = new Map([...this.#decided.fits, ...[...found.kept].map((layer) => [layer, fit] as const)]);
    }
    await this.#judge(step, helps ? this.#modelWith(this.#fits) : this.model, `${String(helps ? found.kept.size : fits.size)} of ${String(fits.size)} weights: ${detail}`, helps ? found.loss : all);
  }

  async #judge(step: SparseRepairName, model: Model, detail: string, tried: number): Promise<boolean> {
    const accepted = tried < this.loss;
    this.ladder.push({ step: `+ ${step}`, loss: tried, accepted, detail: accepted ? detail : `${detail}; dropped: the loss did not fall` });
    if (!accepted) return false;
    this.model = model;
    this.loss = tried;
    this.accepted.push(step);
    return true;
  }
}
