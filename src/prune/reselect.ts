/**
 * Which units go, chosen again on what the repaired model computes. The criterion saw the dense model; in depth, the inputs
 * of a layer are those that earlier cuts left, and what it is to make up for is known (METHODS: "reselection").
 *
 * A walk like that of the sequential refit, over the dense graph with weights of cut inputs set to zero, so that no size changes:
 *
 *  1. What a group gives up at several layers, or at one that cannot be fitted, stays as it was chosen: zeros from the start.
 *  2. At a layer that alone reads a group, the weights are fitted on all of the group's units, towards the layer's target.
 *  3. From there units are eliminated one by one, the least harmful first, as many as were to go (elimination.ts).
 *  4. Every other layer behind a cut is refit, so that the next one sees inputs close to those of the repaired model.
 *
 * Counts stay, and with them the cost. The caller decides on calibration split B whether the new choice is the better one.
 */
import { withProducts } from '../calibrate/products.js';
import type { Multiply } from '../kernels/matmul.js';
import { diagonal } from '../kernels/symmetric.js';
import { replaceTensors, weightTensors } from '../onnx/constants.js';
import { indexGraph } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { tensorToFloat32, withValues } from '../onnx/tensors.js';
import { Elimination } from './elimination.js';
import type { Prunable } from './prunable.js';
import { CHOOSING, openWalk, placeAt } from './repair/choosing.js';
import type { ChoosingRequest } from './repair/choosing.js';
import { layerShape, toRows } from './repair/layer-rows.js';
import type { LayerShape } from './repair/layer-rows.js';
import { layerContext, layersOf, ranksOf } from './repair/layers.js';
import type { Layer } from './repair/layers.js';
import { bestRidge, constantOf } from './repair/ridge.js';
import type { Solution } from './repair/ridge.js';
import { planRows } from './repair/rows.js';
import { applyDelta } from './repair/places.js';
import { downstreamNodes } from './repair/statistics-sites.js';
import type { LayerWalk, Place, Shortfall } from './repair/walk.js';
import type { AxisUse, Group, Selection } from './types.js';

/** Eliminating takes O(inputs^3). */
export const MOST_INPUTS = 1200;

/** A group whose units are chosen where its only reader is reached. */
interface Open {
  readonly group: Group;
  readonly column: number;
  readonly layer: Layer;
}

/** As many units of each group as in `selection`; undefined where no group can be chosen again. */
export async function reselectUnits(request: ChoosingRequest, selection: Selection): Promise<Selection | undefined> {
  const { prunable } = request;
  const { graph } = prunable.model;
  const layers = layersOf(layerContext(graph, ranksOf(prunable.facts)));
  const groups = prunable.analysis.groups.filter(({ name }) => selection.removed.has(name));
  const open = openGroups(request, groups, layers);
  if (open.size === 0) return undefined;
  const fixed = groups.filter((group) => ![...open.values()].some((each) => each.group === group));
  const start = zeroed(prunable, fixed, selection);
  const walk = openWalk(request, start);
  if (walk === undefined) return undefined;
  const readers = groups.flatMap(({ axes }) => axes.filter(({ role }) => role === 'consumer').map(({ node }) => graph.nodes[node]?.outputs[0] ?? ''));
  const reached = downstreamNodes(graph, readers);
  const behind = layers.filter(({ index }) => reached.has(index));
  try {
    return await withProducts(request.runtime, (multiply) => new Reselection(request, walk, selection, fixed, open, multiply).walk(start, behind));
  } finally {
    await walk.close();
  }
}

/** Of the weights [outputs x inputs] and the bias [outputs], as they are worth at the layer's target. */
type Change = Pick<Solution, 'delta' | 'constant'>;

/** Inputs of these channels: all taps of each. */
function inputsOf(channels: readonly number[], { taps, channels: count }: LayerShape): number[] {
  return channels.flatMap((channel) => Array.from({ length: taps }, (_, tap) => tap * count + channel));
}

class Reselection {
  readonly #removed: Map<string, readonly number[]>;
  /** By consumer node: input positions that are gone from the start. */
  readonly #gone = new Map<number, Set<number>>();

