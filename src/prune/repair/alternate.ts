/**
 * A layer and the one that in the end alone reads it, fitted in turn. Once units are gone, those that are left need not stay what they
 * were: with W2 f(W1 x) for a pair and R for what is still lacking behind it,
 *
 *  1. what each unit would have to change by is the lack traced back through what lies behind it, B = f'(W1 x) * W2^T R (adjoint.ts);
 *  2. the change of W1 is the ridge regression of B on x, by as much as lowers |R| the most to first order;
 *  3. the second layer is refit on the units that this makes.
 *
 * That is one step of block-wise Gauss-Newton, with the covariance of x for the curvature (as in K-FAC, Martens and Grosse
 * 2015), in closed form: no labels, no learning rate. A round stays only where the error behind the pair falls on split B.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { weightTensors } from '../../onnx/constants.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { adjointOf, throughLayer } from './adjoint.js';
import { layerShape, toStored } from './layer-rows.js';
import type { Layer } from './layers.js';
import type { Pair } from './pairs.js';
import type { Change, Decider } from './decisions.js';
import type { Lengths, RowPlan } from './rows.js';
import { lackingAt } from './walk.js';
import type { LayerWalk, Place, Shortfall } from './walk.js';

/** Further rounds gain little: on ResNet-20's blocks the first takes a fifth off the error, the second a twelfth. */
const MOST_ROUNDS = 3;
/** A round that takes less than this share off the error is the last. */
const LEAST_GAIN = 0.02;

export interface AlternationLimits {
  readonly mostRounds: number;
  /** A round that takes less than this share off the error is not kept, and is the last. */
  readonly leastGain: number;
  /** Of the batches that fit, every so many-th is looked at for the length of the step. */
  readonly stepEvery: number;
  /** To choose from for the change of the first layer. */
  readonly ridges?: readonly number[];
}

const LIMITS: AlternationLimits = { mostRounds: MOST_ROUNDS, leastGain: LEAST_GAIN, stepEvery: 1 };

export interface Alternation {
  readonly walk: LayerWalk;
  readonly pair: Pair;
  /** Of the first layer's own output. */
  readonly plan: RowPlan;
  /** Of the second layer. */
  readonly place: Place;
  readonly decider: Decider;
  /** Of the model's values and stored tensors. */
  readonly lengths: Lengths;
  /** Adds to a layer's weight, at the layer's output, and to its bias. */
  readonly edit: (model: Model, place: Place, change: Change) => Model;
}

/**
 * @param error behind the pair, on split B, per row of the second layer's plan
 * @returns the better model, the error it leaves, and how many rounds it took
 */
export async function alternate(request: Alternation, start: Model, error: number, limits = LIMITS): Promise<{ model: Model; error: number; rounds: number }> {
  const { walk, plan, decider, pair } = request;
  const key = `${pair.first.weight} > ${pair.second.weight}`;
  const given = decider.rounds(key);
  const { mostRounds, leastGain } = limits;
  let best = { model: start, error, rounds: 0 };
  let known: readonly Shortfall[] | undefined;
  while (best.rounds < (given ?? mostRounds)) {
    const traced = await walk.moments(best.model, plan, (graph, name) => tracedBack(graph, name, request), known);
    if (traced === undefined) break;
    known = traced;
    const next = await round(request, `${key} ${String(best.rounds)}`, best.model, traced, limits);
    if (next === undefined || (given === undefined && !(next.error < (1 - leastGain) * best.error))) break;
    best = { ...next, rounds: best.rounds + 1 };
  }
  decider.decideRounds(key, best.rounds);
  return best;
}

async function round(request: Alternation, key: string, model: Model, traced: readonly Shortfall[], { stepEvery, ridges }: AlternationLimits): Promise<{ model: Model; error: number } | undefined> {
  const { walk, plan, place, decider, edit } = request;
  const direction = await decider.fit(`${key} first`, plan.layer.weight, traced, ridges);
  if (typeof direction === 'string') return undefined;
  const length = await stepLength(request, model, direction, stepEvery);
  if (!(length > 0)) return undefined;
  const change = { delta: direction.delta.map((value) => length * value), constant: direction.constant.map((value) => length * value) };
  const moved = edit(model, { plan, target: { value: plan.layer.output, scale: undefined, rectified: false }, kept: null }, change);
  const lacking = await walk.shortfall(moved, place, { rectified: place.target.rectified });
  if (lacking === undefined) return undefined;
  const error = lacking.at(-1)?.energy ?? Infinity;
  const refit = await decider.fit(`${key} second`, place.plan.layer.weight, lacking);
  return typeof refit === 'string' ? { model: moved, error } : { model: edit(moved, place, refit), error: error - refit.gain };
}

