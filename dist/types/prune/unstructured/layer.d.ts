/** A prunable weight with the layer that reads it: as a matrix whose inputs can be measured, or why it is none. */
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { LayerShape } from '../repair/layer-rows.js';
import type { RowPlan } from '../repair/rows.js';
import type { Weight } from './weights.js';
export interface SparseLayer {
    readonly weight: Weight;
    readonly plan: RowPlan;
    readonly shape: LayerShape;
}
/** In graph order; a weight is either a layer or has a reason why it is none. */
export interface SparseLayers {
    readonly layers: readonly SparseLayer[];
    readonly unfit: readonly {
        readonly weight: Weight;
        readonly reason: string;
    }[];
}
export declare function describeLayers(model: Model, facts: Facts, weights: readonly Weight[], samples: number): SparseLayers;
/** [outputs x inputs] of the dense weight. */
export declare function denseRows({ weight, shape }: SparseLayer): Float64Array;
/** A mask over the matrix as one over the stored tensor, and back. */
export declare function storedMask(mask: Uint8Array, { positions }: LayerShape): Uint8Array;
export declare function rowsMask(stored: Uint8Array, { positions }: LayerShape): Uint8Array;