  constructor(
    private readonly request: ChoosingRequest, private readonly streams: LayerWalk, selection: Selection, fixed: readonly Group[],
    private readonly open: ReadonlyMap<number, Open>, private readonly multiply: Multiply,
  ) {
    this.#removed = new Map(selection.removed);
    for (const group of fixed) {
      for (const [use, positions] of cutInputs(group, selection)) this.#gone.set(use.node, new Set([...(this.#gone.get(use.node) ?? []), ...positions]));
    }
  }

  async walk(start: Model, layers: readonly Layer[]): Promise<Selection> {
    let model = start;
    for (const [index, layer] of layers.entries()) {
      const later = new Set(layers.slice(index + 1).map(({ output }) => output));
      model = await this.#visit(model, layer, later);
    }
    return { removed: this.#removed };
  }

  async #visit(model: Model, layer: Layer, later: ReadonlySet<string>): Promise<Model> {
    const { prunable } = this.request;
    const open = this.open.get(layer.index);
    const place = placeOf(this.request, model, layer, later);
    if (place === undefined) return this.#asChosen(model, open);
    await this.streams.goTo(model, layer);
    const lacking = await this.streams.shortfall(model, place);
    if (lacking === undefined) return this.#asChosen(model, open);
    const columns = this.#columns(place);
    const fit = await this.#fit(lacking, columns, place.plan.inputs);
    const change = open === undefined ? fit : this.#eliminate(open, place, lacking[0] as Shortfall, columns, fit?.delta);
    return change === undefined ? model : applyDelta(prunable, model, place, change);
  }

  /** Chooses the group's units on weights that are fitted already; the change of the weights that leaves the others. */
  #eliminate({ group, column }: Open, { plan, target }: Place, { covariance, meanU, meanR }: Shortfall, columns: readonly number[], fitted: Float64Array | undefined): Change {
    const { layer, inputs: d } = plan;
    const tensor = this.request.prunable.tensors.get(layer.weight) as Tensor;
    const shape = layerShape(layer, tensor.dims);
    // What the weights are worth at the target, where the fits are made.
    const now = toRows(tensorToFloat32(tensor), shape).map((value, at) => value * layer.gain * (target.scale?.[Math.floor(at / d)] ?? 1));
    const weights = now.map((value, at) => value + (fitted?.[at] ?? 0));
    const units = group.units.map((unit) => inputsOf(unit.positions[column] ?? [], shape));
    const staying = new Set(columns);
    const gone = Array.from({ length: d }, (_, input) => input).filter((input) => !staying.has(input));
    const elimination = new Elimination([{ weights, d, covariance, variance: diagonal(covariance, d), units: [...units, gone] }]);
    elimination.remove(units.length);
    const chosen: number[] = [];
    for (const count = this.#removed.get(group.name)?.length ?? 0; chosen.length < count;) {
      const { unit } = elimination.leastHarmful();
      elimination.remove(unit);
      chosen.push(unit);
    }
    this.#removed.set(group.name, chosen.sort((a, b) => a - b));
    const [left] = elimination.weights() as [Float64Array];
    const delta = left.map((value, at) => value - (now[at] as number));
    return { delta, constant: constantOf({ meanU, meanR }, delta) };
  }

  /** A layer that cannot be fitted keeps the choice that was made before. */
  #asChosen(model: Model, open: Open | undefined): Model {
    if (open === undefined) return model;
    const stored = weightsOf(model, open.layer.weight);
    return stored === undefined ? model : withZeros(model, stored, open.layer.inputAxis, [...cutInputs(open.group, { removed: this.#removed }).values()].flat());
  }

  /** Inputs that are not gone from the start. */
  #columns({ plan }: Place): number[] {
    const gone = this.#gone.get(plan.layer.index) ?? new Set();
    return Array.from({ length: plan.inputs }, (_, input) => input).filter((input) => !gone.has(input % plan.channels));
  }

  async #fit(lacking: readonly Shortfall[], columns: readonly number[], d: number): Promise<Change | undefined> {
    const [fit, judge] = lacking.map((each) => restricted(each, columns)) as [Shortfall, Shortfall];
    const solution = await bestRidge(fit, judge, this.multiply);
    if (typeof solution === 'string') return undefined;
    const { delta, constant } = solution;
    const outputs = constant.length;
    const whole = new Float64Array(outputs * d);
    for (let output = 0; output < outputs; output++) columns.forEach((column, i) => { whole[output * d + column] = delta[output * columns.length + i] as number; });
    return { delta: whole, constant };
  }
}

