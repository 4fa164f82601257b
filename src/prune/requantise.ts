/**
 * From refit float weights back to integers, by the scheme that the model's own weights follow: per tensor or per channel,
 * symmetric around the zero point or not, in as many levels as were used.
 *
 *     symmetric    s = max |w| / limit                  q = round(w / s) + z
 *     asymmetric   s = (max - min) / (high - low)       z = round(low - min / s),  with 0 between min and max
 *     bias         s = s_x s_w, so that integer kernels can add it to the products;  q = round(b / s)
 *
 * What did not change stays as it was stored, byte for byte.
 */
import { replaceTensors, weightTensors } from '../onnx/constants.js';
import { allNames, freshName, indexGraph } from '../onnx/graph.js';
import { DataType, intAttribute } from '../onnx/ir.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';
import { makeTensor, tensorToFloat32, tensorToNumbers } from '../onnx/tensors.js';
import type { TypedArray } from '../onnx/tensors.js';
import { weightDequantisers } from './float-weights.js';
import { dequantise } from './twin.js';

/** Integers that stand for a tensor: [levels], and one scale and zero point per channel. */
interface Quantised {
  readonly levels: Float64Array;
  readonly scales: Float32Array;
  readonly zeros: readonly number[];
}

interface Range { readonly low: number; readonly high: number; readonly make: (values: Float64Array) => TypedArray }

const RANGES: ReadonlyMap<number, Range> = new Map<number, Range>([
  [DataType.INT8, { low: -128, high: 127, make: (values) => Int8Array.from(values) }],
  [DataType.UINT8, { low: 0, high: 255, make: (values) => Uint8Array.from(values) }],
  [DataType.INT16, { low: -32768, high: 32767, make: (values) => Int16Array.from(values) }],
  [DataType.UINT16, { low: 0, high: 65535, make: (values) => Uint16Array.from(values) }],
  [DataType.INT32, { low: -(2 ** 31), high: 2 ** 31 - 1, make: (values) => Int32Array.from(values) }],
]);

/**
 * @param model the quantised model with float weights, some of them changed, perhaps with nodes and biases added
 * @param quantised the same before the change, as it is stored
 */
export function requantised(model: Model, quantised: Model): Model {
  const dequantisers = weightDequantisers(quantised);
  if (dequantisers.size === 0) return model;
  const stored = weightTensors(quantised.graph);
  const wanted = weightTensors(model.graph);
  const changes = new Map<string, Quantised>();
  for (const [value, node] of dequantisers) {
    const tensor = stored.get(node.inputs[0] ?? '') as Tensor;
    const values = wanted.get(value);
    if (values === undefined || tensor.dataType === DataType.INT32) continue;
    const next = tensorToFloat32(values);
    if (!sameValues(next, tensorToFloat32(dequantise(node, tensor, stored)))) changes.set(value, quantise(next, node, tensor, stored));
  }
  const scaleOf = (value: string): Float32Array | undefined => changes.get(value)?.scales ?? scalesOf(dequantisers.get(value), stored);
  for (const [value, node] of dequantisers) {
    const tensor = stored.get(node.inputs[0] ?? '') as Tensor;
    const values = wanted.get(value);
    if (values === undefined || tensor.dataType !== DataType.INT32) continue;
    const scales = productScales(quantised, value, stored, scaleOf) ?? scalesOf(node, stored) ?? Float32Array.of(1);
    const next = tensorToFloat32(values);
    const same = sameValues(next, tensorToFloat32(dequantise(node, tensor, stored))) && sameValues(scales, scalesOf(node, stored) ?? scales);
    if (!same) changes.set(value, quantiseBias(next, scales));
  }
  return write(model, quantised, dequantisers, changes);
}

