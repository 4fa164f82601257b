/**
 * Linear layers of a graph: nodes that multiply an activation by a stored weight and may add a bias. What repair needs
 * to know of Conv, ConvTranspose, Gemm, MatMul and Einsum, and of what onnxruntime's optimizer fuses them to, whichever way
 * their weight and bias are written.
 */
import { weightTensors } from '../../onnx/constants.js';
import { indexGraph } from '../../onnx/graph.js';
import type { GraphIndex } from '../../onnx/graph.js';
import { DataType, floatAttribute, intAttribute, intsAttribute, stringAttribute } from '../../onnx/ir.js';
import type { Graph, Node, Tensor } from '../../onnx/ir.js';
import { isFloatType } from '../../onnx/tensors.js';
import { parseEquation } from '../../ops/einsum.js';
import type { Facts } from '../../ops/facts.js';

/** Where the bias is, or is to be put. */
export type BiasPlace =
  /** Input `position` of the node itself; `tensor` is undefined where there is none yet. The node adds factor * bias. */
  | { readonly kind: 'operand'; readonly position: number; readonly tensor: string | undefined; readonly factor: number }
  /** A constant that the Add after the node adds. */
  | { readonly kind: 'add'; readonly node: number; readonly position: number; readonly tensor: string }
  /** Nowhere: an Add is to be inserted behind the node. `hidden`: it adds one that is not stored as a plain row. */
  | { readonly kind: 'none'; readonly hidden: boolean };

export interface Layer {
  /** Index in `graph.nodes`. */
  readonly index: number;
  readonly node: Node;
  /** The activation it reads and its channel axis. */
  readonly input: string;
  readonly inputChannel: number;
  /** The stored weight and its axes over inputs and outputs. */
  readonly weight: string;
  readonly inputAxis: number;
  readonly outputAxis: number;
  /** Axes of the stored weight over kernel taps, in the order of the spatial axes; empty for products. */
  readonly kernelAxes: readonly number[];
  /** ONNX element type of what the node computes. */
  readonly elementType: number;
  /** Depthwise and grouped convolutions: how many groups (1 otherwise). */
  readonly groups: number;
  readonly bias: BiasPlace;
  /** The value with the bias added, and its channel axis. */
  readonly output: string;
  readonly outputChannel: number;
  /** The node computes gain * (W x): alpha. */
  readonly gain: number;
  /** The node applies an activation after the bias: its output is not linear in the weight. */
  readonly activated: boolean;
}

/** A graph with what describing layers looks up again and again. */
export interface LayerContext {
  readonly graph: Graph;
  readonly index: GraphIndex;
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** Number of axes of a value; undefined where it is not known. */
  rank(value: string): number | undefined;
}

/** Number of axes of each value, as the facts have them. */
export function ranksOf({ values }: Facts): (value: string) => number | undefined {
  return (value) => values.get(value)?.dims.length;
}

/** @param rank of values as they were probed: a layer before a bias that was inserted since is looked up by what the bias makes */
export function layerContext(graph: Graph, rank: (value: string) => number | undefined): LayerContext {
  const index = indexGraph(graph);
  const ownRank = (value: string): number | undefined => rank(value) ?? rank(sumOf(graph, index, value) ?? '');
  return { graph, index, tensors: weightTensors(graph), rank: ownRank };
}

/** What the Add that alone reads a value makes: where a bias was inserted, the facts know only that name. */
function sumOf(graph: Graph, index: GraphIndex, value: string): string | undefined {
  const [reader, another] = index.consumers.get(value) ?? [];
  const node = graph.nodes[reader ?? -1];
  return another === undefined && node?.opType === 'Add' && node.domain === '' ? node.outputs[0] : undefined;
}

/** Every layer of the graph whose output is linear in its weight, in the graph's order. */
export function layersOf(context: LayerContext): readonly Layer[] {
  return context.graph.nodes.flatMap((_, index) => {
    const layer = layerAt(context, index);
    return typeof layer === 'string' || layer.activated ? [] : [layer];
  });
}

/** The layer at a node, or why it is none that can be changed. */
export function layerAt(context: LayerContext, index: number): Layer | string {
  const node = context.graph.nodes[index] as Node;
  const describe = DESCRIBE.get(node.domain === '' ? node.opType : `${node.domain}:${node.opType}`);
  return describe === undefined ? `${node.opType} is no linear layer` : describe(context, node, index);
}

const DESCRIBE: ReadonlyMap<string, (context: LayerContext, node: Node, index: number) => Layer | string> = new Map([
  ['Conv', convolution], ['ConvTranspose', convolution], ['Gemm', gemm], ['MatMul', matMul], ['Einsum', einsum],
  ['com.microsoft:FusedConv', convolution], ['com.microsoft:FusedGemm', gemm], ['com.microsoft:FusedMatMul', matMul],
]);

