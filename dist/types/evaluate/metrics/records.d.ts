/** Per-sample records in typed arrays that grow: 1 to 8 bytes a value, however large the outputs are. */
type Records = Float64Array | Int32Array | Uint8Array;
export declare class Growing<T extends Records> {
    private readonly make;
    private buffer;
    private count;
    constructor(make: (length: number) => T);
    get length(): number;
    push(value: number): void;
    /** The values so far; a view, valid until the next `push`. */
    get values(): T;
}
export declare const growingFloats: () => Growing<Float64Array>;
export declare const growingIntegers: () => Growing<Int32Array>;
export declare const growingBytes: () => Growing<Uint8Array>;
/** Sum of a column, sample i counted `weights[i]` times. */
export declare function weightedSum(column: ArrayLike<number>, weights: Uint32Array | undefined): number;
/** Mean of a column; NaN where nothing is counted. */
export declare function weightedMean(column: ArrayLike<number>, weights: Uint32Array | undefined): number;
export {};
