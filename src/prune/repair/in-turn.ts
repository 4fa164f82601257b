/** Pairs of layers fitted in turn (alternate.ts) on the walk of a refit. */
import { weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { alternate } from './alternate.js';
import type { AlternationLimits } from './alternate.js';
import type { Decider } from './decisions.js';
import { ranksOf } from './layers.js';
import type { Layer } from './layers.js';
import { lengthsWith, pairsAt } from './pairs.js';
import type { Pair } from './pairs.js';
import { applyDelta, lengthsOf, namesOf } from './places.js';
import type { SequentialRequest } from './places.js';
import { planRows, ROWS_PER_INPUT } from './rows.js';
import type { LayerWalk, Place } from './walk.js';

/** For the first layer of a pair: its change is a small one, and is judged by what it comes to behind the pair. */
const FEWEST_ROWS_ON_THE_WAY = 0.5;
/** First layers tried with one second: behind a gate there is another beside the one in the main path. */
const MOST_PAIRS = 2;

export interface InTurn {
  readonly model: Model;
  /** What is lacking behind the pairs on split B. */
  readonly error: number;
  /** First layers that have changed. */
  readonly helped: readonly Layer[];
  readonly text: string;
}

/** A second layer as it was fitted alone: the model with it, and what is lacking behind it on split B. */
interface Second {
  readonly model: Model;
  readonly place: Place;
  readonly error: number;
}

/** @param firsts weights of the layers that were held for it */
export async function alternatePairs(request: SequentialRequest, walk: LayerWalk, { model, place, error }: Second, layer: Layer, firsts: readonly string[], decider: Decider): Promise<InTurn> {
  let done: InTurn = { model, error, helped: [], text: '' };
  for (const weight of firsts) {
    // A bias that was added since has moved the nodes.
    const pair = pairsOf(request, done.model, layer).find(({ first }) => first.weight === weight);
    if (pair !== undefined) done = await alternatePair(request, walk, place, done, pair, decider);
  }
  return done;
}

export async function alternatePair({ prunable, samples, cut, onProgress }: SequentialRequest, walk: LayerWalk, place: Place, done: InTurn, pair: Pair, decider: Decider, limits?: AlternationLimits): Promise<InTurn> {
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

/** The pairs that a layer which lost inputs, or weights, is the second of, with a first that lost outputs, or weights; the nearest first. */
export function pairsOf({ prunable, cut, support }: SequentialRequest, model: Model, layer: Layer): Pair[] {
  if (support === undefined && cut.kept(layer.input, layer.inputChannel) === null) return [];
  const tensors = weightTensors(model.graph);
  const isFirst = ({ weight, output, outputChannel }: Layer): boolean => (support === undefined ? cut.kept(output, outputChannel) !== null : support.has(weight))
    && tensors.get(weight)?.dataType === DataType.FLOAT && model.graph.nodes.filter((node) => node.inputs.includes(weight)).length === 1;
  return pairsAt(model, layer.weight, ranksOf(prunable.facts), lengthsOf(prunable, cut), isFirst).slice(0, MOST_PAIRS);
}
