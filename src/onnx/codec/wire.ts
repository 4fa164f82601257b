/**
 * What hides behind `wire` in the IR: the protobuf message a record was decoded from, and that record as
 * it was decoded. Records are changed by object spread, which carries `wire` along; comparing a record with
 * the decoded one, field by field and by identity, tells what changed.
 */
import { type DescMessage, isMessage, type MessageShape } from '@bufbuild/protobuf';
import type { Attribute } from '../ir.js';
import type { AttributeProto } from '../proto/onnx_pb.gen.js';

export interface Source<M, R> {
  readonly message: M;
  readonly record: R;
}

class Wire {
  record: object | undefined;
  constructor(readonly message: unknown) {}
}

/** Makes a record that remembers its message. */
export function withWire<R extends object>(message: unknown, fields: R): R & { readonly wire: unknown } {
  const wire = new Wire(message);
  const record = { ...fields, wire };
  wire.record = record;
  return record;
}

/** The message and the record as decoded; undefined for a record made by prune-gate. */
export function sourceOf<D extends DescMessage, R extends { readonly wire?: unknown }>(
  schema: D, record: R,
): Source<MessageShape<D>, R> | undefined {
  const { wire } = record;
  if (wire === undefined) return undefined;
  if (!(wire instanceof Wire) || !isMessage(wire.message, schema)) {
    throw new Error(`a record carries the wire of something that is no ${schema.typeName}`);
  }
  // Set by withWire from a record of this very shape.
  return { message: wire.message, record: wire.record as R };
}

/** A new message with the same fields, presence and unknown fields; nested messages are shared. */
export function shallowCopy<M extends object>(message: M): M {
  // Defaults of absent fields live on the prototype, present fields are own properties.
  return Object.assign(Object.create(Object.getPrototypeOf(message) as object) as M, message);
}

/** Attributes have no `wire`: the message each was decoded from, for those carried over unchanged. */
export const attributeMessages = new WeakMap<Attribute, AttributeProto>();
