/**
 * Pairs of layers of which the second alone reads, in the end, what the first one makes. Where the second has lost inputs,
 * the first can be fitted to them (alternate.ts). What lies between may be anything that derivatives are known through
 * (adjoint.ts): activations, depthwise convolutions, pooling, gates, reshapes, norms over other axes.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { weightTensors } from '../../onnx/constants.js';
import { indexGraph, valuesRead } from '../../onnx/graph.js';
import type { GraphIndex } from '../../onnx/graph.js';
import { DataType, floatAttribute, intAttribute } from '../../onnx/ir.js';
import type { Model, Node } from '../../onnx/ir.js';
import { adjointOf, isRepeatable, throughLayer } from './adjoint.js';
import { layerContext, layersOf } from './layers.js';
import type { Layer } from './layers.js';
import type { Lengths } from './rows.js';

export interface Pair {
  readonly first: Layer;
  readonly second: Layer;
  /** All that depends on the first one's output and leads to the second one's input, in graph order. */
  readonly between: readonly Node[];
}

/** Nodes between, at most. */
const MOST_BETWEEN = 64;

/**
 * The pairs whose second layer reads this weight, the nearest first. What reaches the second layer through another first one
 * alone is fitted with that one.
 *
 * @param lengths of the values, as the model has them
 * @param isFirst which layers are asked for
 */
export function pairsAt(model: Model, weight: string, ranks: (value: string) => number | undefined, lengths: Lengths, isFirst: (layer: Layer) => boolean): Pair[] {
  const { graph } = model;
  const layers = layersOf(layerContext(graph, ranks));
  const second = layers.find((layer) => layer.weight === weight);
  if (second === undefined || !isSecond(second, ranks)) return [];
  const index = indexGraph(graph);
  const given = new Set(graph.outputs.map(({ name }) => name));
  const sizes = lengthsWith(model, lengths);
  const pairs: Pair[] = [];
  for (const first of layers.filter((layer) => layer.index < second.index && isPlain(layer) && isFirst(layer)).reverse()) {
    const nearer = new Set(pairs.map((pair) => pair.first.node));
    const between = nodesBetween(graph.nodes, index, given, first, second);
    if (between === undefined || !leadsTo(second.input, first.output, between.filter((node) => !nearer.has(node)))) continue;
    const pair = { first, second, between };
    if (isTraceable(model, pair, sizes)) pairs.push(pair);
  }
  return pairs;
}

/**
 * The layers of two weights, through any others that lie between; undefined where derivatives are not known all along, or where
 * another node reads a weight, which a change of it would change as well.
 */
export function pairWith(model: Model, weights: readonly [string, string], ranks: (value: string) => number | undefined, lengths: Lengths): Pair | undefined {
  const { graph } = model;
  const layers = layersOf(layerContext(graph, ranks));
  const [first, second] = weights.map((weight) => layers.find((layer) => layer.weight === weight));
  if (first === undefined || second === undefined || !isPlain(first) || !isSecond(second, ranks)) return undefined;
  const index = indexGraph(graph);
  if (weights.some((weight) => index.consumers.get(weight)?.length !== 1)) return undefined;
  const between = nodesBetween(graph.nodes, index, new Set(graph.outputs.map(({ name }) => name)), first, second);
  if (between === undefined || !leadsTo(second.input, first.output, between)) return undefined;
  const pair = { first, second, between };
  return isTraceable(model, pair, lengthsWith(model, lengths)) ? pair : undefined;
}

/** @param nodes in graph order */
function leadsTo(end: string, start: string, nodes: readonly Node[]): boolean {
  const reached = new Set([start]);
  for (const { inputs, outputs } of nodes) if (inputs.some((input) => reached.has(input))) outputs.forEach((output) => { reached.add(output); });
  return reached.has(end);
}

/** Of values and stored tensors; what a layer makes in front of a bias that was inserted has the lengths of the sum. */
export function lengthsWith({ graph }: Model, lengths: Lengths): Lengths {
  const tensors = weightTensors(graph);
  const { consumers } = indexGraph(graph);
  return (value) => tensors.get(value)?.dims ?? lengths(value) ?? lengths(sumOf(graph.nodes, consumers.get(value) ?? []) ?? '');
}

function sumOf(nodes: readonly Node[], [reader, another]: readonly number[]): string | undefined {
  const node = nodes[reader ?? -1];
  return another === undefined && node?.opType === 'Add' && node.domain === '' ? node.outputs[0] : undefined;
}

/** Undefined where any of it is read elsewhere as well, or cannot be written again. */
function nodesBetween(nodes: readonly Node[], { consumers }: GraphIndex, given: ReadonlySet<string>, first: Layer, second: Layer): readonly Node[] | undefined {
  const found = new Set<number>();
  const open = [first.output];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (given.has(value)) return undefined;
    for (const reader of consumers.get(value) ?? []) {
      const node = nodes[reader] as Node;
      if (reader === second.index) {
        if (value !== second.input) return undefined;
        continue;
      }
      if (reader > second.index || !isRepeatable(node) || valuesRead(node).size > node.inputs.length) return undefined;
      if (found.has(reader)) continue;
      found.add(reader);
      if (found.size > MOST_BETWEEN) return undefined;
      open.push(node.outputs.find((output) => output !== '') ?? '');
    }
  }
  return [...found].sort((a, b) => a - b).map((at) => nodes[at] as Node);
}

/** Whether a path from the second layer back to the first has derivatives all along. */
function isTraceable(model: Model, { first, second, between }: Pair, lengths: Lengths): boolean {
  const stretch = { graph: new AuxiliaryGraph(model), name: (value: string) => value, lengths };
  const adjoint = throughLayer(stretch, second.node, second.output);
  return adjoint !== undefined && adjointOf(stretch, between, new Map([[second.input, adjoint]]), first.output) !== undefined;
}

/** A float32 layer whose node reads its input and its stored weight as they are. */
function isPlain({ node, input, weight, elementType, groups, gain, inputAxis, outputAxis, kernelAxes }: Layer): boolean {
  if (node.domain !== '' || node.inputs[0] !== input || node.inputs[1] !== weight || elementType !== DataType.FLOAT || groups !== 1 || gain !== 1) return false;
  if (node.opType === 'Conv') return true;
  const plain = node.opType === 'MatMul' || (node.opType === 'Gemm' && floatAttribute(node, 'beta', 1) === 1 && intAttribute(node, 'transA', 0) === 0);
  return plain && kernelAxes.length === 0 && inputAxis !== outputAxis;
}

/** And whose channels are the last axis, or a convolution's. */
function isSecond(layer: Layer, ranks: (value: string) => number | undefined): boolean {
  if (!isPlain(layer)) return false;
  const { node, input, output, inputChannel, outputChannel } = layer;
  return node.opType === 'Conv' || (inputChannel === (ranks(input) ?? 0) - 1 && outputChannel === (ranks(output) ?? 0) - 1);
}
