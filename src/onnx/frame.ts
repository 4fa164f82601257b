/**
 * Serializes a ModelProto to a list of chunks, so that weights are written from where they are and never
 * joined into one buffer. Only messages on the way to a big tensor are framed here; runs of others go through
 * the library. Fields come in ascending order, as protobuf's own writers put them.
 */
import { create, type DescField, type DescMessage, type MessageShape, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { FileRange } from './codec.js';
import {
  type AttributeProto, AttributeProtoSchema, type GraphProto, GraphProtoSchema, type ModelProto, ModelProtoSchema,
  type NodeProto, NodeProtoSchema, type TensorProto, TensorProtoSchema,
} from './proto/onnx_pb.gen.js';

/** Bytes as they are, or a range of a file. */
export type Chunk = Uint8Array | FileRange;

/** Raw data from here on is a chunk of its own; copying less costs less than a separate write. */
const BIG_BYTES = 64 * 1024;

export class Chunks {
  readonly list: Chunk[] = [];
  size = 0;

  push(chunk: Chunk): void {
    if (chunk.length === 0) return;
    this.list.push(chunk);
    this.size += chunk.length;
  }

  /** A length-delimited field. Lengths past 4 GiB are written too: the caller sees the size and refuses. */
  pushField(number: number, content: Chunks): void {
    const header = new BinaryWriter().tag(number, WireType.LengthDelimited).uint64(BigInt(content.size));
    this.push(header.finish());
    for (const chunk of content.list) this.push(chunk);
  }
}

/** `ranges`: raw data that is to come from a file. */
export function frameModel(message: ModelProto, ranges: ReadonlyMap<TensorProto, FileRange>): Chunks {
  return new Framer(ranges).model(message);
}

class Framer {
  constructor(private readonly ranges: ReadonlyMap<TensorProto, FileRange>) {}

  model(message: ModelProto): Chunks {
    return this.split(ModelProtoSchema, message, [this.fieldOf(ModelProtoSchema.field.graph, this.bigGraph, this.graph)]);
  }

  private readonly graph = (message: GraphProto): Chunks => this.split(GraphProtoSchema, message, [
    this.fieldOf(GraphProtoSchema.field.node, this.bigNode, this.node),
    this.fieldOf(GraphProtoSchema.field.initializer, this.bigTensor, this.tensor),
  ]);

  private readonly node = (message: NodeProto): Chunks => this.split(NodeProtoSchema, message, [
    this.fieldOf(NodeProtoSchema.field.attribute, this.bigAttribute, this.attribute),
  ]);

  private readonly attribute = (message: AttributeProto): Chunks => this.split(AttributeProtoSchema, message, [
    this.fieldOf(AttributeProtoSchema.field.t, this.bigTensor, this.tensor),
    this.fieldOf(AttributeProtoSchema.field.g, this.bigGraph, this.graph),
    this.fieldOf(AttributeProtoSchema.field.tensors, this.bigTensor, this.tensor),
    this.fieldOf(AttributeProtoSchema.field.graphs, this.bigGraph, this.graph),
  ]);

  private readonly tensor = (message: TensorProto): Chunks => {
    const { field } = TensorProtoSchema;
    const raw = new Chunks();
    raw.push(this.ranges.get(message) ?? message.rawData);
    const chunks = new Chunks();
    chunks.push(toBinary(TensorProtoSchema, partOf(TensorProtoSchema, message, (each) => each.number < field.rawData.number, false)));
    chunks.pushField(field.rawData.number, raw);
    chunks.push(toBinary(TensorProtoSchema, partOf(TensorProtoSchema, message, (each) => each.number > field.rawData.number, true)));
    return chunks;
  };

  private readonly bigTensor = (message: TensorProto): boolean =>
    message.rawData.length >= BIG_BYTES || this.ranges.has(message);

  private readonly bigAttribute = (message: AttributeProto): boolean =>
    (message.t !== undefined && this.bigTensor(message.t)) || (message.g !== undefined && this.bigGraph(message.g))
    || message.tensors.some(this.bigTensor) || message.graphs.some(this.bigGraph);

  private readonly bigNode = (message: NodeProto): boolean => message.attribute.some(this.bigAttribute);

  private readonly bigGraph = (message: GraphProto): boolean =>
    message.initializer.some(this.bigTensor) || message.node.some(this.bigNode);

  private fieldOf<M>(field: DescField, isBig: (message: M) => boolean, frame: (message: M) => Chunks): SplitField {
    // The generated types say what messages a field holds; the descriptor that names the field does not.
    return { field, isBig: (message) => isBig(message as M), frame: (message) => frame(message as M) };
  }

  /** Frames the big messages in `fields` by hand and everything between them through the library. */
  private split<D extends DescMessage>(schema: D, message: MessageShape<D>, fields: readonly SplitField[]): Chunks {
    const chunks = new Chunks();
    let after = 0;
    for (const { field, isBig, frame } of fields) {
      chunks.push(toBinary(schema, partOf(schema, message, ({ number }) => number > after && number < field.number, false)));
      for (const run of runsOf(childrenOf(message, field), isBig)) {
        if (run.big) chunks.pushField(field.number, frame(run.children[0]));
        else chunks.push(toBinary(schema, withChildren(schema, field, run.children)));
      }
      after = field.number;
    }
    chunks.push(toBinary(schema, partOf(schema, message, ({ number }) => number > after, true)));
    return chunks;
  }
}

interface SplitField {
  readonly field: DescField;
  readonly isBig: (message: unknown) => boolean;
  readonly frame: (message: unknown) => Chunks;
}

interface Run {
  readonly big: boolean;
  readonly children: unknown[];
}

/** Each big message alone, the others in runs. */
function runsOf(children: readonly unknown[], isBig: (message: unknown) => boolean): Run[] {
  const runs: Run[] = [];
  for (const child of children) {
    const big = isBig(child);
    const last = runs.at(-1);
    if (!big && last?.big === false) last.children.push(child);
    else runs.push({ big, children: [child] });
  }
  return runs;
}

function childrenOf(message: object, field: DescField): readonly unknown[] {
  const value: unknown = Reflect.get(message, field.localName);
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function withChildren<D extends DescMessage>(schema: D, field: DescField, children: unknown[]): MessageShape<D> {
  const part = create(schema);
  Reflect.set(part, field.localName, field.fieldKind === 'list' ? children : children[0]);
  return part;
}

/** A message with some of the fields; none of those a model splits at is in a oneof. */
function partOf<D extends DescMessage>(
  schema: D, message: MessageShape<D>, wanted: (field: DescField) => boolean, withUnknown: boolean,
): MessageShape<D> {
  const part = create(schema);
  for (const field of schema.fields) {
    if (wanted(field) && Object.hasOwn(message, field.localName)) Reflect.set(part, field.localName, Reflect.get(message, field.localName));
  }
  if (withUnknown && message.$unknown !== undefined) part.$unknown = message.$unknown;
  return part;
}
