/** A model part of the way from one to another that repair made of it: weights and biases between the two. */
import { replaceTensors, weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Node, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32, withValues } from '../../onnx/tensors.js';

/**
 * @param end `start` with other float32 weights, and biases where there were none (edit.ts)
 * @param share 0 gives what `start` computes, 1 `end`
 */
export function blend(start: Model, end: Model, share: number): Model {
  const [before, after] = [weightTensors(start.graph), weightTensors(end.graph)];
  const makers = new Map(start.graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const blended = new Map<string, Tensor>();
  for (const [name, tensor] of after) {
    const known = before.get(name);
    if (tensor.dataType !== DataType.FLOAT || known === tensor) continue;
    const own = known ?? replacedBy(name, end, makers, before);
    const to = tensorToFloat32(tensor);
    const from = own === undefined ? new Float32Array(to.length) : tensorToFloat32(own);
    blended.set(name, withValues(tensor, tensor.dims, to.map((value, at) => (1 - share) * (from[from.length === 1 ? 0 : at] as number) + share * value)));
  }
  return replaceTensors(end, blended);
}

/** What the one reader of a tensor that repair added read in its place; undefined where it read nothing there. */
function replacedBy(name: string, end: Model, makers: ReadonlyMap<string, Node>, before: ReadonlyMap<string, Tensor>): Tensor | undefined {
  const reader = end.graph.nodes.find(({ inputs }) => inputs.includes(name));
  const was = makers.get(reader?.outputs[0] ?? '');
  // In front of an Add that was inserted stands the layer, under the name that it had.
  return was?.opType === reader?.opType ? before.get(was?.inputs[reader?.inputs.indexOf(name) ?? -1] ?? '') : undefined;
}
