/**
 * What hides behind `wire` in the IR: the protobuf message a record was decoded from, and that record as
 * it was decoded. Records are changed by object spread, which carries `wire` along; comparing a record with
 * the decoded one, field by field and by identity, tells what changed.
 */
import { type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import type { Attribute } from '../ir.js';
import type { AttributeProto } from '../proto/onnx_pb.gen.js';
export interface Source<M, R> {
    readonly message: M;
    readonly record: R;
}
/** Makes a record that remembers its message. */
export declare function withWire<R extends object>(message: unknown, fields: R): R & {
    readonly wire: unknown;
};
/** The message and the record as decoded; undefined for a record made by prune-gate. */
export declare function sourceOf<D extends DescMessage, R extends {
    readonly wire?: unknown;
}>(schema: D, record: R): Source<MessageShape<D>, R> | undefined;
/** A new message with the same fields, presence and unknown fields; nested messages are shared. */
export declare function shallowCopy<M extends object>(message: M): M;
/** Attributes have no `wire`: the message each was decoded from, for those carried over unchanged. */
export declare const attributeMessages: WeakMap<Attribute, AttributeProto>;
