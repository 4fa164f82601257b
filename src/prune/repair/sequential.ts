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
import { weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Samples } from '../../data/types.js';
import type { Facts } from '../../ops/facts.js';
import type { Runtime } from '../../runtime/types.js';
import { keptAfter } from '../cut.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import { alternate } from './alternate.js';
import type { AlternationLimits } from './alternate.js';
import { Decider } from './decisions.js';
import type { Change, Decisions } from './decisions.js';
import { editLayers } from './edit.js';
import { layerShape, toRows, toStored } from './layer-rows.js';
import { layerContext, layersOf, ranksOf } from './layers.js';
import type { Layer } from './layers.js';
import { lengthsWith, pairsAt, pairWith } from './pairs.js';
import type { Pair } from './pairs.js';
import { MOST_SAMPLES, planRows, ROWS_PER_INPUT } from './rows.js';
import type { Lengths } from './rows.js';
import { downstreamNodes } from './statistics-sites.js';
import { targetOf } from './targets.js';
import { LayerWalk } from './walk.js';
import type { Place, Shortfall } from './walk.js';

/** Samples of split B that judge each layer, and the share of the fitting ones that they may be. */
const JUDGING_SAMPLES = 512;
const JUDGING_SHARE = 1 / 4;
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
/** For the first layer of a pair: its change is a small one, and is judged by what it comes to behind the pair. */
const FEWEST_ROWS_ON_THE_WAY = 0.5;
/** First layers tried with one second: behind a gate there is another beside the one in the main path. */
const MOST_PAIRS = 2;

/** The layers that are fitted in turn with the last one: what is lacking behind that tells too little of earlier ones. */
const LAYERS_TO_LAST = 6;
const SAMPLES_TO_LAST = 2048;
/** Traced back through many layers, what is lacking is mostly noise: ridges are large. */
const TO_LAST: AlternationLimits = { mostRounds: 3, leastGain: 0.005, stepEvery: 4, ridges: [10, 3, 1, 1e-1] };

export interface SequentialRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  /** The dense model and its analysis. */
  readonly prunable: Prunable;
  readonly cut: Cut;
  /** Calibration split A: fits. */
  readonly samples: Samples;
  /** Calibration split B: chooses lambda, and whether a layer is changed. */
  readonly judge: Samples;
  readonly batch: number;
  /** What to aim at instead of the dense model: the one that earlier steps made that of, its weights in `directory`. */
  readonly towards?: Towards;
  /** Values that are off though nothing was cut there: what comes after them is fitted too. */
  readonly changed?: readonly string[];
  /** For comparing plans: fewer samples, fewer rows per unknown, one fit a layer. */
  readonly quick?: boolean;
  /** By weight, [outputs x inputs], 1 where it may change: these layers are refit, whatever was cut. */
  readonly support?: ReadonlyMap<string, Uint8Array>;
  /** Decided by an earlier refit of the same model: nothing is judged, and `judge` is not read. */
  readonly decided?: Decisions;
  readonly onProgress?: (detail: string) => void;
}

