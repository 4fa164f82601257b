/** The numbers of a weight as the operator that multiplies with it sees them. */
import type { Node } from '../onnx/ir.js';
import type { Prunable } from './prunable.js';
import { realValues } from './twin.js';

export interface ParameterValues {
  /** Row-major. */
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Operators whose result is the stored tensor itself, in the real numbers it stands for. */
const TRANSPARENT = new Set(['Cast', 'DequantizeLinear', 'Identity']);

/** Stored, or moved about (reshaped, transposed) from what is stored. A weight filled with one value counts as ones: all units are equal. */
export function parameterValues(prunable: Prunable, name: string): ParameterValues {
  const { model, tensors, facts } = prunable;
  const stored = tensors.get(name);
  if (stored !== undefined) return { data: realValues(model, stored, tensors), dims: stored.dims };
  const dims = facts.values.get(name)?.dims ?? [];
  const index = model.graph.nodes.findIndex((node) => node.outputs.includes(name));
  const node = model.graph.nodes[index];
  const movement = facts.movements.get(index);
  if (node !== undefined && movement !== undefined) {
    const from = parameterValues(prunable, node.inputs[movement.input] ?? '').data;
    const sources = movement.sources[namedOutputs(node).indexOf(name)] ?? new Int32Array(0);
    return { data: Float32Array.from(sources, (source) => from[source] ?? 0), dims };
  }
  if (node !== undefined && TRANSPARENT.has(node.opType)) return { data: parameterValues(prunable, node.inputs[0] ?? '').data, dims };
  return { data: new Float32Array(dims.reduce((a, b) => a * b, 1)).fill(1), dims };
}

const namedOutputs = (node: Node): readonly string[] => node.outputs.filter((output) => output !== '');
