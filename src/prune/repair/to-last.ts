/** The last layers of a repaired model fitted in turn with the very last one, towards what is lacking behind that. */
import { fewOf } from '../../calibrate/few.js';
import { withProducts } from '../../calibrate/products.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import { costOf } from '../cost.js';
import type { AlternationLimits } from './alternate.js';
import { Decider } from './decisions.js';
import type { Decisions } from './decisions.js';
import { alternatePair } from './in-turn.js';
import type { InTurn } from './in-turn.js';
import { layerContext, layersOf, ranksOf } from './layers.js';
import type { Layer } from './layers.js';
import { pairWith } from './pairs.js';
import { layersToRefit, lengthsOf, placeOf, towardsOf } from './places.js';
import type { SequentialRequest } from './places.js';
import { LayerWalk } from './walk.js';

/** The layers that are fitted in turn with the last one: what is lacking behind that tells too little of earlier ones. */
const LAYERS_TO_LAST = 6;
const FITTING_SAMPLES = 2048;
const JUDGING_SAMPLES = 512;
/** Traced back through many layers, what is lacking is mostly noise: ridges are large. */
const TO_LAST: AlternationLimits = { mostRounds: 3, leastGain: 0.005, stepEvery: 4, ridges: [10, 3, 1, 1e-1, 1e-2] };

/** Passes over them, and the share of the loss that each must take away. */
const MOST_PASSES = 4;
const LEAST_GAIN = 0.01;
/** Multiply-accumulates of the model for all its samples: past it passes take longer than all the rest, and deep models gain little (2 % of the loss on a ResNet). */
const MOST_PRODUCTS = 1e10;

/** Whether passes over the model take little of the time that all the rest does. */
export function isSmall({ prunable, samples }: Pick<SequentialRequest, 'prunable'> & { readonly samples: Pick<Samples, 'count'> }): boolean {
  return costOf(prunable.model, prunable.tensors, prunable.facts).macs * samples.count <= MOST_PRODUCTS;
}

/** Layers that can be fitted in turn with the last one by what derivatives are known: whether there are any. */
export function reachesLast({ prunable, cut }: Pick<SequentialRequest, 'prunable' | 'cut'>, model: Model, layers: readonly Layer[]): boolean {
  const last = layers.at(-1)?.weight ?? '';
  return beforeLast(layers).some((layer) => pairWith(model, [layer.weight, last], ranksOf(prunable.facts), lengthsOf(prunable, cut)) !== undefined);
}

const beforeLast = (layers: readonly Layer[]): readonly Layer[] => layers.slice(-1 - LAYERS_TO_LAST, -1);

export interface Ended {
  readonly model: Model;
  readonly loss: number;
  /** What each pass decided. */
  readonly passes: readonly Decisions[];
  /** For a ladder; '' where no pass helped. */
  readonly text: string;
}

/** Passes as long as they help: several where the model is small, one where single weights went, none elsewhere. */
export async function endInTurn(request: SequentialRequest & { readonly yardstick: Yardstick }, start: { readonly model: Model; readonly loss: number }): Promise<Ended> {
  const { support, yardstick } = request;
  const mostPasses = isSmall(request) ? MOST_PASSES : support === undefined ? 0 : 1;
  let { model, loss } = start;
  const passes: Decisions[] = [];
  while (passes.length < mostPasses) {
    const ended = await fitToLast(request, model);
    const after = ended.changed === 0 ? Infinity : await yardstick.loss(ended.model);
    if (!(after < (1 - LEAST_GAIN) * loss)) break;
    [model, loss] = [ended.model, after];
    passes.push(ended.decisions);
  }
  const text = passes.length === 0 ? '' : `, in turn with the last one ${passes.length === 1 ? 'once' : `${String(passes.length)} times`}`;
  return { model, loss, passes, text };
}

/** The same passes, as they were decided. */
export async function endAsDecided(request: SequentialRequest, start: Model, passes: readonly Decisions[]): Promise<Model> {
  let model = start;
  for (const decided of passes) model = (await fitToLast({ ...request, decided }, model)).model;
  return model;
}

export interface ToLast {
  readonly model: Model;
  /** How many layers have changed. */
  readonly changed: number;
  readonly decisions: Decisions;
}

/**
 * The layers in front of the last one once more, front to back, each in turn with it: towards what is lacking behind that, through
 * all that lies between. The walk brings back what each layer makes; what is left of the error there is not alike at the end.
 */
export async function fitToLast(request: SequentialRequest, start: Model): Promise<ToLast> {
  const { prunable, cut, batch, support, decided } = request;
  const folds = [fewOf(request.samples, FITTING_SAMPLES, batch), ...(decided === undefined ? [fewOf(request.judge, JUDGING_SAMPLES, batch)] : [])];
  const own = { ...request, samples: folds[0] as Samples };
  const layers = layersToRefit(request, start);
  const last = layers.at(-1);
  const firsts = beforeLast(support === undefined ? layersChanged(request, start, layers) : layers);
  const nothing = { model: start, changed: 0, decisions: new Map<string, number>() };
  const place = last === undefined ? 'there is no layer' : placeOf(own, start, last, new Set());
  if (last === undefined || typeof place === 'string') return nothing;
  const walk = LayerWalk.open({ ...request, ...towardsOf(request), folds, goal: place.target.value }, start);
  if (walk === undefined) return nothing;
  try {
    const lacking = await walk.shortfall(start, place, { rectified: place.target.rectified });
    if (lacking === undefined) return nothing;
    let done: InTurn = { model: start, error: lacking.at(-1)?.energy ?? Infinity, helped: [], text: '' };
    return await withProducts(request.runtime, async (multiply) => {
      const decider = new Decider(multiply, support, decided);
      for (const [index, layer] of firsts.entries()) {
        request.onProgress?.(`layer ${String(index + 1)} of ${String(firsts.length)} in turn with the last one`);
        const pair = pairWith(done.model, [layer.weight, last.weight], ranksOf(prunable.facts), lengthsOf(prunable, cut));
        await walk.goTo(done.model, layer);
        if (pair !== undefined) done = await alternatePair(own, walk, place, done, pair, decider, TO_LAST);
      }
      return { model: done.model, changed: done.helped.length, decisions: decider.made };
    });
  } finally {
    await walk.close();
  }
}

/** Layers that were refit, and those that lost outputs alone. */
function layersChanged({ prunable, cut }: SequentialRequest, model: Model, refit: readonly Layer[]): Layer[] {
  const weights = new Set(refit.map(({ weight }) => weight));
  return layersOf(layerContext(model.graph, ranksOf(prunable.facts))).filter(({ weight, output, outputChannel }) => weights.has(weight) || cut.kept(output, outputChannel) !== null);
}
