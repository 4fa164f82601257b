/** Between prune-gate's host tensors and onnxruntime's: same bytes, no copies. */
import type { OnnxValue, Tensor } from 'onnxruntime-node';
import { elementCount } from '../onnx/elements.js';
import { DataType } from '../onnx/ir.js';
import type { Ort } from './load.js';
import type { ElementType, HostTensor, TypedArray } from './types.js';

type TypedArrayConstructor = { readonly name: string; new (length: number): TypedArray };

/** How each element type is held in host memory. */
export const HOST_ARRAYS: Readonly<Record<ElementType, TypedArrayConstructor>> = {
  float32: Float32Array, float64: Float64Array, float16: Uint16Array, uint8: Uint8Array, int8: Int8Array,
  uint16: Uint16Array, int16: Int16Array, int32: Int32Array, uint32: Uint32Array,
  int64: BigInt64Array, uint64: BigUint64Array, bool: Uint8Array,
};

const DATA_TYPES: Readonly<Record<ElementType, DataType>> = {
  float32: DataType.FLOAT, float64: DataType.DOUBLE, float16: DataType.FLOAT16, uint8: DataType.UINT8, int8: DataType.INT8,
  uint16: DataType.UINT16, int16: DataType.INT16, int32: DataType.INT32, uint32: DataType.UINT32,
  int64: DataType.INT64, uint64: DataType.UINT64, bool: DataType.BOOL,
};

const ELEMENT_TYPES: ReadonlyMap<DataType, ElementType> = new Map(
  Object.entries(DATA_TYPES).map(([type, dataType]) => [dataType, type as ElementType]));

/** Undefined where the type is. */
export function bytesOfElement(type: ElementType | undefined): number | undefined {
  return type === undefined ? undefined : new HOST_ARRAYS[type](0).BYTES_PER_ELEMENT;
}

/** ONNX's number of an element type. */
export function dataTypeOf(type: ElementType): DataType {
  return DATA_TYPES[type];
}

/** Undefined for strings, bfloat16, float8, sub-byte and complex types: host memory has no array for them here. */
export function elementTypeOf(dataType: DataType): ElementType | undefined {
  return ELEMENT_TYPES.get(dataType);
}

export function isElementType(type: string): type is ElementType {
  return Object.hasOwn(HOST_ARRAYS, type);
}

/** Why a tensor cannot be fed, or undefined where it can. */
function malformed(tensor: HostTensor): string | undefined {
  const wanted = HOST_ARRAYS[tensor.type];
  if (!(tensor.data instanceof wanted)) return `a ${tensor.type} tensor wants a ${wanted.name}`;
  const count = elementCount(tensor.dims);
  if (tensor.data.length !== count) return `shape [${tensor.dims.join(', ')}] wants ${count} elements, got ${tensor.data.length}`;
  return undefined;
}

const made = new WeakMap<HostTensor, Tensor>();

/**
 * Made once for each host tensor, whatever sessions it is fed to and however often: dense and pruned model take the same
 * object, and a timed run makes none. It is a view of the host's bytes, so what is written there is seen.
 *
 * @throws Error where the tensor is malformed
 */
export function toOrt(ort: Ort, tensor: HostTensor): Tensor {
  const known = made.get(tensor);
  if (known !== undefined) return known;
  const problem = malformed(tensor);
  if (problem !== undefined) throw new Error(problem);
  const fresh = new ort.Tensor(tensor.type, tensor.data, [...tensor.dims]);
  made.set(tensor, fresh);
  return fresh;
}

/** Throws where the value is no tensor of a supported type. */
export function fromOrt(value: OnnxValue): HostTensor {
  const { type, data, dims } = value;
  if (!isElementType(type) || !ArrayBuffer.isView(data)) throw new Error(`a ${type} tensor cannot be read`);
  return { type, dims, data: asBits(type, data) };
}

/** float16 as its bits, should it come as a Float16Array. */
function asBits(type: ElementType, data: ArrayBufferView): TypedArray {
  if (type === 'float16') return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  return data as TypedArray;
}