export interface Towards {
  readonly model: Model;
  readonly facts: Facts;
  /** What earlier steps have cut off it. */
  readonly cuts: readonly Cut[];
}

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
  const { mostSamples } = effort;
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
      decisions = decider.made;
      for (const [index, layer] of layers.entries()) {
        request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
        const open = new Set(layers.slice(index + 1).map(({ output }) => output));
        // A pair's first layer may still change: what lies behind it is not kept before its second one is done.
        const [held] = pairs.filter(({ first, second }) => first.index < layer.index && second.index >= layer.index).map(({ first }) => first).sort((a, b) => a.index - b.index);
        await walk.goTo(model, held ?? layer);
        const own = { ...request, samples: folds[0] as Samples, rowsPerInput: effort.rowsPerInput };
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
  const folds = [fewOf(request.samples, SAMPLES_TO_LAST, batch), ...(decided === undefined ? [fewOf(request.judge, JUDGING_SAMPLES, batch)] : [])];
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

const beforeLast = (layers: readonly Layer[]): readonly Layer[] => layers.slice(-1 - LAYERS_TO_LAST, -1);

/** How much each layer is worth: less where the last ones are fitted in turn with the last one afterwards. */
function effortOf({ quick, support, prunable, cut }: SequentialRequest, model: Model, layers: readonly Layer[]): Effort {
  if (quick === true) return QUICK;
  const last = layers.at(-1)?.weight ?? '';
  const traced = (layer: Layer): boolean => pairWith(model, [layer.weight, last], ranksOf(prunable.facts), lengthsOf(prunable, cut)) !== undefined;
  return support !== undefined && beforeLast(layers).some(traced) ? BEFORE_LAST : WHOLE;
}

/** The models whose values are to be brought back. */
function towardsOf({ prunable, towards }: Pick<SequentialRequest, 'prunable' | 'towards'>): { dense: Model; facts: Facts } {
  return { dense: towards?.model ?? prunable.model, facts: (towards ?? prunable).facts };
}

/** Layers whose input lost channels or comes after a cut, or that have a support; in graph order. */
function layersToRefit(request: SequentialRequest, model: Model): Layer[] {
  const context = layerContext(model.graph, ranksOf(request.prunable.facts));
  const { support } = request;
  if (support !== undefined) return layersOf(context).filter(({ weight }) => support.has(weight));
  const reached = downstreamNodes(model.graph, changedValues(request));
  return layersOf(context).filter((layer) => reached.has(layer.index));
}

/** What the readers of cut activations make, and what was named besides. */
export function changedValues({ prunable, cut, changed = [] }: Pick<SequentialRequest, 'prunable' | 'cut' | 'changed'>): readonly string[] {
  const readers = prunable.coupling.roles.filter((role) => role.role === 'consumer' && cut.kept(role.value, role.valueAxis) !== null);
  return [...readers.map((role) => prunable.model.graph.nodes[role.node]?.outputs[0] ?? ''), ...changed];
}

/** `samples` are those of the walk. */
type LayerRequest = SequentialRequest & { readonly rowsPerInput?: number };

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

function placeOf({ prunable, samples, cut, rowsPerInput = ROWS_PER_INPUT, towards, support }: LayerRequest, model: Model, layer: Layer, open: ReadonlySet<string>): Place | string {
  const tensor = weightTensors(model.graph).get(layer.weight);
  if (tensor === undefined) return 'its weight is not stored';
  if (tensor.dataType !== DataType.FLOAT && support === undefined) return 'only float32 weights are fitted here';
  if (model.graph.nodes.filter((node) => node.inputs.includes(layer.weight)).length !== 1) return 'another node reads its weight';
  const lengths = lengthsOf(prunable, cut);
  const plan = planRows(layer, tensor.dims, lengths, samples.count, rowsPerInput);
  if (typeof plan === 'string') return plan;
  const target = targetOf(model.graph, layer, open, lengths);
  if (towards !== undefined && !towards.facts.values.has(target.value)) return 'the committed model has no such value';
  return { plan, target, kept: keptAfter([...towards?.cuts ?? [], cut], layer.output, layer.outputChannel) };
}

async function solve({ prunable }: SequentialRequest, model: Model, place: Place, what: string, lacking: readonly Shortfall[], decider: Decider): Promise<Fitted> {
  const { weight } = place.plan.layer;
  const error = lacking.at(-1)?.energy ?? Infinity;
  const fit = await decider.fit(`${weight} ${what}`, weight, lacking);
  if (typeof fit === 'string') return { model, ridge: undefined, reason: fit, place, error };
  const reason = `fitted on ${String(lacking[0]?.rows)} rows of the repaired inputs, ridge ${String(fit.ridge)}`;
  return { model: applyDelta(prunable, model, place, fit), ridge: fit.ridge, reason, place, error: error - fit.gain };
}

/** The pairs that a layer which lost inputs, or weights, is the second of, with a first that lost outputs, or weights; the nearest first. */
function pairsOf({ prunable, cut, support }: SequentialRequest, model: Model, layer: Layer): Pair[] {
  if (support === undefined && cut.kept(layer.input, layer.inputChannel) === null) return [];
  const tensors = weightTensors(model.graph);
  const isFirst = ({ weight, output, outputChannel }: Layer): boolean => (support === undefined ? cut.kept(output, outputChannel) !== null : support.has(weight))
    && tensors.get(weight)?.dataType === DataType.FLOAT && model.graph.nodes.filter((node) => node.inputs.includes(weight)).length === 1;
  return pairsAt(model, layer.weight, ranksOf(prunable.facts), lengthsOf(prunable, cut), isFirst).slice(0, MOST_PAIRS);
}

interface InTurn {
  readonly model: Model;
  /** What is lacking behind the pairs on split B. */
  readonly error: number;
  /** First layers that have changed. */
  readonly helped: readonly Layer[];
  readonly text: string;
}

/** @param firsts weights of the layers that were held for it */
async function alternatePairs(request: SequentialRequest, walk: LayerWalk, { model, place, error }: Fitted, layer: Layer, firsts: readonly string[], decider: Decider): Promise<InTurn> {
  let done: InTurn = { model, error, helped: [], text: '' };
  for (const weight of firsts) {
    // A bias that was added since has moved the nodes.
    const pair = pairsOf(request, done.model, layer).find(({ first }) => first.weight === weight);
    if (pair !== undefined) done = await alternatePair(request, walk, place, done, pair, decider);
  }
  return done;
}

async function alternatePair({ prunable, samples, cut, onProgress }: SequentialRequest, walk: LayerWalk, place: Place, done: InTurn, pair: Pair, decider: Decider, limits?: AlternationLimits): Promise<InTurn> {
  const { model, error } = done;
  const first = namesOf(pair.first).node;
  onProgress?.(`${first} and ${namesOf(pair.second).node} in turn`);
  const tensor = weightTensors(model.graph).get(pair.first.weight) as Tensor;
  const plan = planRows(pair.first, tensor.dims, lengthsOf(prunable, cut), samples.count, ROWS_PER_INPUT, FEWEST_ROWS_ON_THE_WAY);
  if (typeof plan === 'string') return { ...done, text: `${done.text}; not in turn with ${first}: ${plan}` };
  const better = await alternate({
    walk, pair, plan, place, lengths: lengthsWith(model, lengthsOf(prunable, cut)), decider,
    edit: (from, at, change) => applyDelta(prunable, from, at, change),
  }, model, error, limits);
  if (better.rounds === 0) return { ...done, text: `${done.text}; in turn with ${first} it gets no better` };
  const text = `; in turn with ${first}, ${String(better.rounds)} round${better.rounds === 1 ? '' : 's'}: ${(100 * (1 - better.error / error)).toFixed(0)} % less error`;
  return { model: better.model, error: better.error, helped: [...done.helped, pair.first], text: `${done.text}${text}` };
}

/** Sizes as the cut leaves them. */
function lengthsOf({ facts }: Prunable, cut: Cut): Lengths {
  return (value) => facts.values.get(value)?.dims.map((size, axis) => cut.kept(value, axis)?.length ?? size);
}

/** One outcome a layer: one that was fitted before adds a word, one that stayed as it was has changed after all. */
function noteInTurn(outcomes: LayerOutcome[], first: { weight: string; node: string }, second: string): void {
  const at = outcomes.findIndex(({ weight }) => weight === first.weight);
  const before = outcomes[at];
  const reason = before?.fitted === true ? `${before.reason}; in turn with ${second}` : `fitted in turn with ${second}`;
  outcomes.splice(at < 0 ? outcomes.length : at, 1, { ...first, fitted: true, reason });
}

const namesOf = (layer: Layer): { weight: string; node: string } => ({ weight: layer.weight, node: layer.node.name || layer.output });

/** Adds delta to the weight, in its stored layout, and what is left of the means to the bias. */
export function applyDelta(prunable: Prunable, model: Model, { plan, target }: Place, { delta, constant }: Change): Model {
  const { layer } = plan;
  const tensor = weightTensors(model.graph).get(layer.weight) as Tensor;
  const shape = layerShape(layer, tensor.dims);
  const rows = toRows(tensorToFloat32(tensor), shape);
  const shift = new Float64Array(shape.outputs);
  for (let output = 0; output < shape.outputs; output++) {
    const scale = target.scale?.[output] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(scale) < 1e-6) continue;
    for (let at = output * plan.inputs; at < (output + 1) * plan.inputs; at++) rows[at] = (rows[at] as number) + (delta[at] as number) / scale / layer.gain;
    shift[output] = (constant[output] as number) / scale;
  }
  const edits = { weights: new Map([[layer.weight, toStored(rows, shape)]]), layers: new Map([[outputOf(model, layer), { shift }]]) };
  return editLayers(model, edits, ranksOf(prunable.facts));
}

/** An inserted bias takes over the name that the layer's node had. */
function outputOf({ graph }: Model, { node }: Layer): string {
  const [output = ''] = node.outputs;
  const maker = graph.nodes.find(({ outputs }) => outputs[0] === output);
  return maker?.opType === 'Add' ? maker.inputs[0] ?? output : output;
}
