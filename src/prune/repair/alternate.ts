/**
 * A layer and the one that alone reads it, fitted in turn. Once units are gone, those that are left need not stay what they
 * were: with W2 f(W1 x) for a pair and R for what is still lacking behind it,
 *
 *  1. what each unit would have to change by is the lack traced back through the second layer, B = f'(W1 x) * W2^T R;
 *  2. the change of W1 is the ridge regression of B on x, by as much as lowers |R| the most to first order;
 *  3. the second layer is refit on the units that this makes.
 *
 * That is one step of block-wise Gauss-Newton, with the covariance of x for the curvature (as in K-FAC, Martens and Grosse
 * 2015), in closed form: no labels, no learning rate. A round stays only where the error behind the pair falls on split B.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { intsOf } from '../../onnx/graph.js';
import { intAttribute } from '../../onnx/ir.js';
import type { Model } from '../../onnx/ir.js';
import { layerShape, toStored } from './layer-rows.js';
import type { Layer } from './layers.js';
import type { Pair } from './pairs.js';
import type { Solution } from './ridge.js';
import type { RowPlan } from './rows.js';
import { geometryOf } from './unfold.js';
import { lackingAt } from './walk.js';
import type { LayerWalk, Place, Shortfall } from './walk.js';

/** Further rounds gain little: on ResNet-20's blocks the first takes a fifth off the error, the second a twelfth. */
const MOST_ROUNDS = 3;
/** A round that takes less than this share off the error is the last. */
const LEAST_GAIN = 0.02;
/** Half the width of the difference quotient for the slope of what lies between. */
const STEP = 0.01;

export interface Alternation {
  readonly walk: LayerWalk;
  readonly pair: Pair;
  /** Of the first layer's own output. */
  readonly plan: RowPlan;
  /** Of the second layer. */
  readonly place: Place;
  /** The fit of a layer's change that does best on the samples that judge. */
  readonly solve: (layer: Layer, fit: Shortfall, judge: Shortfall) => Promise<Solution | string>;
  /** Adds to a layer's weight, at the layer's output, and to its bias. */
  readonly edit: (model: Model, place: Place, change: Pick<Solution, 'delta' | 'constant'>) => Model;
}

/**
 * @param error behind the pair, on split B, per row of the second layer's plan
 * @returns the better model, the error it leaves, and how many rounds it took
 */
export async function alternate(request: Alternation, start: Model, error: number): Promise<{ model: Model; error: number; rounds: number }> {
  let best = { model: start, error, rounds: 0 };
  let known: readonly Shortfall[] | undefined;
  while (best.rounds < MOST_ROUNDS) {
    const traced = await request.walk.moments(best.model, request.plan, (graph, name) => tracedBack(graph, name, request), known);
    if (traced === undefined) break;
    known = traced;
    const next = await round(request, best.model, traced);
    if (next === undefined || !(next.error < (1 - LEAST_GAIN) * best.error)) break;
    best = { ...next, rounds: best.rounds + 1 };
  }
  return best;
}

async function round(request: Alternation, model: Model, [fit, judge]: readonly Shortfall[]): Promise<{ model: Model; error: number } | undefined> {
  const { walk, plan, place, solve, edit } = request;
  const direction = await solve(plan.layer, fit as Shortfall, judge as Shortfall);
  if (typeof direction === 'string') return undefined;
  const length = await stepLength(request, model, direction);
  if (!(length > 0)) return undefined;
  const change = { delta: direction.delta.map((value) => length * value), constant: direction.constant.map((value) => length * value) };
  const moved = edit(model, { plan, target: { value: plan.layer.output, scale: undefined, rectified: false }, kept: null }, change);
  const lacking = await walk.shortfall(moved, place, { rectified: place.target.rectified });
  if (lacking === undefined) return undefined;
  const [left, judged] = lacking as [Shortfall, Shortfall];
  const refit = await solve(place.plan.layer, left, judged);
  return typeof refit === 'string' ? { model: moved, error: judged.energy } : { model: edit(moved, place, refit), error: judged.energy - refit.gain };
}

type Naming = (value: string) => string;

