/** The weights that unstructured pruning may set to zero: matrices and kernels that products read, in graph order. */
import { weightTensors } from '../../onnx/constants.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { isFloatType } from '../../onnx/tensors.js';
import type { UnstructuredStep } from '../../policy/types.js';
import { nameOf } from '../groups.js';
import { matchNames } from '../patterns.js';

const WEIGHTED = new Set(['Conv', 'ConvTranspose', 'Gemm', 'MatMul']);

export interface Weight {
  /** Of the initializer or Constant output; the tensor in a Constant's attribute may have another, or none. */
  readonly name: string;
  readonly tensor: Tensor;
  /** Operator types of the nodes that read it, for people. */
  readonly kind: string;
  /** Names a pattern may match. */
  readonly names: readonly string[];
}

/** Floating-point weights of Conv, ConvTranspose, Gemm and MatMul that `keep` and `only` let go. */
export function chooseWeights(model: Model, step: Pick<UnstructuredStep, 'keep' | 'only'>): Weight[] {
  const stored = weightTensors(model.graph);
  const found = new Map<string, Weight>();
  for (const node of model.graph.nodes) {
    if (!WEIGHTED.has(node.opType) || node.domain !== '') continue;
    for (const input of node.inputs) {
      const tensor = stored.get(input);
      if (tensor === undefined || tensor.dims.length < 2 || !isFloatType(tensor.dataType)) continue;
      const before = found.get(input);
      const names = [...(before?.names ?? [input]), nameOf(node), ...node.outputs];
      const kinds = new Set([...(before?.kind.split(', ') ?? []), node.opType]);
      found.set(input, { name: input, tensor, kind: [...kinds].join(', '), names });
    }
  }
  const all = [...found.values()];
  const kept = matchNames(all, (weight) => weight.names, step.keep);
  const only = step.only === undefined ? undefined : matchNames(all, (weight) => weight.names, step.only);
  return all.filter((weight) => !kept.has(weight) && (only === undefined || only.has(weight)));
}
