/** Sizes of ONNX element types and of tensors. */
import { DataType } from './ir.js';
/** Bits per element; undefined for strings and types unknown to us. */
export declare function elementBits(dataType: DataType): number | undefined;
/** Bytes per element; undefined for strings, sub-byte types and types unknown to us. */
export declare function elementSize(dataType: DataType): number | undefined;
/** Product of the sizes: 1 for a scalar (no dims), 0 where any size is 0. */
export declare function elementCount(dims: readonly number[]): number;
/** Bytes of a tensor's raw form; undefined where the element type has none. */
export declare function rawLength(dataType: DataType, count: number): number | undefined;
/** `float`, `int64`, ...; for people. */
export declare function typeName(dataType: DataType): string;
