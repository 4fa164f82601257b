/** Facts about element types: how they are held, how wide they are, what they are for. */
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';

interface TypedArrayClass {
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
}

const ARRAYS: Readonly<Record<ElementType, TypedArrayClass>> = {
  float32: Float32Array, float64: Float64Array, float16: Uint16Array, uint8: Uint8Array, int8: Int8Array,
  uint16: Uint16Array, int16: Int16Array, int32: Int32Array, uint32: Uint32Array,
  int64: BigInt64Array, uint64: BigUint64Array, bool: Uint8Array,
};

export const bytesPerElement = (type: ElementType): number => ARRAYS[type].BYTES_PER_ELEMENT;

export const isFloating = (type: ElementType): boolean => type === 'float32' || type === 'float64' || type === 'float16';

export const newArray = (type: ElementType, length: number): TypedArray => new ARRAYS[type](length);

/** The bytes as elements: a view where the offset allows it, else a copy. */
export function elementsOf(type: ElementType, bytes: Uint8Array): TypedArray {
  const { BYTES_PER_ELEMENT: width } = ARRAYS[type];
  const source = bytes.byteOffset % width === 0 ? bytes : new Uint8Array(bytes);
  return new ARRAYS[type](source.buffer, source.byteOffset, source.byteLength / width);
}

/** The elements as bytes, without a copy. */
export function bytesOf(data: TypedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Number of elements of a shape; 1 for a scalar. */
export function elementCount(dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * dim, 1);
}

/** A copy that stays valid when the reader's buffer is used again. */
export function copyTensor(tensor: HostTensor): HostTensor {
  return { ...tensor, data: tensor.data.slice() };
}

/** `uint8 [1017,32,32,3]`; an unknown size is `?`. */
export function describeType(type: ElementType | undefined, dims: readonly (number | string | null)[]): string {
  return `${type ?? 'no tensor'} [${dims.map((dim) => dim ?? '?').join(',')}]`;
}