/** B, of the first layer's output's shape. */
function tracedBack(graph: AuxiliaryGraph, name: Naming, { pair, place }: Alternation): string {
  const { second } = pair;
  const lack = atTarget(graph, lackingAt(graph, name, place, place.target.rectified), place);
  const weight = name(second.weight);
  const back = second.node.opType === 'Conv'
    ? graph.node('ConvTranspose', [lack, weight], transposed(place.plan))
    : graph.node('MatMul', [lack, isTurned(second) ? weight : graph.transpose(weight, [1, 0])]);
  return graph.node('Mul', [slope(graph, name, pair), back]);
}

/** A value of the second layer's output's shape, by what each channel of it is worth at the target. */
function atTarget(graph: AuxiliaryGraph, value: string, { target: { scale }, plan: { layer, output } }: Place): string {
  if (scale === undefined) return value;
  return graph.node('Mul', [value, graph.floats(Float32Array.from(scale), [scale.length, ...output.slice(layer.outputChannel + 1).map(() => 1)])]);
}

/** The convolution's attributes, with what its own output size leaves open. */
function transposed({ layer, kernel, input, output }: RowPlan) {
  const { strides, dilations, before, after, output: positions } = geometryOf(layer, kernel, input, output);
  const rest = kernel.map((size, i) => (input[i + 2] ?? 1) - (((positions[i] ?? 1) - 1) * (strides[i] ?? 1) + (size - 1) * (dilations[i] ?? 1) + 1 - (before[i] ?? 0) - (after[i] ?? 0)));
  return { strides: intsOf(strides), dilations: intsOf(dilations), pads: intsOf([...before, ...after]), output_padding: intsOf(rest) };
}

const isTurned = ({ node }: Layer): boolean => node.opType === 'Gemm' && intAttribute(node, 'transB', 0) !== 0;

/** Of what lies between the layers, at what the first one makes. */
function slope(graph: AuxiliaryGraph, name: Naming, { first, second, between }: Pair): string {
  const at = (step: number): string => {
    const moved = new Map([[first.output, graph.node('Add', [name(first.output), graph.floats(Float32Array.of(step), [1])])]]);
    for (const node of between) moved.set(node.outputs[0] ?? '', graph.copy(node, node.inputs.map((input) => moved.get(input) ?? name(input))));
    return moved.get(second.input) ?? '';
  };
  const rise = graph.node('Sub', [at(STEP), at(-STEP)]);
  return graph.node('Mul', [rise, graph.floats(Float32Array.of(1 / (2 * STEP)), [1])]);
}

/** By how much of a change of the first layer the lack falls the most, as if what lies between were straight. */
async function stepLength(request: Alternation, model: Model, direction: Solution): Promise<number> {
  const { walk, pair, place, plan } = request;
  let [along, square] = [0, 0];
  await walk.measure(model, (graph, name) => {
    const lack = lackingAt(graph, name, place, place.target.rectified);
    const inner = graph.node('Mul', [slope(graph, name, pair), changeOf(graph, name, pair, plan, direction)]);
    const effect = atTarget(graph, secondOf(graph, name, pair.second, inner, place.plan.outputs), place);
    const axes = place.plan.output.map((_, axis) => axis);
    return { names: { along: graph.output(graph.reduce('ReduceSum', graph.node('Mul', [effect, lack]), axes)), square: graph.output(graph.reduce('ReduceSumSquare', effect, axes)) } };
  }, (read, fold, names) => {
    // Split B judges the round.
    if (fold !== 0) return;
    along += Number(read(names.along)[0]);
    square += Number(read(names.square)[0]);
  });
  return square > 0 ? along / square : 0;
}

/** What the change of the first layer adds to its output. */
function changeOf(graph: AuxiliaryGraph, name: Naming, { first }: Pair, plan: RowPlan, { delta, constant }: Solution): string {
  const dims = weightDims(first, plan);
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

/** Sizes of the stored weight. */
function weightDims({ inputAxis, outputAxis, kernelAxes }: Layer, { channels, outputs, kernel }: RowPlan): number[] {
  const dims: number[] = [];
  dims[inputAxis] = channels;
  dims[outputAxis] = outputs;
  kernelAxes.forEach((axis, i) => { dims[axis] = kernel[i] ?? 1; });
  return dims;
}
