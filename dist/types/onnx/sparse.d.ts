import { type Model } from './ir.js';
import { type ReadOptions } from './read.js';
export interface DenseModel {
    readonly model: Model;
    /** Weights of the main graph that the file holds in coordinate form. */
    readonly sparse: number;
}
/** Throws as `readModel` and `densified` do. */
export declare function readDense(path: string, options?: ReadOptions): Promise<DenseModel>;
/**
 * The model without weights in coordinate form: each sparse initializer, and each `sparse_value` of a `Constant`, is an
 * ordinary tensor, bodies of control flow included. The same record where there is none. Throws UserError `sparse-invalid`,
 * `sparse-too-large`.
 */
export declare function densified(model: Model): Model;
export interface Sparsified {
    readonly model: Model;
    /** Weights that are now in coordinate form, in the model's order. */
    readonly weights: readonly string[];
}
/**
 * The model with the initializers of its main graph in coordinate form where that is smaller: where the elements that are
 * not zero, with 8 bytes of index each, take less than all elements do. So of float32 less than a third may stay, of int8 a
 * ninth. A negative zero counts as an element. Weights that a caller may override (inputs) stay dense.
 */
export declare function sparsified(model: Model): Sparsified;
/** A weight that is smaller in coordinate form. */
export interface SparseWeight {
    readonly dims: readonly number[];
    readonly elementBytes: number;
    /** Of the elements that are not zero, in row-major order. */
    readonly positions: readonly number[];
}
/** Those that `sparsified` would store so. */
export declare function sparseWeights(model: Model): Map<string, SparseWeight>;
/** Bytes of the smaller form once an axis has kept these positions alone; null: all of them. */
export declare function storedBytes({ dims, elementBytes, positions }: SparseWeight, kept: (axis: number) => readonly number[] | null): number;
