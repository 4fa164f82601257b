/** Where a TensorProto's elements are, checked against its dims and element type. */
import { isFieldSet } from '@bufbuild/protobuf';
import { UserError } from '../../errors.js';
import { rawLength, typeName } from '../elements.js';
import type { ExternalResolver } from '../external.js';
import { DataType, type TensorData } from '../ir.js';
import { shown } from '../limits.js';
import { type StringStringEntryProto, type TensorProto, TensorProto_DataLocation, TensorProtoSchema } from '../proto/onnx_pb.gen.js';

/** Sizes as numbers. Throws `tensor-dims` where one is negative or the product is no exact integer. */
export function decodeDims(message: Pick<TensorProto, 'name' | 'dims'>): number[] {
  let product = 1n;
  for (const size of message.dims) {
    if (size < 0n) throw badDims(message, 'a negative size');
    product *= size;
  }
  const unsafe = [product, ...message.dims].some((size) => size > BigInt(Number.MAX_SAFE_INTEGER));
  if (unsafe) throw badDims(message, 'an impossible size');
  return message.dims.map(Number);
}

export function decodeData(message: TensorProto, count: number, external: ExternalResolver): TensorData {
  if (message.dataLocation === TensorProto_DataLocation.EXTERNAL) return externalData(message, count, external);
  if (!isFieldSet(message, TensorProtoSchema.field.rawData)) {
    checkCount(message, count);
    return { kind: 'typed' };
  }
  const expected = rawLength(message.dataType, count);
  if (message.dataType === DataType.STRING) throw badSize(message, 'strings cannot be raw data');
  if (expected !== undefined && message.rawData.length !== expected) {
    throw badSize(message, `it has ${message.rawData.length} bytes and needs ${expected}`);
  }
  return { kind: 'raw', bytes: message.rawData };
}

function externalData(message: TensorProto, count: number, external: ExternalResolver): TensorData {
  const entries = new Map(message.externalData.map((entry) => [entry.key, entryText(entry)]));
  const { path, size } = external(entries.get('location') ?? '');
  const offset = byteCount(message, entries.get('offset')) ?? 0;
  const given = byteCount(message, entries.get('length'));
  const length = rawLength(message.dataType, count) ?? given;
  if (length === undefined) throw badSize(message, `external data of ${typeName(message.dataType)} has no length`);
  if (given !== undefined && given !== length) throw badSize(message, `its length says ${given} bytes and it needs ${length}`);
  if (offset + length > size) {
    throw new UserError({
      code: 'external-short',
      message: `Tensor ${shown(message.name)} needs bytes ${offset} to ${offset + length} of ${shown(entries.get('location') ?? '')}, which has ${size}.`,
      fix: 'The data file is incomplete or belongs to another model: export both again.',
    });
  }
  return { kind: 'external', path, offset, length };
}

export function entryText(entry: StringStringEntryProto): string {
  return new TextDecoder().decode(entry.value);
}

function byteCount(message: TensorProto, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(value)) throw badSize(message, `external offset or length ${shown(text)} is no byte count`);
  return value;
}

/** Elements per entry of the typed field: complex numbers take two entries, packed types share one. */
function checkCount(message: TensorProto, count: number): void {
  const found = typedField(message)?.length;
  if (found === undefined) return;
  const expected = typedLength(message.dataType, count);
  if (found !== expected) throw badSize(message, `it has ${found} values and needs ${expected}`);
}

function typedLength(dataType: DataType, count: number): number {
  if (dataType === DataType.COMPLEX64 || dataType === DataType.COMPLEX128) return 2 * count;
  const bytes = rawLength(dataType, count) ?? count;
  return Math.min(bytes, count);
}

/** The typed field that an element type uses; undefined for types unknown to us. */
export function typedField(message: TensorProto): readonly (number | bigint | Uint8Array)[] | undefined {
  switch (message.dataType) {
    case DataType.FLOAT: case DataType.COMPLEX64: return message.floatData;
    case DataType.DOUBLE: case DataType.COMPLEX128: return message.doubleData;
    case DataType.INT64: return message.int64Data;
    case DataType.UINT32: case DataType.UINT64: return message.uint64Data;
    case DataType.STRING: return message.stringData;
    default: return rawLength(message.dataType, 1) === undefined ? undefined : message.int32Data;
  }
}

function badDims(message: Pick<TensorProto, 'name' | 'dims'>, what: string): UserError {
  return new UserError({
    code: 'tensor-dims',
    message: `Tensor ${shown(message.name)} has ${what} in its shape [${message.dims.slice(0, 8).join(', ')}].`,
    fix: 'The model is damaged: export it again.',
  });
}

function badSize(message: TensorProto, what: string): UserError {
  const dims = message.dims.slice(0, 8).join(', ');
  return new UserError({
    code: 'tensor-size',
    message: `The data of tensor ${shown(message.name)} (${typeName(message.dataType)} [${dims}]) does not fit its shape: ${what}.`,
    fix: 'The model is damaged: export it again.',
  });
}