function restricted({ meanU, covariance, meanR, cross, ...rest }: Shortfall, columns: readonly number[]): Shortfall {
  const [d, e] = [meanU.length, meanR.length];
  if (columns.length === d) return { ...rest, meanU, covariance, meanR, cross };
  const own = Float64Array.from(columns, (column) => meanU[column] as number);
  const inner = new Float64Array(columns.length ** 2);
  const outer = new Float64Array(columns.length * e);
  columns.forEach((row, i) => {
    columns.forEach((column, j) => { inner[i * columns.length + j] = covariance[row * d + column] as number; });
    outer.set(cross.subarray(row * e, (row + 1) * e), i * e);
  });
  return { ...rest, meanU: own, covariance: inner, meanR, cross: outer };
}

/** Groups with one reader, a plain float32 layer of moderate size that reads no other cut group, by that layer's node. */
function openGroups({ prunable, samples }: ChoosingRequest, groups: readonly Group[], layers: readonly Layer[]): Map<number, Open> {
  const byNode = new Map(layers.map((layer) => [layer.index, layer]));
  const index = indexGraph(prunable.model.graph);
  const read = new Map<number, number>();
  for (const { axes } of groups) for (const { role, node } of axes) if (role === 'consumer') read.set(node, (read.get(node) ?? 0) + 1);
  const open = new Map<number, Open>();
  for (const group of groups) {
    const columns = [...group.axes.keys()].filter((column) => ['consumer', 'recurrent'].includes(group.axes[column]?.role ?? ''));
    const [column = -1, another] = columns;
    const use = group.axes[column];
    const layer = byNode.get(use?.node ?? -1);
    if (use === undefined || layer === undefined || another !== undefined || read.get(layer.index) !== 1) continue;
    if (layer.weight !== use.tensor || layer.inputAxis !== use.axis || (index.consumers.get(layer.weight) ?? []).length !== 1) continue;
    const tensor = prunable.tensors.get(layer.weight);
    if (tensor?.dataType !== DataType.FLOAT) continue;
    const plan = planRows(layer, tensor.dims, (value) => prunable.facts.values.get(value)?.dims, Math.min(samples.count, CHOOSING.mostSamples), CHOOSING.rowsPerInput);
    if (typeof plan !== 'string' && plan.inputs <= MOST_INPUTS) open.set(layer.index, { group, column, layer });
  }
  return open;
}

function placeOf(request: ChoosingRequest, model: Model, layer: Layer, later: ReadonlySet<string>): Place | undefined {
  const tensor = request.prunable.tensors.get(layer.weight);
  if (tensor?.dataType !== DataType.FLOAT || model.graph.nodes.filter((node) => node.inputs.includes(layer.weight)).length !== 1) return undefined;
  return placeAt(request, model, layer, tensor.dims, later);
}

/** The positions that a group's readers lose. */
function cutInputs(group: Group, selection: Selection): Map<AxisUse, number[]> {
  const units = selection.removed.get(group.name) ?? [];
  return new Map(group.axes.flatMap((use, column) => (use.role === 'consumer' ? [[use, units.flatMap((unit) => group.units[unit]?.positions[column] ?? [])] as const] : [])));
}

/** The dense model with the inputs of these groups' cut units silenced, where a reader's weight is a stored float32 tensor. */
function zeroed({ model, tensors }: Prunable, groups: readonly Group[], selection: Selection): Model {
  let result = model;
  for (const group of groups) {
    for (const [use, positions] of cutInputs(group, selection)) {
      const stored = weightsOf(result, use.tensor);
      if (tensors.get(use.tensor)?.dataType === DataType.FLOAT && stored !== undefined) result = withZeros(result, stored, use.axis, positions);
    }
  }
  return result;
}

const weightsOf = (model: Model, name: string): Tensor | undefined => weightTensors(model.graph).get(name);

function withZeros(model: Model, tensor: Tensor, axis: number, positions: readonly number[]): Model {
  const values = Float32Array.from(tensorToFloat32(tensor));
  const inner = tensor.dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const size = tensor.dims[axis] ?? 1;
  for (let block = 0; block < values.length; block += size * inner) {
    for (const position of positions) values.fill(0, block + position * inner, block + (position + 1) * inner);
  }
  return replaceTensors(model, new Map([[tensor.name, withValues(tensor, tensor.dims, values)]]));
}
