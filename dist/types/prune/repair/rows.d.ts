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
/** float32 [rows, taps x channels] of `input`, a value that stands for the layer's input. */
export declare function featureRows(graph: AuxiliaryGraph, input: string, plan: RowPlan, lines: string): string;
/** float32 [rows, outputs] of `value`, which has the layer's output shape, at the same positions. */
export declare function outputRows(graph: AuxiliaryGraph, value: string, { layer, kernel, output }: RowPlan, lines: string): string;
/** An input of the graph for the positions of each batch; '' for products, which look at every row. */
export declare function linesInput(graph: AuxiliaryGraph, { kernel, lines }: RowPlan): string;
/** The positions of one batch. */
export declare function drawLines({ lines, lineCount }: RowPlan, random: Random): HostTensor;
/** Rows less their mean over the batch, and that mean [1, d]. */
export declare function centred(graph: AuxiliaryGraph, rows: string): {
    rows: string;
    mean: string;
};
