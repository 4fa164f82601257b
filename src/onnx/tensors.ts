/** Tensors' elements: reading them whatever their storage, and making new tensors. Hosts are little-endian. */
import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../errors.js';
import { bfloat16ToFloat32, float16ToFloat32, float32ToBfloat16, float32ToFloat16 } from '../kernels/float16.js';
import { type FileRange, typedBytes } from './codec.js';
import { elementCount, rawLength, typeName } from './elements.js';
import { DataType, type Tensor } from './ir.js';

export { elementBits, elementCount, elementSize, rawLength, typeName } from './elements.js';

export type TypedArray =
  | Float32Array | Float64Array | Uint8Array | Int8Array | Uint16Array | Int16Array
  | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

/** Raw little-endian bytes. Read-only: raw tensors give the model's own memory. Throws for strings. */
export function tensorBytes(tensor: Tensor): Uint8Array {
  switch (tensor.data.kind) {
    case 'raw': return tensor.data.bytes;
    case 'typed': return typedBytes(tensor);
    case 'external': return readRange(tensor.data);
  }
}

/** Reads synchronously. Throws `external-short` where the file has shrunk since the model was read. */
export function readRange({ path, offset, length }: FileRange): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    for (let at = 0; at < length;) {
      const count = readSync(file, bytes, at, length - at, offset + at);
      if (count === 0) throw new UserError({ code: 'external-short', message: 'The external data file has become shorter.', where: path });
      at += count;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}

/** A fresh copy as a typed array over aligned memory: bits of FLOAT16, BFLOAT16 as Uint16Array, BOOL as Uint8Array. */
export function tensorValues(tensor: Tensor): TypedArray {
  const stored = tensorBytes(tensor);
  // Raw bytes are the model's memory, at any alignment; the others are fresh already.
  const bytes = tensor.data.kind === 'raw' ? new Uint8Array(stored) : stored;
  const { buffer } = bytes;
  switch (tensor.dataType) {
    case DataType.FLOAT: return new Float32Array(buffer);
    case DataType.DOUBLE: return new Float64Array(buffer);
    case DataType.INT64: return new BigInt64Array(buffer);
    case DataType.UINT64: return new BigUint64Array(buffer);
    case DataType.INT32: return new Int32Array(buffer);
    case DataType.UINT32: return new Uint32Array(buffer);
    case DataType.INT16: return new Int16Array(buffer);
    case DataType.INT8: return new Int8Array(buffer);
    case DataType.UINT16: case DataType.FLOAT16: case DataType.BFLOAT16: return new Uint16Array(buffer);
    case DataType.UINT8: case DataType.BOOL: return bytes;
    default: throw new Error(`no array holds a tensor of ${typeName(tensor.dataType)}`);
  }
}

/** Whether `tensorToFloat32` reads tensors of this type. */
export function isFloatType(dataType: DataType): boolean {
  return dataType === DataType.FLOAT || dataType === DataType.DOUBLE || dataType === DataType.FLOAT16 || dataType === DataType.BFLOAT16;
}

/** A fresh copy of a FLOAT, FLOAT16, BFLOAT16 or DOUBLE tensor (rounded). Throws for other types. */
export function tensorToFloat32(tensor: Tensor): Float32Array {
  const values = isFloatType(tensor.dataType) ? tensorValues(tensor) : undefined;
  if (values instanceof Float32Array) return values;
  if (values instanceof Float64Array) return Float32Array.from(values);
  if (values instanceof Uint16Array) return tensor.dataType === DataType.FLOAT16 ? float16ToFloat32(values) : bfloat16ToFloat32(values);
  throw new Error(`a tensor of ${typeName(tensor.dataType)} is not floating-point`);
}

/** Any numeric tensor. 64-bit integers beyond 2^53 are rounded (INT64_MAX reads as 2^63): see `tensorToBigInts`. */
export function tensorToNumbers(tensor: Tensor): number[] {
  const is16 = tensor.dataType === DataType.FLOAT16 || tensor.dataType === DataType.BFLOAT16;
  return Array.from<number | bigint, number>(is16 ? tensorToFloat32(tensor) : tensorValues(tensor), Number);
}

/** An integer or bool tensor, exact. Throws for other types. */
export function tensorToBigInts(tensor: Tensor): bigint[] {
  if (isFloatType(tensor.dataType)) throw new Error(`a tensor of ${typeName(tensor.dataType)} holds no integers`);
  return Array.from<number | bigint, bigint>(tensorValues(tensor), BigInt);
}

/**
 * A new tensor. `data`: an array of the element type, its raw bytes, or (for FLOAT16, BFLOAT16, DOUBLE) a
 * Float32Array to convert. The memory is taken over, not copied. Throws where data and dims do not fit.
 */
export function makeTensor(name: string, dataType: DataType, dims: readonly number[], data: TypedArray): Tensor {
  return { name, dataType, dims, data: { kind: 'raw', bytes: rawBytes(name, dataType, dims, data) } };
}

/** The tensor with other dims and values (as for `makeTensor`): keeps name, type and what its message says beside. */
export function withValues(tensor: Tensor, dims: readonly number[], data: TypedArray): Tensor {
  return { ...tensor, dims, data: { kind: 'raw', bytes: rawBytes(tensor.name, tensor.dataType, dims, data) } };
}

/** INT64 vector, or scalar for a single number. */
export function int64Tensor(name: string, values: readonly (number | bigint)[] | number | bigint): Tensor {
  const list = typeof values === 'object' ? values : [values];
  return makeTensor(name, DataType.INT64, typeof values === 'object' ? [list.length] : [], BigInt64Array.from(list, BigInt));
}

function rawBytes(name: string, dataType: DataType, dims: readonly number[], data: TypedArray): Uint8Array {
  const array = data instanceof Float32Array ? fromFloat32(dataType, data) : data;
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const expected = rawLength(dataType, elementCount(dims));
  if (bytes.length !== expected) {
    throw new Error(`tensor ${name}: ${bytes.length} bytes for ${typeName(dataType)} [${dims.join(', ')}], which needs ${expected ?? 'no raw data'}`);
  }
  return bytes;
}

function fromFloat32(dataType: DataType, values: Float32Array): TypedArray {
  switch (dataType) {
    case DataType.FLOAT16: return float32ToFloat16(values);
    case DataType.BFLOAT16: return float32ToBfloat16(values);
    case DataType.DOUBLE: return Float64Array.from(values);
    case DataType.FLOAT: return values;
    default: throw new Error(`float values for a tensor of ${typeName(dataType)}`);
  }
}
