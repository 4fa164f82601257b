import type { SparseWeight } from '../onnx/sparse.js';
import type { Model, Tensor } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import type { Cost } from './cost.js';
import type { Analysis } from './groups.js';
export interface Prunable {
    readonly model: Model;
    readonly facts: Facts;
    readonly coupling: Coupling;
    readonly analysis: Analysis;
    /** Initializers and Constant outputs by name. */
    readonly tensors: ReadonlyMap<string, Tensor>;
    /** Bytes of the model on disk, external data included. */
    readonly fileBytes: number;
    /** What the committed model costs, where an earlier step has changed it since: targets are about that one. */
    readonly committed?: Cost;
    /** Weights that are stored in coordinate form, where the committed model has such. */
    readonly sparse?: ReadonlyMap<string, SparseWeight>;
}
/** Of the committed model: what `Prunable` says of it. */
export interface Committed {
    readonly cost?: Cost | undefined;
    readonly sparse?: ReadonlyMap<string, SparseWeight> | undefined;
}
export declare function analyse(model: Model, facts: Facts, fileBytes: number, { cost, sparse }?: Committed): Prunable;
/** Positions that a value's axis keeps; null: all of them. */
export type Kept = (value: string, axis: number) => readonly number[] | null;
/** What the model costs, whole or cut. */
export declare function costIn(prunable: Prunable, kept?: Kept): Cost;
/** The same with the bytes of sparse weights as they are stored. @param tensors that the cost counts */
export declare function asStored({ sparse }: Prunable, tensors: ReadonlyMap<string, Tensor>, cost: Cost, kept?: Kept): Cost;
