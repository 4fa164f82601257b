import { type FileRange } from './codec.js';
import { DataType, type Tensor } from './ir.js';
export { elementBits, elementCount, elementSize, rawLength, typeName } from './elements.js';
export type TypedArray = Float32Array | Float64Array | Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
/** Raw little-endian bytes. Read-only: raw tensors give the model's own memory. Throws for strings. */
export declare function tensorBytes(tensor: Tensor): Uint8Array;
/** Reads synchronously. Throws `external-short` where the file has shrunk since the model was read. */
export declare function readRange({ path, offset, length }: FileRange): Uint8Array;
/** A fresh copy as a typed array over aligned memory: bits of FLOAT16, BFLOAT16 as Uint16Array, BOOL as Uint8Array. */
export declare function tensorValues(tensor: Tensor): TypedArray;
/** Whether `tensorToFloat32` reads tensors of this type. */
export declare function isFloatType(dataType: DataType): boolean;
/** A fresh copy of a FLOAT, FLOAT16, BFLOAT16 or DOUBLE tensor (rounded). Throws for other types. */
export declare function tensorToFloat32(tensor: Tensor): Float32Array;
/** Any numeric tensor. 64-bit integers beyond 2^53 are rounded (INT64_MAX reads as 2^63): see `tensorToBigInts`. */
export declare function tensorToNumbers(tensor: Tensor): number[];
/** An integer or bool tensor, exact. Throws for other types. */
export declare function tensorToBigInts(tensor: Tensor): bigint[];
/**
 * A new tensor. `data`: an array of the element type, its raw bytes, or (for FLOAT16, BFLOAT16, DOUBLE) a
 * Float32Array to convert. The memory is taken over, not copied. Throws where data and dims do not fit.
 */
export declare function makeTensor(name: string, dataType: DataType, dims: readonly number[], data: TypedArray): Tensor;
/** The tensor with other dims and values (as for `makeTensor`): keeps name, type and what its message says beside. */
export declare function withValues(tensor: Tensor, dims: readonly number[], data: TypedArray): Tensor;
/** INT64 vector, or scalar for a single number. */
export declare function int64Tensor(name: string, values: readonly (number | bigint)[] | number | bigint): Tensor;
