import type { Tensor } from '../../onnx/ir.js';
import type { Cut } from '../cut.js';
export interface WeightMatrix {
    /** [rows x inputs], row-major. */
    readonly data: Float64Array;
    readonly rows: number;
    readonly inputs: number;
}
/**
 * The dense weight cut along every axis but its input axis: rows as they are in the pruned model, all inputs.
 * Rows run over the remaining axes in their stored order.
 */
export declare function denseRows(tensor: Tensor, inputAxis: number, cut: Cut): WeightMatrix & {
    readonly dims: readonly number[];
};
/** [outer, inputs, inner] to rows (outer, inner) and columns (inputs). */
export declare function toMatrix(values: Float32Array, dims: readonly number[], inputAxis: number): WeightMatrix;
/** The inverse of `toMatrix`. */
export declare function fromMatrix({ data, inputs }: WeightMatrix, dims: readonly number[], inputAxis: number): Float32Array;
/** Row of the matrix to position along another axis of the tensor. */
export declare function rowPositions(dims: readonly number[], inputAxis: number, axis: number): Int32Array;