/** Fused with an activation a node's bias has to be its own: nothing can be added in front of the activation. */
function withActivation(layer: Omit<Layer, 'activated'>): Layer | string {
  const activated = layer.node.attributes.has('activation');
  return activated && layer.bias.kind === 'none' ? 'its bias cannot be changed in front of its activation' : { ...layer, activated };
}

function convolution(context: LayerContext, node: Node, index: number): Layer | string {
  const weight = storedWeight(context, node.inputs[1] ?? '');
  if (typeof weight === 'string') return weight;
  const transposed = node.opType === 'ConvTranspose';
  return withActivation({
    index, node, input: node.inputs[0] ?? '', inputChannel: 1, weight: weight.tensor, elementType: weight.elementType,
    inputAxis: weight.axis(transposed ? 0 : 1), outputAxis: weight.axis(transposed ? 1 : 0),
    kernelAxes: Array.from({ length: weight.rank - 2 }, (_, axis) => weight.axis(axis + 2)),
    groups: intAttribute(node, 'group', 1), gain: 1, output: node.outputs[0] ?? '', outputChannel: 1,
    bias: operandBias(context, node, 1),
  });
}

function gemm(context: LayerContext, node: Node, index: number): Layer | string {
  const weight = storedWeight(context, node.inputs[1] ?? '');
  if (typeof weight === 'string') return weight;
  const flipped = intAttribute(node, 'transB', 0) !== 0;
  const beta = floatAttribute(node, 'beta', 1);
  return withActivation({
    index, node, input: node.inputs[0] ?? '', inputChannel: intAttribute(node, 'transA', 0) !== 0 ? 0 : 1,
    weight: weight.tensor, elementType: weight.elementType,
    inputAxis: weight.axis(flipped ? 1 : 0), outputAxis: weight.axis(flipped ? 0 : 1),
    kernelAxes: [], groups: 1, gain: floatAttribute(node, 'alpha', 1), output: node.outputs[0] ?? '', outputChannel: 1,
    bias: beta === 0 ? { kind: 'none', hidden: false } : operandBias(context, node, beta),
  });
}

/** A bias the node adds itself; where it is not stored as such, another is added behind the node. */
function operandBias(context: LayerContext, node: Node, factor: number): BiasPlace {
  const operand = node.inputs[2] ?? '';
  if (operand === '') return { kind: 'operand', position: 2, tensor: undefined, factor };
  return isRowVector(context.tensors.get(operand)) ? { kind: 'operand', position: 2, tensor: operand, factor } : { kind: 'none', hidden: true };
}

function matMul(context: LayerContext, node: Node, index: number): Layer | string {
  const [left, right] = [node.inputs[0] ?? '', node.inputs[1] ?? ''];
  const ofRight = storedWeight(context, right);
  const weight = typeof ofRight === 'string' ? storedWeight(context, left) : ofRight;
  if (typeof weight === 'string') return weight;
  const isRight = typeof ofRight !== 'string';
  const [input, output] = [isRight ? left : right, node.outputs[0] ?? ''];
  const [inputRank, outputRank, weightRank] = [context.rank(input), context.rank(output), weight.rank];
  if (inputRank === undefined || outputRank === undefined) return 'the rank of its operands is not known';
  if (inputRank < 2 || weightRank < 2) return 'it multiplies a vector';
  if (weightRank > 2) return 'its weight is a stack of matrices';
  // Only the fused product has attributes.
  const [transA, transB] = ['transA', 'transB'].map((name) => intAttribute(node, name, 0) !== 0);
  if (['transBatchA', 'transBatchB'].some((name) => intAttribute(node, name, 0) !== 0)) return 'it transposes batch axes';
  const last = (rank: number, transposed: boolean | undefined): number => rank - (transposed === true ? 2 : 1);
  const secondLast = (rank: number, transposed: boolean | undefined): number => rank - (transposed === true ? 1 : 2);
  const shared = {
    index, node, input, weight: weight.tensor, elementType: weight.elementType, kernelAxes: [], groups: 1, gain: floatAttribute(node, 'alpha', 1), activated: false,
  };
  if (!isRight) {
    return {
      ...shared, inputChannel: secondLast(inputRank, transB), inputAxis: weight.axis(last(weightRank, transA)), outputAxis: weight.axis(secondLast(weightRank, transA)),
      output, outputChannel: outputRank - 2, bias: { kind: 'none', hidden: false },
    };
  }
  const added = addedBias(context, output);
  return {
    ...shared, inputChannel: last(inputRank, transA), inputAxis: weight.axis(secondLast(weightRank, transB)), outputAxis: weight.axis(last(weightRank, transB)),
    output: added?.output ?? output, outputChannel: outputRank - 1, bias: added?.bias ?? { kind: 'none', hidden: false },
  };
}

