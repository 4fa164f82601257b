/** Per-sample records in typed arrays that grow: 1 to 8 bytes a value, however large the outputs are. */
import type { Column } from './state.js';
type Records = Column | Uint16Array;
export declare class Growing<T extends Records> {
    private readonly make;
    private buffer;
    private count;
    constructor(make: (length: number) => T);
    get length(): number;
    push(value: number): void;
    append(values: ArrayLike<number>): void;
    /** The values so far; a view, valid until the next `push`. */
    get values(): T;
}
/** One bit a sample. */
export declare class Bits {
    private readonly bytes;
    private last;
    private count;
    get length(): number;
    push(bit: boolean): void;
    /** Eight samples a byte, the first in the lowest bit; bits beyond the last sample are 0. */
    packed(): Uint8Array;
    append(packed: Column, count: number): void;
    toFloats(): Float64Array;
}
/** How many samples have which pair of bits; both of one length. */
export declare function countPairs(dense: Bits, pruned: Bits): {
    both: number;
    denseOnly: number;
    prunedOnly: number;
    neither: number;
};
export declare const growingFloats: () => Growing<Float64Array>;
export declare const growingIntegers: () => Growing<Int32Array>;
export declare const growingBytes: () => Growing<Uint8Array>;
/** Sum of a column, sample i counted `weights[i]` times. */
export declare function weightedSum(column: ArrayLike<number>, weights: Uint32Array | undefined): number;
/** Mean of a column; NaN where nothing is counted. */
export declare function weightedMean(column: ArrayLike<number>, weights: Uint32Array | undefined): number;
export {};
