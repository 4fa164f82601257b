import type { Structure } from './structure.js';
import type { Problem } from './sweep.js';
/** The order in which rows lose their weights, and what each loss adds to the squared error of the output. */
export interface Removal {
    readonly outputs: number;
    readonly inputs: number;
    /** [outputs x steps]: input removed at each step, and the cost of the step. */
    readonly order: Int32Array;
    readonly cost: Float64Array;
    readonly steps: number;
}
/** Multiply-adds over all layers that are bearable: about two minutes. */
export declare const MOST_WORK = 120000000000;
interface Size {
    readonly outputs: number;
    readonly inputs: number;
}
/** The layers that it is affordable for: the small ones first, as many as the work allows together. */
export declare function affordable<T>(layers: readonly T[], sizeOf: (layer: T) => Size, mostWork?: number): Set<T>;
/**
 * @param structure `pattern`: a group of m stops losing when n are left; else any weight may go
 * @param steps weights that each row loses at most
 */
export declare function removalOf({ weights, outputs, inputs: d, covariance }: Problem, structure: Structure, steps?: number): Removal;
/** Mask with `zeros` zeros, cheapest first over all rows (`row`: as many in each; a pattern: all it allows). */
export declare function removeCheapest({ outputs, inputs, order, cost, steps }: Removal, structure: Structure, zeros: number): Uint8Array;
export {};