/** A product as MatMul has it: one axis of the weight is summed over, the other is the result's own. */
function einsum(context: LayerContext, node: Node, index: number): Layer | string {
  const equation = parseEquation(stringAttribute(node, 'equation') ?? '');
  const stored = node.inputs.map((input) => storedWeight(context, input));
  const at = stored.findIndex((each) => typeof each !== 'string');
  const weight = stored[at];
  const [letters, read] = [equation?.operands[at] ?? '', equation?.operands[1 - at] ?? ''];
  if (weight === undefined || typeof weight === 'string' || equation === undefined || node.inputs.length !== 2) return 'its weight is computed';
  const summed = [...read].filter((letter) => !equation.result.includes(letter));
  const own = [...letters].filter((letter) => !read.includes(letter));
  if (letters.length !== 2 || summed.length !== 1 || own.length !== 1 || !letters.includes(summed[0] as string) || !equation.result.includes(own[0] as string)) {
    return 'it is a product over several axes';
  }
  const output = node.outputs[0] ?? '';
  const outputChannel = equation.result.indexOf(own[0] as string);
  const added = outputChannel === equation.result.length - 1 ? addedBias(context, output) : undefined;
  return {
    index, node, input: node.inputs[1 - at] ?? '', inputChannel: read.indexOf(summed[0] as string), weight: weight.tensor, elementType: weight.elementType,
    inputAxis: weight.axis(letters.indexOf(summed[0] as string)), outputAxis: weight.axis(letters.indexOf(own[0] as string)),
    kernelAxes: [], groups: 1, gain: 1, activated: false, output: added?.output ?? output, outputChannel, bias: added?.bias ?? { kind: 'none', hidden: false },
  };
}

/** The constant row that an Add, the only reader of `value`, adds to it. */
function addedBias(context: LayerContext, value: string): { output: string; bias: BiasPlace } | undefined {
  const readers = context.index.consumers.get(value) ?? [];
  const add = readers.length === 1 ? context.graph.nodes[readers[0] as number] : undefined;
  if (add?.opType !== 'Add' || add.domain !== '' || context.graph.outputs.some(({ name }) => name === value)) return undefined;
  const position = add.inputs[0] === value ? 1 : 0;
  const tensor = add.inputs[position] ?? '';
  if (!isRowVector(context.tensors.get(tensor))) return undefined;
  return { output: add.outputs[0] ?? '', bias: { kind: 'add', node: readers[0] as number, position, tensor } };
}

/** [n], [1, n], ... : all sizes but the last are 1. */
function isRowVector(tensor: Tensor | undefined): boolean {
  return tensor !== undefined && isFloatType(tensor.dataType) && tensor.dims.slice(0, -1).every((size) => size === 1);
}

interface StoredWeight {
  readonly tensor: string;
  readonly rank: number;
  readonly elementType: number;
  /** Axis of the stored tensor for an axis of what the node reads. */
  axis(read: number): number;
}

/** Looks through Transpose, Identity and Cast to the tensor in which the weight is stored. */
function storedWeight(context: LayerContext, operand: string): StoredWeight | string {
  let value = operand;
  let perm: readonly number[] | undefined;
  let cast: number | undefined;
  for (;;) {
    const tensor = context.tensors.get(value);
    if (tensor !== undefined) {
      if (!isFloatType(tensor.dataType)) return 'its weight is quantised';
      const order = perm ?? tensor.dims.map((_, axis) => axis);
      return { tensor: value, rank: order.length, elementType: cast ?? tensor.dataType, axis: (read) => order[read] as number };
    }
    const maker = context.graph.nodes[context.index.producer.get(value) ?? -1];
    if (maker?.opType === 'DequantizeLinear') return 'its weight is quantised';
    if (maker === undefined || !['Transpose', 'Identity', 'Cast'].includes(maker.opType)) return 'its weight is computed';
    if (maker.opType === 'Cast') cast ??= intAttribute(maker, 'to', DataType.FLOAT);
    if (maker.opType === 'Transpose') {
      const own = intsAttribute(maker, 'perm');
      const inner: readonly number[] | undefined = own ?? reversed(context.rank(maker.inputs[0] ?? ''));
      if (inner === undefined) return 'its weight is transposed in an unknown way';
      perm = perm === undefined ? inner : perm.map((axis) => inner[axis] as number);
    }
    value = maker.inputs[0] ?? '';
  }
}

function reversed(rank: number | undefined): readonly number[] | undefined {
  return rank === undefined ? undefined : Array.from({ length: rank }, (_, axis) => rank - 1 - axis);
}
