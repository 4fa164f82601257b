/** Typed arrays put together. */
type Joinable = Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
/** One after the other, all of one type; the only one itself. @param parts at least one */
export declare function joinArrays<T extends Joinable>(parts: readonly T[]): T;
export {};
