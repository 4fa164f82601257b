/**
 * IR to wire messages. Rules:
 * 1. A record that is as it was decoded gives its own message back, shared and not copied.
 * 2. A changed record gives a copy of its message with the fields that changed (by identity); the rest of the
 *    message (doc strings, metadata, unknown fields) stays.
 * 3. A record made by prune-gate gives a new message.
 * 4. Tensor data stays views; a tensor whose bytes go to, or come from, another file is told by `Placing`.
 */
import { create, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import type { Attribute, Dim, Graph, Model, Node, SparseTensor, ValueInfo } from '../ir.js';
import {
  type AttributeProto, AttributeProto_AttributeType as Type, AttributeProtoSchema, GraphProtoSchema, ModelProtoSchema,
  NodeProtoSchema, OperatorSetIdProtoSchema, SparseTensorProtoSchema, type SparseTensorProto, TensorShapeProto_DimensionSchema, TensorShapeProtoSchema, TypeProto_TensorSchema,
  TypeProtoSchema, ValueInfoProtoSchema, type GraphProto, type ModelProto, type NodeProto, type OperatorSetIdProto,
  type TensorShapeProto, type TensorShapeProto_Dimension, type ValueInfoProto,
} from '../proto/onnx_pb.gen.js';
import { functionKey, tensorTypeOf } from './decode.js';
import { messageFromTensor, type Placing } from './encode-tensor.js';
import { attributeMessages, shallowCopy, sourceOf, type Source } from './wire.js';

export function messageFromModel(model: Model, placing: Placing): ModelProto {
  const source = sourceOf(ModelProtoSchema, model);
  const graph = messageFromGraph(model.graph, placing);
  if (source?.record === model && graph === source.message.graph) return source.message;
  const message = copyOrNew(ModelProtoSchema, source);
  const was = source?.record;
  message.graph = graph;
  if (model.irVersion !== was?.irVersion) message.irVersion = BigInt(model.irVersion);
  if (model.producer !== (was?.producer ?? '')) message.producerName = model.producer;
  if (model.opsets !== was?.opsets) message.opsetImport = opsetMessages(model.opsets, message.opsetImport);
  if (model.functions !== was?.functions) {
    const kept = new Set(model.functions);
    message.functions = message.functions.filter((each) => kept.has(functionKey(each)));
  }
  return message;
}

function opsetMessages(opsets: ReadonlyMap<string, number>, before: readonly OperatorSetIdProto[]): OperatorSetIdProto[] {
  return [...opsets].map(([domain, version]) => {
    const same = before.find((each) => (each.domain === 'ai.onnx' ? '' : each.domain) === domain && Number(each.version) === version);
    return same ?? create(OperatorSetIdProtoSchema, { domain, version: BigInt(version) });
  });
}

export function messageFromGraph(graph: Graph, placing: Placing): GraphProto {
  const source = sourceOf(GraphProtoSchema, graph);
  const was = source?.record;
  const old = source?.message;
  const node = sameOr(old?.node, graph.nodes.map((each) => messageFromNode(each, placing)));
  const initializer = sameOr(old?.initializer, [...graph.initializers].map(([name, each]) =>
    messageFromTensor(each.name === name ? each : { ...each, name }, placing)));
  const sparseInitializer = sameOr(old?.sparseInitializer, [...graph.sparseInitializers.values()].map(messageFromSparse));
  const unchanged = was === graph && node === old?.node && initializer === old.initializer && sparseInitializer === old.sparseInitializer;
  if (unchanged) return old;
  const message = copyOrNew(GraphProtoSchema, source);
  Object.assign(message, { node, initializer, sparseInitializer });
  if (graph.name !== (was?.name ?? '')) message.name = graph.name;
  if (graph.inputs !== was?.inputs) message.input = graph.inputs.map(messageFromValueInfo);
  if (graph.outputs !== was?.outputs) message.output = graph.outputs.map(messageFromValueInfo);
  if (graph.valueInfos !== was?.valueInfos) message.valueInfo = graph.valueInfos.map(messageFromValueInfo);
  return message;
}

/** Always inside the proto: onnxruntime makes it dense at load, so that there is nothing to map. */
const INSIDE: Placing = { place: () => undefined, ranges: new Map() };

function messageFromSparse(sparse: SparseTensor): SparseTensorProto {
  const source = sourceOf(SparseTensorProtoSchema, sparse);
  const [values, indices] = [messageFromTensor(sparse.values, INSIDE), messageFromTensor(sparse.indices, INSIDE)];
  if (source?.record === sparse && values === source.message.values && indices === source.message.indices) return source.message;
  return Object.assign(copyOrNew(SparseTensorProtoSchema, source), { values, indices, dims: sparse.dims.map(BigInt) });
}

function messageFromNode(node: Node, placing: Placing): NodeProto {
  const source = sourceOf(NodeProtoSchema, node);
  const was = source?.record;
  const attribute = attributeList(node, source, placing);
  if (was === node && attribute === source?.message.attribute) return source.message;
  const message = copyOrNew(NodeProtoSchema, source);
  message.attribute = attribute;
  if (node.inputs !== was?.inputs) message.input = [...node.inputs];
  if (node.outputs !== was?.outputs) message.output = [...node.outputs];
  if (node.name !== (was?.name ?? '')) message.name = node.name;
  if (node.opType !== was?.opType) message.opType = node.opType;
  if (node.domain !== (was?.domain ?? '')) message.domain = node.domain;
  return message;
}

function attributeList(node: Node, source: Source<NodeProto, Node> | undefined, placing: Placing): AttributeProto[] {
  const before = new Map(source?.message.attribute.map((each) => [each.name, each]));
  const now = [...node.attributes].map(([name, attribute]) => {
    const own = attributeMessages.get(attribute);
    return messageFromAttribute(name, attribute, own?.name === name ? own : undefined, before.get(name), placing);
  });
  return sameOr(source?.message.attribute, now);
}

/** `own`: the message this very attribute came from; `base`: the one of that name in the node it came from. */
function messageFromAttribute(
  name: string, attribute: Attribute, own: AttributeProto | undefined, base: AttributeProto | undefined, placing: Placing,
): AttributeProto {
  const holdsTensors = attribute.kind === 'tensor' || attribute.kind === 'tensors' || attribute.kind === 'graph' || attribute.kind === 'graphs';
  if (own !== undefined && !holdsTensors) return own;
  if (attribute.kind === 'opaque') {
    if (base !== undefined) return base;
    throw new Error(`attribute ${name} is opaque and came from nowhere`);
  }
  const value = attributeFields(attribute, placing);
  if (own !== undefined && isSameValue(own, value)) return own;
  return Object.assign(withoutValue(own ?? base, name), value);
}

function attributeFields(attribute: Exclude<Attribute, { kind: 'opaque' }>, placing: Placing): Partial<AttributeProto> {
  switch (attribute.kind) {
    case 'float': return { type: Type.FLOAT, f: attribute.value };
    case 'int': return { type: Type.INT, i: attribute.value };
    case 'string': return { type: Type.STRING, s: attribute.value };
    case 'tensor': return { type: Type.TENSOR, t: messageFromTensor(attribute.value, placing) };
    case 'graph': return { type: Type.GRAPH, g: messageFromGraph(attribute.value, placing) };
    case 'floats': return { type: Type.FLOATS, floats: [...attribute.value] };
    case 'ints': return { type: Type.INTS, ints: [...attribute.value] };
    case 'strings': return { type: Type.STRINGS, strings: [...attribute.value] };
    case 'tensors': return { type: Type.TENSORS, tensors: attribute.value.map((each) => messageFromTensor(each, placing)) };
    case 'sparse': return { type: Type.SPARSE_TENSOR, sparseTensor: messageFromSparse(attribute.value) };
    case 'graphs': return { type: Type.GRAPHS, graphs: attribute.value.map((each) => messageFromGraph(each, placing)) };
  }
}

function isSameValue(message: AttributeProto, value: Partial<AttributeProto>): boolean {
  const { t, g, tensors, graphs } = value;
  return (t === undefined || t === message.t) && (g === undefined || g === message.g)
    && (tensors === undefined || isSameList(tensors, message.tensors)) && (graphs === undefined || isSameList(graphs, message.graphs));
}

/** A new attribute message of that name, with what the old one said beside its value. */
function withoutValue(old: AttributeProto | undefined, name: string): AttributeProto {
  const message = create(AttributeProtoSchema, { name });
  if (old === undefined) return message;
  if (old.docString.length > 0) message.docString = old.docString;
  if (old.$unknown !== undefined) message.$unknown = old.$unknown;
  return message;
}

function messageFromValueInfo(info: ValueInfo): ValueInfoProto {
  const source = sourceOf(ValueInfoProtoSchema, info);
  const was = source?.record;
  if (source !== undefined && was === info) return source.message;
  const message = copyOrNew(ValueInfoProtoSchema, source);
  if (info.name !== (was?.name ?? '')) message.name = info.name;
  if (info.elemType === (was?.elemType ?? 0) && info.dims === (was?.dims ?? null)) return message;
  const before = tensorTypeOf(message.type);
  const type = create(TypeProtoSchema);
  if (message.type !== undefined) Object.assign(type, message.type);
  const tensor = create(TypeProto_TensorSchema, { elemType: info.elemType });
  if (info.dims !== null) tensor.shape = shapeMessage(info.dims, before?.shape);
  if (before?.$unknown !== undefined) tensor.$unknown = before.$unknown;
  type.value = { case: 'tensorType', value: tensor };
  message.type = type;
  return message;
}

/** Denotations stay where the rank does. */
function shapeMessage(dims: readonly Dim[], before: TensorShapeProto | undefined): TensorShapeProto {
  const old = before?.dim.length === dims.length ? before.dim : [];
  return create(TensorShapeProtoSchema, { dim: dims.map((dim, axis) => dimMessage(dim, old[axis])) });
}

function dimMessage(dim: Dim, before: TensorShapeProto_Dimension | undefined): TensorShapeProto_Dimension {
  const message = before === undefined ? create(TensorShapeProto_DimensionSchema) : shallowCopy(before);
  if (typeof dim === 'number') message.value = { case: 'dimValue', value: BigInt(dim) };
  else if (dim !== null) message.value = { case: 'dimParam', value: dim };
  else if (!isUnknown(message)) message.value = { case: undefined };
  return message;
}

/** -1 and the empty name read as unknown too; they stay as they were written. */
function isUnknown({ value }: TensorShapeProto_Dimension): boolean {
  return (value.case === 'dimValue' && value.value < 0n) || (value.case === 'dimParam' && value.value === '');
}

function copyOrNew<D extends DescMessage, R>(schema: D, source: Source<MessageShape<D>, R> | undefined): MessageShape<D> {
  return source === undefined ? create(schema) : shallowCopy(source.message);
}

/** The old list where the new one holds the very same messages, so that identity tells what changed. */
function sameOr<M>(before: M[] | undefined, now: M[]): M[] {
  return before !== undefined && isSameList(now, before) ? before : now;
}

function isSameList<M>(a: readonly M[], b: readonly M[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
