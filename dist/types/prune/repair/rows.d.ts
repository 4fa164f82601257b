/**
 * Which rows of a layer's unfolded input are looked at: with k x k kernels a sample has as many rows as output
 * positions, far more than a fit needs, so that a random few lines of positions per batch are taken.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Random } from '../../kernels/random.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Layer } from './layers.js';
/** More calibration samples help little, and each layer is a pass over them. */
export declare const MOST_SAMPLES = 4096;
/** Rows wanted per unknown of a fit. Positions of one sample are alike, so that many of them count for few: small maps are taken whole. */
export declare const ROWS_PER_INPUT = 400;
/** Beyond this many unknowns their second moments alone take more than 170 MB. */
export declare const MOST_INPUTS = 4700;
/** Sizes of a value; undefined where they are not known. */
export type Lengths = (value: string) => readonly number[] | undefined;
export interface RowPlan {
    readonly layer: Layer;
    readonly kernel: readonly number[];
    readonly input: readonly number[];
    readonly output: readonly number[];
    /** Unknowns per output: taps x channels. */
    readonly inputs: number;
    readonly channels: number;
    readonly outputs: number;
    /** Lines of output positions taken, and how many there are; 1 of 1 for products. */
    readonly lines: number;
    readonly lineCount: number;
}
/**
 * @param dims sizes of the stored weight
 * @param samples that the rows come from
 * @returns a string says why there is nothing to fit
 */
export declare function planRows(layer: Layer, dims: readonly number[], lengths: Lengths, samples: number, rowsPerInput?: number, fewest?: number): RowPlan | string;
/** Whether the axes of what a layer reads are those of what it makes, in one order, but for the channels: else rows of the two do not go together. */
export declare function keepsRows({ node, input, inputChannel, outputChannel }: Layer): boolean;
/** Taps of each part that the inputs are taken in; products of a part with those before it are those mirrored. */
export declare function partsOf({ kernel, inputs, channels }: RowPlan): number[];
/** float32 [taps x channels, rows] of `input`, a value that stands for the layer's input, in parts. */
export declare function featureRows(graph: AuxiliaryGraph, input: string, plan: RowPlan, lines: string): string[];
/** float32 [outputs, rows] of `value`, which has the layer's output shape, at the same positions. */
export declare function outputRows(graph: AuxiliaryGraph, value: string, { layer, kernel, output }: RowPlan, lines: string): string;
/** An input of the graph for the positions of each batch; '' for products, which look at every row. */
export declare function linesInput(graph: AuxiliaryGraph, { kernel, lines }: RowPlan): string;
/** The positions of one batch. */
export declare function drawLines({ lines, lineCount }: RowPlan, random: Random): HostTensor;
/** Rows less their mean over the batch, and that mean [d, 1]; `rows` is [d, rows]. */
export declare function centred(graph: AuxiliaryGraph, rows: string): {
    rows: string;
    mean: string;
};
/** a bᵀ of [d, rows] and [e, rows]: [d, e]. */
export declare function productOf(graph: AuxiliaryGraph, a: string, b: string): string;
/** a aᵀ of what comes in parts: each with itself and those after it, in the order in which `CentredSums` takes them. */
export declare function gramOf(graph: AuxiliaryGraph, parts: readonly string[]): string[];
/** Parts put below one another. */
export declare function stacked(graph: AuxiliaryGraph, parts: readonly string[]): string;
