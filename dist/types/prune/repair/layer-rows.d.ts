/**
 * A layer's weight as one row per output, in the order in which `unfoldConvolution` lists what it is multiplied with:
 * kernel taps in row-major order, then channels.
 */
import type { Layer } from './layers.js';
export interface LayerShape {
    readonly outputs: number;
    readonly taps: number;
    readonly channels: number;
    /** Position in the stored weight of output, tap, channel. */
    readonly at: (output: number, tap: number, channel: number) => number;
}
/** @param dims sizes of the stored weight */
export declare function layerShape({ outputAxis, inputAxis, kernelAxes }: Layer, dims: readonly number[]): LayerShape;
/** [outputs x (taps x channels)] of a stored weight. */
export declare function layerRows(values: Float32Array, shape: LayerShape): Float64Array;
/** The inverse of `layerRows`. */
export declare function storedWeight(rows: Float64Array, shape: LayerShape): Float32Array;
