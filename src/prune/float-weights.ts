/**
 * A quantised model with its weights as the numbers they stand for, and the way back. Where a stored integer tensor is
 * dequantised by one node (QDQ form), that node becomes a Constant of the same name: layers are then read, ranked and
 * refit as in a float model, while activations keep being quantised. Nodes stay one for one, so that indices hold.
 */
import { makeNode, tensorOf } from '../onnx/graph.js';
import { DataType, intAttribute } from '../onnx/ir.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';
import { weightTensors } from '../onnx/constants.js';
import { analyse } from './prunable.js';
import type { Prunable } from './prunable.js';
import { dequantise } from './twin.js';

/** Weights in 4 bits have no room for a refit; 32 bits are biases. */
const STORED: ReadonlySet<number> = new Set([DataType.INT8, DataType.UINT8, DataType.INT16, DataType.UINT16, DataType.INT32]);

/** The nodes that dequantise a stored tensor to float32, by what they make. */
export function weightDequantisers(model: Model): ReadonlyMap<string, Node> {
  const stored = weightTensors(model.graph);
  const found = new Map<string, Node>();
  for (const node of model.graph.nodes) {
    if (node.domain !== '' || node.opType !== 'DequantizeLinear' || intAttribute(node, 'block_size', 0) !== 0) continue;
    const [weight, scale, zero = ''] = node.inputs.map((input) => stored.get(input));
    if (weight === undefined || !STORED.has(weight.dataType) || scale?.dataType !== DataType.FLOAT) continue;
    if (zero === undefined && (node.inputs[2] ?? '') !== '') continue;
    found.set(node.outputs[0] ?? '', node);
  }
  return found;
}

export function withFloatWeights(model: Model): Model {
  const dequantisers = weightDequantisers(model);
  if (dequantisers.size === 0) return model;
  const stored = weightTensors(model.graph);
  const nodes = model.graph.nodes.map((node) => {
    if (dequantisers.get(node.outputs[0] ?? '') !== node) return node;
    const value = dequantise(node, stored.get(node.inputs[0] ?? '') as Tensor, stored);
    return makeNode('Constant', [], node.outputs, { name: node.name, attributes: [['value', tensorOf(value)]] });
  });
  return { ...model, graph: { ...model.graph, nodes } };
}

/**
 * What a quantised model is looked at through, group for group the same; the model itself where nothing is quantised, or
 * where its groups would not be the same.
 */
export function floatPrunable(prunable: Prunable): Prunable {
  const model = withFloatWeights(prunable.model);
  if (model === prunable.model) return prunable;
  const float = analyse(model, prunable.facts, prunable.fileBytes);
  const sizes = ({ analysis }: Prunable): string => JSON.stringify(analysis.groups.map(({ name, units }) => [name, units.length]));
  return sizes(float) === sizes(prunable) ? float : prunable;
}
