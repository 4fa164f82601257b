import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { SparseLayer } from './layer.js';
import type { Weight } from './weights.js';
/** Stored masks by weight name; the weights that stay keep their bits. */
export declare function applyMasks(model: Model, weights: readonly Weight[], masks: ReadonlyMap<string, Uint8Array>): Model;
/** New weights of a layer, [outputs x inputs], and what is added to each output channel. */
export interface LayerFit {
    readonly rows: Float64Array;
    readonly shift: Float64Array;
}
export declare function applyFits(model: Model, fits: ReadonlyMap<SparseLayer, LayerFit>, facts: Facts): Model;
