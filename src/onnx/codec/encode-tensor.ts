/** Tensors to wire messages, and where their bytes go. */
import { clearField, create } from '@bufbuild/protobuf';
import type { Tensor, TensorData } from '../ir.js';
import {
  StringStringEntryProtoSchema, type StringStringEntryProto, type TensorProto, TensorProto_DataLocation, TensorProtoSchema,
} from '../proto/onnx_pb.gen.js';
import { entryText } from './tensor-data.js';
import { shallowCopy, sourceOf } from './wire.js';

/** A range of a file that holds a tensor's raw bytes. */
export interface FileRange {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** Where a tensor's bytes will be, as the written model names it. */
export interface Placed {
  /** Relative to the written model's folder. */
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

export interface Placing {
  /** Undefined: inside the proto. Asked once for every tensor that is raw or external, in file order. */
  place(tensor: Tensor, data: Exclude<TensorData, { kind: 'typed' }>): Placed | undefined;
  /** Filled here: messages whose raw_data is to be streamed from a file. Their `rawData` is empty. */
  readonly ranges: Map<TensorProto, FileRange>;
}

export function messageFromTensor(tensor: Tensor, placing: Placing): TensorProto {
  const source = sourceOf(TensorProtoSchema, tensor);
  const was = source?.record;
  const { data } = tensor;
  const placed = data.kind === 'typed' ? undefined : placing.place(tensor, data);
  const stays = data === was?.data && (data.kind === 'external' ? isPlacedAs(source?.message, placed) : placed === undefined);
  if (source !== undefined && was === tensor && stays) return source.message;
  const message = source === undefined ? create(TensorProtoSchema) : shallowCopy(source.message);
  if (tensor.name !== (was?.name ?? '')) message.name = tensor.name;
  if (tensor.dataType !== was?.dataType) message.dataType = tensor.dataType;
  if (tensor.dims !== was?.dims) message.dims = tensor.dims.map(BigInt);
  if (!stays) setData(message, data, placed, placing);
  else if (data.kind === 'typed') checkTyped(tensor, was);
  return message;
}

/** Typed elements live in the message: they cannot follow a change of type or size. */
function checkTyped(tensor: Tensor, was: Tensor | undefined): void {
  const same = tensor.dataType === was?.dataType && String(tensor.dims) === String(was.dims);
  if (!same) throw new Error(`tensor ${tensor.name} changed its type or dims and kept its typed data`);
}

function setData(message: TensorProto, data: TensorData, placed: Placed | undefined, placing: Placing): void {
  if (data.kind === 'typed') throw new Error(`tensor ${message.name} says its data is typed and has none`);
  clearData(message);
  if (placed !== undefined) {
    message.dataLocation = TensorProto_DataLocation.EXTERNAL;
    message.externalData = externalEntries(placed);
    return;
  }
  message.rawData = data.kind === 'raw' ? data.bytes : new Uint8Array(0);
  if (data.kind === 'external') placing.ranges.set(message, data);
}

function clearData(message: TensorProto): void {
  const { field } = TensorProtoSchema;
  for (const each of [
    field.floatData, field.int32Data, field.int64Data, field.doubleData, field.uint64Data, field.stringData,
    field.rawData, field.externalData, field.dataLocation, field.segment,
  ]) clearField(message, each);
}

function externalEntries({ location, offset, length }: Placed): StringStringEntryProto[] {
  const entries = [['location', location], ['offset', String(offset)], ['length', String(length)]] as const;
  return entries.map(([key, value]) => create(StringStringEntryProtoSchema, { key, value: new TextEncoder().encode(value) }));
}

/** Whether the message already says exactly this place. */
function isPlacedAs(message: TensorProto | undefined, placed: Placed | undefined): boolean {
  if (message === undefined || placed === undefined) return false;
  const entries = new Map(message.externalData.map((entry) => [entry.key, entryText(entry)]));
  return entries.get('location') === placed.location && (entries.get('offset') ?? '0') === String(placed.offset)
    && (entries.get('length') ?? String(placed.length)) === String(placed.length);
}
