/**
 * What a layer should aim at. Its own dense output is the plain answer; where the output only goes on into additions
 * whose other operand is settled, the sum is the better one: the layer then makes up for what its neighbours lost, and
 * a residual stream is brought back as a whole (the "residual-aware target" of METHODS.md).
 *
 * Rules: from the layer's output follow the only reader while it is (1) Identity, (2) a BatchNormalization with stored
 * statistics, which scales each channel, (3) an Add whose other operand depends on no layer that is still to be refit
 * and whose operands have the same shape.
 */
import { weightTensors } from '../../onnx/constants.js';
import { indexGraph } from '../../onnx/graph.js';
import type { GraphIndex } from '../../onnx/graph.js';
import { floatAttribute } from '../../onnx/ir.js';
import type { Graph, Node, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Layer } from './layers.js';

export interface LayerTarget {
  /** The value to bring back to what it is in the dense model; its channel axis is the layer output's. */
  readonly value: string;
  /** What one unit of the layer's output is worth there, per output channel; undefined: 1. */
  readonly scale: Float64Array | undefined;
  /** Only a Relu reads it: what is negative in both models is no error. */
  readonly rectified: boolean;
}

type Linear = Omit<LayerTarget, 'rectified'>;

/**
 * @param graph the pruned model's
 * @param open outputs of the layers that come later
 */
export function targetOf(graph: Graph, layer: Layer, open: ReadonlySet<string>, shapeOf: (value: string) => readonly number[] | undefined): LayerTarget {
  const index = indexGraph(graph);
  const tensors = weightTensors(graph);
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  let target: Linear = { value: layer.output, scale: undefined };
  for (;;) {
    const readers = index.consumers.get(target.value) ?? [];
    const reader = readers.length === 1 && !outputs.has(target.value) ? graph.nodes[readers[0] as number] : undefined;
    const next = reader === undefined ? undefined : follow(graph, index, tensors, target, reader, open, shapeOf);
    if (next === undefined) return { ...target, rectified: reader?.opType === 'Relu' && reader.domain === '' };
    target = next;
  }
}

function follow(
  graph: Graph, index: GraphIndex, tensors: ReadonlyMap<string, Tensor>, { value, scale }: Linear, node: Node,
  open: ReadonlySet<string>, shapeOf: (value: string) => readonly number[] | undefined,
): Linear | undefined {
  const output = node.outputs[0] ?? '';
  if (node.domain !== '') return undefined;
  if (node.opType === 'Identity') return { value: output, scale };
  if (node.opType === 'BatchNormalization' && node.inputs[0] === value) {
    const own = normScale(node, tensors);
    return own === undefined ? undefined : { value: output, scale: scale === undefined ? own : own.map((factor, i) => factor * (scale[i] ?? 1)) };
  }
  if (node.opType !== 'Add') return undefined;
  const other = node.inputs[0] === value ? node.inputs[1] : node.inputs[0];
  if (other === undefined || other === value || tensors.has(other) || !sameShape(shapeOf(value), shapeOf(other))) return undefined;
  return dependsOn(graph, index, other, open) ? undefined : { value: output, scale };
}

function normScale(node: Node, tensors: ReadonlyMap<string, Tensor>): Float64Array | undefined {
  const [gamma, variance] = [tensors.get(node.inputs[1] ?? ''), tensors.get(node.inputs[4] ?? '')];
  if (gamma === undefined || variance === undefined) return undefined;
  const epsilon = floatAttribute(node, 'epsilon', 1e-5);
  const spread = tensorToFloat32(variance);
  return Float64Array.from(tensorToFloat32(gamma), (factor, i) => factor / Math.sqrt((spread[i] ?? 0) + epsilon));
}

function sameShape(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((size, i) => size === b[i]);
}

/** Whether any of `sources` lies upstream of a value (or is it). */
function dependsOn(graph: Graph, { producer }: GraphIndex, value: string, sources: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const queue = [value];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    if (sources.has(current)) return true;
    if (seen.has(current)) continue;
    seen.add(current);
    queue.push(...(graph.nodes[producer.get(current) ?? -1]?.inputs ?? []).filter((input) => input !== ''));
  }
  return false;
}
