/**
 * What a layer's weight is multiplied with, as rows: for a convolution every kernel tap of every input channel at one
 * output position (taps in row-major order, then channels), for a product its input channels. A sample has as many rows
 * as output positions, far more than a fit needs, so a random few lines of positions per batch are taken.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Random } from '../../kernels/random.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Layer } from '../repair/layers.js';
/** More calibration samples help little, and fits take passes over them. */
export declare const MOST_SAMPLES = 4096;
/** Beyond this many inputs their second moments alone take more than 170 MB. */
export declare const MOST_INPUTS = 4700;
export interface FeaturePlan {
    readonly layer: Layer;
    readonly kernel: readonly number[];
    /** Sizes of the layer's input and output values. */
    readonly input: readonly number[];
    readonly output: readonly number[];
    /** Inputs of one output: taps x channels. */
    readonly inputs: number;
    readonly channels: number;
    readonly outputs: number;
    /** Lines of output positions taken, and how many there are; 1 of 1 for products. */
    readonly lines: number;
    readonly lineCount: number;
    readonly samples: number;
}
/**
 * @param dims sizes of the stored weight
 * @param lengths sizes of a value
 * @returns a reason where the layer's inputs cannot be measured
 */
export declare function planFeatures(layer: Layer, dims: readonly number[], lengths: (value: string) => readonly number[] | undefined, count: number, mostSamples?: number): FeaturePlan | string;
/** The plan for a pass of its own: as many rows, from fewer samples at more positions each. */
export declare function aloneIn(plan: FeaturePlan): FeaturePlan;
/** float32 [rows, taps x channels] of `input`, a value that stands for the layer's input. */
export declare function featureRows(graph: AuxiliaryGraph, input: string, plan: FeaturePlan, lines: string): string;
/** float32 [rows, outputs] of `value`, which has the layer's output shape, at the same positions. */
export declare function outputRows(graph: AuxiliaryGraph, value: string, { layer, kernel, output }: FeaturePlan, lines: string): string;
/** Positions of the first spatial axis for one batch: int64 [lines]. */
export declare function drawLines({ lines, lineCount }: FeaturePlan, random: Random): HostTensor;
/** Position in the stored weight of each element of its [outputs x inputs] matrix, in the order of the features. */
export declare function storedPositions({ layer }: Pick<FeaturePlan, 'layer'>, dims: readonly number[]): Int32Array;
