/** Facts about element types: how they are held, how wide they are, what they are for. */
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';
export declare const bytesPerElement: (type: ElementType) => number;
export declare const isFloating: (type: ElementType) => boolean;
export declare const newArray: (type: ElementType, length: number) => TypedArray;
/** The bytes as elements: a view where the offset allows it, else a copy. */
export declare function elementsOf(type: ElementType, bytes: Uint8Array): TypedArray;
/** The elements as bytes, without a copy. */
export declare function bytesOf(data: TypedArray): Uint8Array;
/** Number of elements of a shape; 1 for a scalar. */
export declare function elementCount(dims: readonly number[]): number;
/** A copy that stays valid when the reader's buffer is used again. */
export declare function copyTensor(tensor: HostTensor): HostTensor;
/** `uint8 [1017,32,32,3]`; an unknown size is `?`. */
export declare function describeType(type: ElementType | undefined, dims: readonly (number | string | null)[]): string;
