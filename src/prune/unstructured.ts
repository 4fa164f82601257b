/**
 * Unstructured magnitude pruning: the smallest weights become zero. Shapes stay, so a dense file and a dense kernel
 * gain nothing; only compressed bytes shrink, and the report says so.
 */
import { elementSize } from '../onnx/elements.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { isFloatType, tensorBytes, tensorToFloat32 } from '../onnx/tensors.js';
import type { UnstructuredStep } from '../policy/types.js';
import { kthSmallestMagnitude } from '../kernels/rank.js';
import { nameOf } from './groups.js';
import { matchNames } from './patterns.js';
import { replaceTensors, weightTensors } from '../onnx/constants.js';

export interface Sparsified {
  readonly model: Model;
  readonly tensors: readonly { readonly name: string; readonly elements: number; readonly zeros: number }[];
}

const WEIGHTED = new Set(['Conv', 'ConvTranspose', 'Gemm', 'MatMul']);

interface Weight {
  /** Of the initializer or Constant output; the tensor in a Constant's attribute may have another, or none. */
  readonly name: string;
  readonly tensor: Tensor;
  /** Names a pattern may match. */
  readonly names: readonly string[];
}

export function pruneUnstructured(model: Model, step: UnstructuredStep): Sparsified {
  const weights = chooseWeights(model, step);
  const pools = step.scope === 'global' ? [weights] : weights.map((weight) => [weight]);
  const replaced = new Map<string, Tensor>();
  const tensors = pools.flatMap((pool) => sparsifyPool(pool, step.sparsity, replaced));
  return { model: replaceTensors(model, replaced), tensors };
}

/** Floating-point matrices and kernels that products read, in graph order. */
function chooseWeights(model: Model, step: UnstructuredStep): Weight[] {
  const stored = weightTensors(model.graph);
  const found = new Map<string, Weight>();
  for (const node of model.graph.nodes) {
    if (!WEIGHTED.has(node.opType) || node.domain !== '') continue;
    for (const input of node.inputs) {
      const tensor = stored.get(input);
      if (tensor === undefined || tensor.dims.length < 2 || !isFloatType(tensor.dataType)) continue;
      const names = [...(found.get(input)?.names ?? [input]), nameOf(node), ...node.outputs];
      found.set(input, { name: input, tensor, names });
    }
  }
  const all = [...found.values()];
  const kept = matchNames(all, (weight) => weight.names, step.keep);
  const only = step.only === undefined ? undefined : matchNames(all, (weight) => weight.names, step.only);
  return all.filter((weight) => !kept.has(weight) && (only === undefined || only.has(weight)));
}

/** Zeroes exactly round(sparsity * elements) weights of a pool: all below the threshold, then ties in order. */
function sparsifyPool(pool: readonly Weight[], sparsity: number, replaced: Map<string, Tensor>) {
  const values = pool.map(({ tensor }) => tensorToFloat32(tensor));
  const total = values.reduce((sum, list) => sum + list.length, 0);
  const count = Math.round(sparsity * total);
  if (count === 0) return [];
  const { threshold, below } = kthSmallestMagnitude(values, count);
  let ties = count - below;
  return pool.map(({ name, tensor }, i) => {
    const own = values[i] as Float32Array;
    const bytes = tensorBytes(tensor).slice();
    const size = elementSize(tensor.dataType) as number;
    let zeros = 0;
    own.forEach((value, index) => {
      const magnitude = Math.abs(value);
      const goes = magnitude < threshold || (magnitude === threshold && ties-- > 0);
      if (goes) bytes.fill(0, index * size, (index + 1) * size);
      if (goes || value === 0) zeros++;
    });
    replaced.set(name, { ...tensor, data: { kind: 'raw', bytes } });
    return { name, elements: own.length, zeros };
  });
}
