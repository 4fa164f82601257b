/**
 * A layer's weight as one row per output, in the order in which `unfoldConvolution` lists what it is multiplied with:
 * kernel taps in row-major order, then channels.
 */
import type { Layer } from './layers.js';
export interface LayerShape {
    readonly outputs: number;
    readonly taps: number;
    readonly channels: number;
    /** Position in the stored weight of each element of the [outputs x (taps x channels)] matrix. */
    readonly positions: Int32Array;
}
/** @param dims sizes of the stored weight */
export declare function layerShape({ outputAxis, inputAxis, kernelAxes }: Layer, dims: readonly number[]): LayerShape;
/** The matrix of a stored weight. */
export declare function toRows(values: Float32Array, { positions }: Pick<LayerShape, 'positions'>): Float64Array;
/** The stored weight of a matrix. */
export declare function toStored(rows: Float64Array, { positions }: Pick<LayerShape, 'positions'>): Float32Array;
