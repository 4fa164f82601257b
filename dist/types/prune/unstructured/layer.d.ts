/** A prunable weight with the layer that reads it: as a matrix whose inputs can be measured, or why it is none. */
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { FeaturePlan } from './features.js';
import type { Weight } from './weights.js';
export interface SparseLayer {
    readonly weight: Weight;
    readonly plan: FeaturePlan;
    /** Stored position of each element of the [outputs x inputs] matrix. */
    readonly positions: Int32Array;
}
/** In graph order; a weight is either a layer or has a reason why it is none. */
export interface SparseLayers {
    readonly layers: readonly SparseLayer[];
    readonly unfit: readonly {
        readonly weight: Weight;
        readonly reason: string;
    }[];
}
export declare function describeLayers(model: Model, facts: Facts, weights: readonly Weight[], samples: number, mostSamples?: number): SparseLayers;
/** [outputs x inputs] of stored values. */
export declare function toRows(values: Float32Array, positions: Int32Array): Float64Array;
export declare function denseRows({ weight, positions }: SparseLayer): Float64Array;
/** Stored values of an [outputs x inputs] matrix. */
export declare function toStored(rows: Float64Array, positions: Int32Array): Float32Array;
/** A mask over the matrix as one over the stored tensor, and back. */
export declare function storedMask(mask: Uint8Array, positions: Int32Array): Uint8Array;
export declare function rowsMask(stored: Uint8Array, positions: Int32Array): Uint8Array;
