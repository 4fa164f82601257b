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
    readonly input: readonly number[];
    /** Output positions. */
    readonly output: readonly number[];
}
/** @param input, output sizes of the layer's input and output values */
export declare function geometryOf(layer: Pick<Layer, 'node'>, kernel: readonly number[], input: readonly number[], output: readonly number[]): Geometry;
/**
 * [taps x channels, rows] at the given positions of the first spatial axis (`lines`: a value of int64 indices, `count` of
 * them), in parts of so many taps each. Samples go last before anything is copied tap by tap, so that copies are of long runs.
 */
export declare function unfoldConvolution(graph: AuxiliaryGraph, input: string, geometry: Geometry, lines: string, count: number, parts: readonly number[]): string[];
/** Taps in row-major order. */
export declare function tapsOf(kernel: readonly number[]): number[][];
/** float32 [channels, rows] of a value: the rows as `samplesLast` has them. */
export declare function columnsOf(graph: AuxiliaryGraph, value: string, channelAxis: number, rank: number): string;
