/**
 * Unstructured pruning by weights alone: the smallest (by magnitude, or LAMP's share of their layer) become zero. Shapes
 * stay, so a dense file and a dense kernel gain nothing; only compressed bytes shrink, and the report says so. Criteria
 * that look at activations, and repair, are in `unstructured/`.
 */
import type { Model } from '../onnx/ir.js';
import { tensorToFloat32 } from '../onnx/tensors.js';
import type { UnstructuredStep } from '../policy/types.js';
import { applyMasks } from './unstructured/edit.js';
import { poolMasks } from './unstructured/pool.js';
import { lampScores } from './unstructured/scores.js';
import { chooseWeights } from './unstructured/weights.js';
import type { Weight } from './unstructured/weights.js';

export interface SparseTensor {
  readonly name: string;
  readonly elements: number;
  readonly zeros: number;
}

export interface Sparsified {
  readonly model: Model;
  readonly tensors: readonly SparseTensor[];
}

export function pruneUnstructured(model: Model, step: Pick<UnstructuredStep, 'criterion' | 'scope' | 'sparsity' | 'keep' | 'only'>): Sparsified {
  const weights = chooseWeights(model, step);
  const masks = rankedMasks(weights, step);
  return { model: applyMasks(model, weights, masks), tensors: countZeros(weights, masks) };
}

/** Masks over stored tensors; pools from which nothing goes are left out. */
export function rankedMasks(weights: readonly Weight[], { criterion, scope, sparsity }: Pick<UnstructuredStep, 'criterion' | 'scope' | 'sparsity'>): Map<string, Uint8Array> {
  const pools = scope === 'global' ? [weights] : weights.map((weight) => [weight]);
  const masks = new Map<string, Uint8Array>();
  for (const pool of pools) {
    const scores = pool.map(({ tensor }) => (criterion === 'lamp' ? Float32Array.from(lampScores(tensorToFloat32(tensor))) : tensorToFloat32(tensor)));
    const count = Math.round(sparsity * scores.reduce((sum, own) => sum + own.length, 0));
    if (count === 0) continue;
    poolMasks(scores, count).forEach((mask, i) => { masks.set((pool[i] as Weight).name, mask); });
  }
  return masks;
}

/** Zeros after the masks, those that were there before included. */
export function countZeros(weights: readonly Weight[], masks: ReadonlyMap<string, Uint8Array>): SparseTensor[] {
  return weights.flatMap(({ name, tensor }) => {
    const mask = masks.get(name);
    if (mask === undefined) return [];
    const values = tensorToFloat32(tensor);
    return [{ name, elements: mask.length, zeros: mask.reduce((sum, stays, i) => sum + (stays === 0 || values[i] === 0 ? 1 : 0), 0) }];
  });
}
