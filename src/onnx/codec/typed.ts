/** Typed fields (float_data, int32_data, ...) to raw little-endian bytes. */
import { DataType, type Tensor } from '../ir.js';
import { elementBits, elementSize, typeName } from '../elements.js';
import { type TensorProto, TensorProtoSchema } from '../proto/onnx_pb.gen.js';
import { sourceOf } from './wire.js';

/** Raw bytes of a tensor whose data is `typed`. Strings have none: throws. */
export function typedBytes(tensor: Tensor): Uint8Array {
  const source = sourceOf(TensorProtoSchema, tensor);
  if (source === undefined) throw new Error(`tensor ${tensor.name} says its data is typed and has none`);
  return bytesOf(rawArray(source.message));
}

function rawArray(message: TensorProto): ArrayBufferView {
  const { dataType } = message;
  switch (dataType) {
    case DataType.FLOAT: case DataType.COMPLEX64: return Float32Array.from(message.floatData);
    case DataType.DOUBLE: case DataType.COMPLEX128: return Float64Array.from(message.doubleData);
    case DataType.INT64: return BigInt64Array.from(message.int64Data);
    case DataType.UINT64: return BigUint64Array.from(message.uint64Data);
    case DataType.UINT32: return Uint32Array.from(message.uint64Data, Number);
    case DataType.INT32: return Int32Array.from(message.int32Data);
    default: return narrowArray(dataType, message.int32Data);
  }
}

/** int32_data holds the bits of 16-bit and 8-bit types, one element per entry, and packed bytes of smaller ones. */
function narrowArray(dataType: DataType, entries: readonly number[]): ArrayBufferView {
  if (elementSize(dataType) === 2) return Uint16Array.from(entries);
  if ((elementBits(dataType) ?? 64) <= 8) return Uint8Array.from(entries);
  throw new Error(`a tensor of ${typeName(dataType)} has no raw bytes`);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
