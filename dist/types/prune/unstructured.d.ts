/**
 * Unstructured pruning by weights alone: the smallest (by magnitude, or LAMP's share of their layer) become zero. Shapes
 * stay, so a dense file and a dense kernel gain nothing; only compressed bytes shrink, and the report says so. Criteria
 * that look at activations, and repair, are in `unstructured/`.
 */
import type { Model } from '../onnx/ir.js';
import type { UnstructuredStep } from '../policy/types.js';
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
export declare function pruneUnstructured(model: Model, step: Pick<UnstructuredStep, 'criterion' | 'scope' | 'sparsity' | 'keep' | 'only'>): Sparsified;
/** Masks over stored tensors; pools from which nothing goes are left out. */
export declare function rankedMasks(weights: readonly Weight[], { criterion, scope, sparsity }: Pick<UnstructuredStep, 'criterion' | 'scope' | 'sparsity'>): Map<string, Uint8Array>;
/** Zeros after the masks, those that were there before included. */
export declare function countZeros(weights: readonly Weight[], masks: ReadonlyMap<string, Uint8Array>): SparseTensor[];