function sameValues(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function scalesOf(node: Node | undefined, stored: ReadonlyMap<string, Tensor>): Float32Array | undefined {
  const scale = stored.get(node?.inputs[1] ?? '');
  return scale === undefined ? undefined : tensorToFloat32(scale);
}

/** Per channel of the scale, or one channel for all. */
function channelsOf(node: Node, tensor: Tensor, count: number): (index: number) => number {
  if (count === 1) return () => 0;
  const listed = intAttribute(node, 'axis', 1);
  const axis = listed < 0 ? listed + tensor.dims.length : listed;
  const inner = tensor.dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  return (index) => Math.floor(index / inner) % (tensor.dims[axis] ?? 1);
}

function quantise(values: Float32Array, node: Node, tensor: Tensor, stored: ReadonlyMap<string, Tensor>): Quantised {
  const range = RANGES.get(tensor.dataType) as Range;
  const count = scalesOf(node, stored)?.length ?? 1;
  const channel = channelsOf(node, tensor, count);
  const zeroTensor = stored.get(node.inputs[2] ?? '');
  const before = zeroTensor === undefined ? [0] : tensorToNumbers(zeroTensor);
  const middle = range.low < 0 ? 0 : (range.high + 1) / 2;
  const [least, most] = [new Float64Array(count), new Float64Array(count)];
  values.forEach((value, i) => {
    least[channel(i)] = Math.min(least[channel(i)] as number, value);
    most[channel(i)] = Math.max(most[channel(i)] as number, value);
  });
  const symmetric = before.every((zero) => zero === middle);
  const limit = symmetricLimit(tensorToNumbers(tensor), middle, range);
  const grids = Array.from({ length: count }, (_, c) => (symmetric
    ? { scale: Math.fround(Math.max(-(least[c] as number), most[c] as number) / limit) || 1, zero: middle }
    : asymmetric(least[c] as number, most[c] as number, range)));
  const levels = Float64Array.from(values, (value, i) => {
    const { scale, zero } = grids[channel(i)] as { scale: number; zero: number };
    return Math.min(range.high, Math.max(range.low, Math.round(value / scale) + zero));
  });
  return { levels, scales: Float32Array.from(grids, ({ scale }) => scale), zeros: grids.map(({ zero }) => zero) };
}

/** Weights are often kept to half the levels (`reduce_range`), since some kernels saturate in between. */
function symmetricLimit(levels: readonly number[], middle: number, { high }: Range): number {
  const used = levels.reduce((most, level) => Math.max(most, Math.abs(level - middle)), 0);
  const [all, half] = [high - middle, Math.floor((high - middle + 1) / 2)];
  return used > 0 && used <= half ? half : all;
}

function asymmetric(least: number, most: number, { low, high }: Range): { scale: number; zero: number } {
  const scale = Math.fround((most - least) / (high - low)) || 1;
  return { scale, zero: Math.min(high, Math.max(low, Math.round(low - least / scale))) };
}

function quantiseBias(values: Float32Array, scales: Float32Array): Quantised {
  const { low, high } = RANGES.get(DataType.INT32) as Range;
  const levels = Float64Array.from(values, (value, i) => {
    const scale = scales[scales.length === 1 ? 0 : i] || 1;
    return Math.min(high, Math.max(low, Math.round(value / scale)));
  });
  return { levels, scales, zeros: Array.from(scales, () => 0) };
}

/** Scale of the input times those of the weight, for the bias of a layer whose input is quantised as a whole. */
function productScales(
  { graph }: Model, bias: string, stored: ReadonlyMap<string, Tensor>, scaleOf: (value: string) => Float32Array | undefined,
): Float32Array | undefined {
  const index = indexGraph(graph);
  const readers = (index.consumers.get(bias) ?? []).map((reader) => graph.nodes[reader] as Node);
  const [layer] = readers;
  if (readers.length !== 1 || layer?.inputs[2] !== bias) return undefined;
  const source = graph.nodes[index.producer.get(layer.inputs[0] ?? '') ?? -1];
  const own = source?.opType === 'DequantizeLinear' ? scalesOf(source, stored) : undefined;
  const weights = scaleOf(layer.inputs[1] ?? '');
  if (own?.length !== 1 || weights === undefined) return undefined;
  return weights.map((scale) => scale * (own[0] as number));
}

/** Constants go back to the nodes that dequantised them. */
function write(model: Model, quantised: Model, dequantisers: ReadonlyMap<string, Node>, changes: ReadonlyMap<string, Quantised>): Model {
  const stored = weightTensors(quantised.graph);
  const { consumers } = indexGraph(quantised.graph);
  const taken = allNames(model.graph);
  const replaced = new Map<string, Tensor>();
  const added = new Map<string, Tensor>();
  /** In place where only this node reads it, else a copy of its own. */
  const put = (name: string, dataType: number, dims: readonly number[], values: TypedArray): string => {
    const own = (consumers.get(name) ?? []).length === 1 && !replaced.has(name);
    const target = own ? name : freshName(taken, name);
    (own ? replaced : added).set(target, makeTensor(target, dataType, dims, values));
    return target;
  };
  const nodes = model.graph.nodes.map((node) => {
    const value = node.outputs[0] ?? '';
    const original = node.opType === 'Constant' ? dequantisers.get(value) : undefined;
    if (original === undefined) return node;
    const change = changes.get(value);
    return change === undefined ? original : { ...original, inputs: storedInputs(original, change, stored, put) };
  });
  const merged: Model = { ...model, graph: { ...model.graph, nodes, initializers: new Map([...model.graph.initializers, ...added]) } };
  return replaceTensors(merged, replaced);
}

function storedInputs(
  { inputs }: Node, { levels, scales, zeros }: Quantised, stored: ReadonlyMap<string, Tensor>,
  put: (name: string, dataType: number, dims: readonly number[], values: TypedArray) => string,
): string[] {
  const [name = '', scaleName = '', zeroName = ''] = inputs;
  const [tensor, scale, zero] = [stored.get(name) as Tensor, stored.get(scaleName) as Tensor, stored.get(zeroName)];
  const dims = scale.dims.length === 0 && scales.length === 1 ? [] : [scales.length];
  const written = [
    put(name, tensor.dataType, tensor.dims, (RANGES.get(tensor.dataType) as Range).make(levels)),
    put(scaleName, scale.dataType, dims, scales),
  ];
  if (zero === undefined) return written;
  return [...written, put(zeroName, zero.dataType, dims, (RANGES.get(zero.dataType) as Range).make(Float64Array.from(zeros)))];
}
