/** Sizes of ONNX element types and of tensors. */
import { DataType } from './ir.js';

/** Bits per element in raw_data; sub-byte types are packed, first element in the low bits. */
const BITS = new Map<DataType, number>([
  [DataType.FLOAT, 32], [DataType.UINT8, 8], [DataType.INT8, 8], [DataType.UINT16, 16], [DataType.INT16, 16],
  [DataType.INT32, 32], [DataType.INT64, 64], [DataType.BOOL, 8], [DataType.FLOAT16, 16], [DataType.DOUBLE, 64],
  [DataType.UINT32, 32], [DataType.UINT64, 64], [DataType.COMPLEX64, 64], [DataType.COMPLEX128, 128],
  [DataType.BFLOAT16, 16], [DataType.FLOAT8E4M3FN, 8], [DataType.FLOAT8E4M3FNUZ, 8], [DataType.FLOAT8E5M2, 8],
  [DataType.FLOAT8E5M2FNUZ, 8], [DataType.UINT4, 4], [DataType.INT4, 4], [DataType.FLOAT4E2M1, 4],
  // FLOAT8E8M0, UINT2, INT2: newer than the names in ir.ts.
  [24, 8], [25, 2], [26, 2],
]);

const NAMES = new Map<DataType, string>(
  Object.entries(DataType).map(([name, value]) => [value, name.toLowerCase()]));

/** Bits per element; undefined for strings and types unknown to us. */
export function elementBits(dataType: DataType): number | undefined {
  return BITS.get(dataType);
}

/** Bytes per element; undefined for strings, sub-byte types and types unknown to us. */
export function elementSize(dataType: DataType): number | undefined {
  const bits = BITS.get(dataType);
  return bits === undefined || bits < 8 ? undefined : bits / 8;
}

/** Product of the sizes: 1 for a scalar (no dims), 0 where any size is 0. */
export function elementCount(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}

/** Bytes of a tensor's raw form; undefined where the element type has none. */
export function rawLength(dataType: DataType, count: number): number | undefined {
  const bits = BITS.get(dataType);
  return bits === undefined ? undefined : Math.ceil(count * bits / 8);
}

/** `float`, `int64`, ...; for people. */
export function typeName(dataType: DataType): string {
  return NAMES.get(dataType) ?? `element type ${dataType}`;
}
