/**
 * Walks a serialized ModelProto and checks its framing before the protobuf library reads it: that reader
 * trusts lengths and wire types, so a damaged file would decode into something else without a word.
 * Costs one pass over tags; tensor data is stepped over, not read.
 */
import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { WireType } from '@bufbuild/protobuf/wire';

export type WireProblem = {
  /** `truncated`: the last field runs past the end of the file; `malformed`: the bytes are no such message. */
  readonly kind: 'truncated' | 'malformed';
  readonly offset: number;
  /** Whether a whole top-level field of the right type came before. */
  readonly begun: boolean;
};

/** Same limit as protobuf's own readers. */
const MAX_DEPTH = 100;

class Fault extends Error {
  constructor(readonly kind: WireProblem['kind'], readonly offset: number) { super(kind); }
}

/** The first problem in the framing of `bytes` as a message of `schema`; undefined where there is none. */
export function wireProblem(schema: DescMessage, bytes: Uint8Array): WireProblem | undefined {
  const walker = new Walker(bytes);
  try {
    walker.message(schema, bytes.length, 1);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { kind: thrown.kind, offset: thrown.offset, begun: walker.begun };
  }
}

class Walker {
  private at = 0;
  begun = false;

  constructor(private readonly bytes: Uint8Array) {}

  message(schema: DescMessage, end: number, depth: number): void {
    if (depth > MAX_DEPTH) throw new Fault('malformed', this.at);
    const fields = fieldsByNumber(schema);
    while (this.at < end) {
      const start = this.at;
      const tag = this.varint(end);
      const number = Math.floor(tag / 8);
      const wireType: WireType = tag % 8;
      if (number === 0 || number > 0x1fffffff) throw new Fault('malformed', start);
      const field = fields.get(number);
      if (field === undefined) this.unknown(number, wireType, end, depth);
      else this.known(field, wireType, end, depth, start);
      if (depth === 1 && field !== undefined) this.begun = true;
    }
  }

  private known(field: DescField, wireType: WireType, end: number, depth: number, start: number): void {
    const wanted = wireTypeOf(field);
    const packed = field.fieldKind === 'list' && wanted !== WireType.LengthDelimited && wireType === WireType.LengthDelimited;
    if (wireType !== wanted && !packed) throw new Fault('malformed', start);
    if (wireType !== WireType.LengthDelimited) return this.skip(wireType, end);
    const to = this.lengthEnd(end);
    if (field.message !== undefined) return this.message(field.message, to, depth + 1);
    if (packed) this.packed(wanted, to);
    this.at = to;
  }

  private packed(element: WireType, end: number): void {
    const size = element === WireType.Bit32 ? 4 : element === WireType.Bit64 ? 8 : 0;
    if (size > 0 && (end - this.at) % size !== 0) throw new Fault('malformed', this.at);
    // A varint's last byte has its high bit clear: so has the last byte of a whole list.
    if (size === 0 && end > this.at && (this.bytes[end - 1] as number) > 0x7f) throw new Fault('malformed', this.at);
  }

  private unknown(number: number, wireType: WireType, end: number, depth: number): void {
    if (wireType !== WireType.StartGroup) return this.skip(wireType, end);
    if (depth >= MAX_DEPTH) throw new Fault('malformed', this.at);
    for (;;) {
      const tag = this.varint(end);
      const wireType: WireType = tag % 8;
      if (wireType === WireType.EndGroup) {
        if (Math.floor(tag / 8) !== number) throw new Fault('malformed', this.at);
        return;
      }
      this.unknown(Math.floor(tag / 8), wireType, end, depth + 1);
    }
  }

  private skip(wireType: WireType, end: number): void {
    if (wireType === WireType.Varint) this.varint(end);
    else if (wireType === WireType.Bit64) this.advance(8, end);
    else if (wireType === WireType.Bit32) this.advance(4, end);
    else if (wireType === WireType.LengthDelimited) this.at = this.lengthEnd(end);
    else throw new Fault('malformed', this.at);
  }

  private lengthEnd(end: number): number {
    const length = this.varint(end);
    if (this.at + length > end) this.overrun(end);
    return this.at + length;
  }

  private advance(size: number, end: number): void {
    if (this.at + size > end) this.overrun(end);
    this.at += size;
  }

  /** As a number; ten bytes at most. Large values lose low bits, which no caller minds. */
  private varint(end: number): number {
    let value = 0;
    for (let index = 0; index < 10; index++) {
      if (this.at >= end) this.overrun(end);
      const byte = this.bytes[this.at++] as number;
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    throw new Fault('malformed', this.at);
  }

  /** Past the end of an inner message is damage; past the end of the file is a file cut short. */
  private overrun(end: number): never {
    throw new Fault(end === this.bytes.length ? 'truncated' : 'malformed', this.at);
  }
}

const known = new WeakMap<DescMessage, ReadonlyMap<number, DescField>>();

function fieldsByNumber(schema: DescMessage): ReadonlyMap<number, DescField> {
  const fields = known.get(schema) ?? new Map(schema.fields.map((field) => [field.number, field]));
  known.set(schema, fields);
  return fields;
}

function wireTypeOf(field: DescField): WireType {
  if (field.message !== undefined) return WireType.LengthDelimited;
  switch (field.scalar) {
    case ScalarType.STRING: case ScalarType.BYTES: return WireType.LengthDelimited;
    case ScalarType.FLOAT: case ScalarType.FIXED32: case ScalarType.SFIXED32: return WireType.Bit32;
    case ScalarType.DOUBLE: case ScalarType.FIXED64: case ScalarType.SFIXED64: return WireType.Bit64;
    default: return WireType.Varint;
  }
}
