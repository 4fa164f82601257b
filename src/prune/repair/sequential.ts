/**
 * Sequential refit: every layer after a cut, in graph order, is fitted by least squares on the inputs it gets in the
 * already repaired pruned model, towards what the dense model computes. The error of one layer is thus known to the
 * next, instead of adding up. In the unfolded (im2col) form each kernel tap of each kept channel has its own weight.
 *
 * With u the unfolded input and R = dense - pruned at the layer's target, both less their means, over samples and positions:
 *     delta = G (H + D)^-1,   H = mean u u^T,   G = mean R u^T,   D = lambda * mean(diag H)
 * which is ridge regression of the target *towards the current weights*; the bias takes what is left of the means. H and G are
 * computed inside onnxruntime, with both models in one graph, at a random few lines of positions per batch; sums are kept in
 * float64. Lambda is the one whose fit does best on split B; a layer that no fit helps there stays as it is.
 */
import { fewOf } from '../../calibrate/few.js';
import { withProducts } from '../../calibrate/products.js';
import type { Model } from '../../onnx/ir.js';
import type { Samples } from '../../data/types.js';
import { Decider } from './decisions.js';
import type { Decisions } from './decisions.js';
import { alternatePairs, pairsOf } from './in-turn.js';
import type { Layer } from './layers.js';
import { applyDelta, layersToRefit, namesOf, placeOf, towardsOf } from './places.js';
import type { LayerRequest, SequentialRequest } from './places.js';
import { MOST_SAMPLES, ROWS_PER_INPUT } from './rows.js';
import { isSmall, reachesLast } from './to-last.js';
import { LayerWalk } from './walk.js';
import type { Place, Shortfall } from './walk.js';

/** Samples of split B that judge each layer, and the share of the fitting ones that they may be. */
const JUDGING_SAMPLES = 512;
const JUDGING_SHARE = 1 / 4;

/** How much each layer is worth. */
interface Effort {
  readonly mostSamples: number;
  readonly rowsPerInput: number;
  /** Whether pairs are fitted in turn. */
  readonly pairs: boolean;
}

const WHOLE: Effort = { mostSamples: MOST_SAMPLES, rowsPerInput: ROWS_PER_INPUT, pairs: true };
const QUICK: Effort = { mostSamples: 512, rowsPerInput: 96, pairs: false };
/** Where the last layers are fitted in turn with the last one afterwards: that makes up for more, and takes less. */
const BEFORE_LAST: Effort = { mostSamples: 2048, rowsPerInput: 200, pairs: false };

const EFFORTS: readonly Effort[] = [WHOLE, QUICK, BEFORE_LAST];
/** What a decision for one of them is called. */
const EFFORT = 'effort';

/** What became of one layer. */
export interface LayerOutcome {
  readonly weight: string;
  readonly node: string;
  /** Whether the layer has changed. */
  readonly fitted: boolean;
  /** On how many rows it was fitted, or why it stayed. */
  readonly reason: string;
}

export interface SequentialResult {
  readonly model: Model;
  /** Per layer behind a cut, in graph order. */
  readonly outcomes: readonly LayerOutcome[];
  readonly decisions: Decisions;
}

/** A layer fitted: the model with it. */
interface Fitted {
  readonly model: Model;
  /** Undefined where no fit of the layer alone helps, and it stays as it was. */
  readonly ridge: number | undefined;
  readonly reason: string;
  readonly place: Place;
  /** What is lacking after it on split B, mean square per row. */
  readonly error: number;
}