type Naming = (value: string) => string;

/** B, of the first layer's output's shape. */
function tracedBack(graph: AuxiliaryGraph, name: Naming, { pair: { first, second, between }, place, lengths }: Alternation): string {
  const stretch = { graph, name, lengths };
  const lack = atTarget(graph, lackingAt(graph, name, place, place.target.rectified), place);
  const read = throughLayer(stretch, second.node, lack);
  const traced = read === undefined ? undefined : adjointOf(stretch, between, new Map([[second.input, read]]), first.output);
  if (traced === undefined) throw new Error(`${first.output} was traceable when the pair was found`);
  return traced;
}

/** A value of the second layer's output's shape, by what each channel of it is worth at the target. */
function atTarget(graph: AuxiliaryGraph, value: string, { target: { scale }, plan: { layer, output } }: Place): string {
  if (scale === undefined) return value;
  return graph.node('Mul', [value, graph.floats(Float32Array.from(scale), [scale.length, ...output.slice(layer.outputChannel + 1).map(() => 1)])]);
}

/** The walk's fold that is fitted on; the other one judges the round. */
const FITTING = 0;
/** Share of the first layer's output by which it is moved along a change, to see what that comes to behind the second. */
const NUDGE = 0.01;

/** By how much of a change of the first layer the lack falls the most, as if what lies between were straight. */
async function stepLength(request: Alternation, model: Model, direction: Change, every: number): Promise<number> {
  const { walk, place } = request;
  let [along, square] = [0, 0];
  await walk.measure(model, (graph, name) => {
    const lack = lackingAt(graph, name, place, place.target.rectified);
    const effect = effectOf(graph, name, request, model, direction);
    const axes = place.plan.output.map((_, axis) => axis);
    return { names: { along: graph.output(graph.reduce('ReduceSum', graph.node('Mul', [effect, lack]), axes)), square: graph.output(graph.reduce('ReduceSumSquare', effect, axes)) } };
  }, (read, _, names) => {
    along += Number(read(names.along)[0]);
    square += Number(read(names.square)[0]);
  }, { only: FITTING, every });
  return square > 0 ? along / square : 0;
}

/** What a change of the first layer does at the target, to first order: all that lies between is computed again on a nudged value. */
function effectOf(graph: AuxiliaryGraph, name: Naming, { pair: { first, second, between }, plan, place }: Alternation, model: Model, direction: Change): string {
  const start = name(first.output);
  const change = changeOf(graph, name, first, plan, model, direction);
  const axes = plan.output.map((_, axis) => axis);
  const size = (value: string): string => graph.node('Sqrt', [graph.reduce('ReduceSumSquare', value, axes)]);
  const tiny = graph.floats(Float32Array.of(1e-30), [1]);
  const nudge = graph.node('Div', [graph.node('Mul', [size(start), graph.floats(Float32Array.of(NUDGE), [1])]), graph.node('Add', [size(change), tiny])]);
  const moved = new Map([[first.output, graph.node('Add', [start, graph.node('Mul', [change, nudge])])]]);
  for (const node of between) moved.set(node.outputs[0] ?? '', graph.copy(node, node.inputs.map((input) => moved.get(input) ?? (input === '' ? '' : name(input)))));
  const inner = graph.node('Div', [graph.node('Sub', [moved.get(second.input) ?? '', name(second.input)]), graph.node('Add', [nudge, tiny])]);
  return atTarget(graph, secondOf(graph, name, second, inner, place.plan.outputs), place);
}

/** What the change of the first layer adds to its output. */
function changeOf(graph: AuxiliaryGraph, name: Naming, first: Layer, plan: RowPlan, model: Model, { delta, constant }: Change): string {
  const { dims } = weightTensors(model.graph).get(first.weight) as Tensor;
  const weight = graph.floats(toStored(delta, layerShape(first, dims)), dims);
  const bias = graph.floats(Float32Array.from(constant), [plan.outputs]);
  const input = name(first.input);
  if (first.node.opType === 'MatMul') return graph.node('Add', [graph.node('MatMul', [input, weight]), bias]);
  return graph.copy(first.node, [input, weight, bias]);
}

function secondOf(graph: AuxiliaryGraph, name: Naming, second: Layer, input: string, outputs: number): string {
  const weight = name(second.weight);
  return second.node.opType === 'Gemm' ? graph.copy(second.node, [input, weight, graph.floats(new Float32Array(outputs), [outputs])]) : graph.copy(second.node, [input, weight]);
}
