/**
 * What a linear layer multiplies its weight with, as rows of numbers: for a convolution every kernel tap of every input
 * channel at one output position (im2col), for a product the input channels. Rows of the weight follow the same order:
 * taps in row-major order, then channels.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Layer } from './layers.js';
/** The geometry of a convolution; spatial axes in order. */
export interface Geometry {
    readonly kernel: readonly number[];
    readonly strides: readonly number[];
    readonly dilations: readonly number[];
    /** Zeros before and after each spatial axis. */
    readonly before: readonly number[];
    readonly after: readonly number[];
    /** Output positions. */
    readonly output: readonly number[];
}
/** @param input, output sizes of the layer's input and output values */
export declare function geometryOf(layer: Pick<Layer, 'node'>, kernel: readonly number[], input: readonly number[], output: readonly number[]): Geometry;
/** [rows, taps x channels] at the given positions of the first spatial axis (`lines`: a value of int64 indices). */
export declare function unfoldConvolution(graph: AuxiliaryGraph, input: string, geometry: Geometry, lines: string): string;
/** Taps in row-major order. */
export declare function tapsOf(kernel: readonly number[]): number[][];
/** float32 [rows, channels]: the channel axis last, all others merged. */
export declare function rowsOf(graph: AuxiliaryGraph, value: string, channelAxis: number, rank: number): string;