/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export async function sequentialRefit(request: SequentialRequest, start: Model): Promise<SequentialResult | undefined> {
  const layers = layersToRefit(request, start);
  const effort = effortOf(request, start, layers);
  const { mostSamples, rowsPerInput } = effort;
  const judging = Math.max(64, Math.min(JUDGING_SAMPLES, JUDGING_SHARE * mostSamples));
  const folds = [fewOf(request.samples, mostSamples, request.batch), ...(request.decided === undefined ? [fewOf(request.judge, judging, request.batch)] : [])];
  const walk = LayerWalk.open({ ...request, ...towardsOf(request), folds }, start);
  if (walk === undefined) return undefined;
  const pairs = effort.pairs ? layers.flatMap((layer) => pairsOf(request, start, layer)) : [];
  const outcomes: LayerOutcome[] = [];
  let model = start;
  let decisions: Decisions = new Map();
  try {
    await withProducts(request.runtime, async (multiply) => {
      const decider = new Decider(multiply, request.support, request.decided);
      decider.made.set(EFFORT, EFFORTS.indexOf(effort));
      decisions = decider.made;
      for (const [index, layer] of layers.entries()) {
        request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
        const open = new Set(layers.slice(index + 1).map(({ output }) => output));
        // A pair's first layer may still change: what lies behind it is not kept before its second one is done.
        const [held] = pairs.filter(({ first, second }) => first.index < layer.index && second.index >= layer.index).map(({ first }) => first).sort((a, b) => a.index - b.index);
        await walk.goTo(model, held ?? layer);
        const own = { ...request, samples: folds[0] as Samples, rowsPerInput };
        const fitted = await refitLayer(own, walk, model, layer, open, decider);
        if (typeof fitted === 'string') outcomes.push({ ...namesOf(layer), fitted: false, reason: fitted });
        else {
          const firsts = pairs.filter(({ second }) => second.weight === layer.weight).map(({ first }) => first.weight);
          const inTurn = await alternatePairs(own, walk, fitted, layer, firsts, decider);
          model = inTurn.model;
          outcomes.push({ ...namesOf(layer), fitted: fitted.ridge !== undefined || inTurn.helped.length > 0, reason: `${fitted.reason}${inTurn.text}` });
          for (const first of inTurn.helped) noteInTurn(outcomes, namesOf(first), namesOf(layer).node);
        }
      }
    });
  } finally {
    await walk.close();
  }
  return { model, outcomes, decisions };
}

/** Made again with more samples, a model that was small stays it. */
function effortOf(request: SequentialRequest, model: Model, layers: readonly Layer[]): Effort {
  if (request.decided !== undefined) return EFFORTS[request.decided.get(EFFORT) ?? 0] as Effort;
  if (request.quick === true) return QUICK;
  return request.support !== undefined && !isSmall(request) && reachesLast(request, model, layers) ? BEFORE_LAST : WHOLE;
}

async function refitLayer(request: LayerRequest, walk: LayerWalk, model: Model, layer: Layer, open: ReadonlySet<string>, decider: Decider): Promise<Fitted | string> {
  const place = placeOf(request, model, layer, open);
  if (typeof place === 'string') return place;
  const lacking = await walk.shortfall(model, place);
  if (lacking === undefined) return 'its activations are not finite';
  const first = await solve(request, model, place, 'all', lacking, decider);
  if (request.quick === true || !place.target.rectified) return first;
  const seen = await walk.shortfall(first.model, place, { known: lacking, rectified: true });
  if (seen === undefined) return first;
  const second = await solve(request, first.model, place, 'seen', seen, decider);
  // Whoever goes on from here counts what is seen: all that is lacking would make any change look like a gain.
  return second.ridge === undefined ? { ...first, error: seen.at(-1)?.energy ?? first.error } : second;
}

async function solve({ prunable }: SequentialRequest, model: Model, place: Place, what: string, lacking: readonly Shortfall[], decider: Decider): Promise<Fitted> {
  const { weight } = place.plan.layer;
  const error = lacking.at(-1)?.energy ?? Infinity;
  const fit = await decider.fit(`${weight} ${what}`, weight, lacking);
  if (typeof fit === 'string') return { model, ridge: undefined, reason: fit, place, error };
  const reason = `fitted on ${String(lacking[0]?.rows)} rows of the repaired inputs, ridge ${String(fit.ridge)}`;
  return { model: applyDelta(prunable, model, place, fit), ridge: fit.ridge, reason, place, error: error - fit.gain };
}

/** One outcome a layer: one that was fitted before adds a word, one that stayed as it was has changed after all. */
function noteInTurn(outcomes: LayerOutcome[], first: { weight: string; node: string }, second: string): void {
  const at = outcomes.findIndex(({ weight }) => weight === first.weight);
  const before = outcomes[at];
  const reason = before?.fitted === true ? `${before.reason}; in turn with ${second}` : `fitted in turn with ${second}`;
  outcomes.splice(at < 0 ? outcomes.length : at, 1, { ...first, fitted: true, reason });
}
