/** Wire messages to IR. Tensors stay views on the file's buffer; what the IR does not model stays in `wire`. */
import { type DescField, isFieldSet } from '@bufbuild/protobuf';
import { UserError } from '../../errors.js';
import { elementCount } from '../elements.js';
import type { ExternalResolver } from '../external.js';
import type { Attribute, Dim, Graph, Model, Node, SparseTensor, Tensor, ValueInfo } from '../ir.js';
import { shown } from '../limits.js';
import {
  type AttributeProto, AttributeProto_AttributeType as Type, AttributeProtoSchema, type FunctionProto, type GraphProto,
  type ModelProto, ModelProtoSchema, type NodeProto, type SparseTensorProto, type TensorProto, TensorProto_DataLocation, type TensorShapeProto, type TypeProto, type ValueInfoProto,
} from '../proto/onnx_pb.gen.js';
import { decodeData, decodeDims } from './tensor-data.js';
import { attributeMessages, sourceOf, withWire } from './wire.js';

/** Throws `no-graph`, `tensor-*`, `external-*`, `duplicate-*`. */
export function modelFromMessage(message: ModelProto, external: ExternalResolver): Model {
  if (message.graph === undefined) {
    throw new UserError({ code: 'no-graph', message: 'The file holds no graph.', fix: 'Export the model again.' });
  }
  refuseExternal([...message.functions, ...message.trainingInfo]);
  return withWire(message, {
    irVersion: Number(message.irVersion),
    opsets: decodeOpsets(message),
    producer: message.producerName,
    graph: graphFromMessage(message.graph, external),
    functions: message.functions.map(functionKey),
  });
}

/** Where a domain is imported more than once, the highest version counts (ONNX IR specification). */
function decodeOpsets(message: ModelProto): Map<string, number> {
  const opsets = new Map<string, number>();
  for (const { domain, version } of message.opsetImport) {
    const key = plainDomain(domain);
    opsets.set(key, Math.max(Number(version), opsets.get(key) ?? 0));
  }
  return opsets;
}

export function functionKey(message: FunctionProto): string {
  return `${plainDomain(message.domain)}:${message.name}`;
}

export function plainDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

function graphFromMessage(message: GraphProto, external: ExternalResolver): Graph {
  refuseExternal(message.sparseInitializer);
  const initializers = new Map<string, Tensor>();
  for (const tensor of message.initializer) {
    if (initializers.has(tensor.name)) throw duplicate('initializer', tensor.name);
    initializers.set(tensor.name, tensorFromMessage(tensor, external));
  }
  return withWire(message, {
    name: message.name,
    nodes: message.node.map((node) => nodeFromMessage(node, external)),
    initializers,
    sparseInitializers: sparseInitializers(message, initializers, external),
    inputs: message.input.map(valueInfoFromMessage),
    outputs: message.output.map(valueInfoFromMessage),
    valueInfos: message.valueInfo.map(valueInfoFromMessage),
  });
}

function sparseInitializers(message: GraphProto, initializers: ReadonlyMap<string, unknown>, external: ExternalResolver): Map<string, SparseTensor> {
  const found = new Map<string, SparseTensor>();
  for (const sparse of message.sparseInitializer) {
    const tensor = sparseFromMessage(sparse, external);
    const { name } = tensor.values;
    if (found.has(name) || initializers.has(name)) throw duplicate('sparse initializer', name);
    found.set(name, tensor);
  }
  return found;
}

function sparseFromMessage(message: SparseTensorProto, external: ExternalResolver): SparseTensor {
  const { values, indices } = message;
  if (values === undefined || indices === undefined) {
    throw new UserError({ code: 'tensor-size', message: `A sparse tensor has no ${values === undefined ? 'values' : 'indices'}.`, fix: 'The model is damaged: export it again.' });
  }
  return withWire(message, {
    dims: decodeDims({ name: values.name, dims: message.dims }), values: tensorFromMessage(values, external), indices: tensorFromMessage(indices, external),
  });
}

export function nodeFromMessage(message: NodeProto, external: ExternalResolver): Node {
  const attributes = new Map<string, Attribute>();
  for (const attribute of message.attribute) {
    if (attributes.has(attribute.name)) throw duplicate(`attribute of a ${shown(message.opType)} node`, attribute.name);
    attributes.set(attribute.name, attributeFromMessage(attribute, external));
  }
  return withWire(message, {
    name: message.name, opType: message.opType, domain: plainDomain(message.domain),
    inputs: message.input, outputs: message.output, attributes,
  });
}

export function attributeFromMessage(message: AttributeProto, external: ExternalResolver): Attribute {
  const attribute = attributeValue(message, external);
  if (attribute.kind === 'opaque') refuseExternal([message]);
  attributeMessages.set(attribute, message);
  return attribute;
}

function attributeValue(message: AttributeProto, external: ExternalResolver): Attribute {
  if (message.refAttrName !== '') return { kind: 'opaque' };
  switch (attributeType(message)) {
    case Type.FLOAT: return { kind: 'float', value: message.f };
    case Type.INT: return { kind: 'int', value: message.i };
    case Type.STRING: return { kind: 'string', value: message.s };
    case Type.TENSOR: return message.t === undefined ? { kind: 'opaque' } : { kind: 'tensor', value: tensorFromMessage(message.t, external) };
    case Type.GRAPH: return message.g === undefined ? { kind: 'opaque' } : { kind: 'graph', value: graphFromMessage(message.g, external) };
    case Type.FLOATS: return { kind: 'floats', value: message.floats };
    case Type.INTS: return { kind: 'ints', value: message.ints };
    case Type.STRINGS: return { kind: 'strings', value: message.strings };
    case Type.TENSORS: return { kind: 'tensors', value: message.tensors.map((tensor) => tensorFromMessage(tensor, external)) };
    case Type.SPARSE_TENSOR: return message.sparseTensor === undefined ? { kind: 'opaque' } : sparseAttribute(message.sparseTensor, external);
    case Type.GRAPHS: return { kind: 'graphs', value: message.graphs.map((graph) => graphFromMessage(graph, external)) };
    default: return { kind: 'opaque' };
  }
}

function sparseAttribute(message: SparseTensorProto, external: ExternalResolver): Attribute {
  refuseExternal([message]);
  return { kind: 'sparse', value: sparseFromMessage(message, external) };
}

/** Writers before IR 2 left the type out; then the one field that is set tells it. */
function attributeType(message: AttributeProto): Type {
  if (message.type !== Type.UNDEFINED || message.$unknown?.some(({ no }) => no === AttributeProtoSchema.field.type.number)) return message.type;
  const set = UNTYPED.filter(([field]) => isFieldSet(message, field));
  return set.length === 1 && set[0] !== undefined ? set[0][1] : Type.UNDEFINED;
}

const field = AttributeProtoSchema.field;
const UNTYPED: readonly (readonly [DescField, Type])[] = [
  [field.f, Type.FLOAT], [field.i, Type.INT], [field.s, Type.STRING], [field.t, Type.TENSOR], [field.g, Type.GRAPH],
  [field.floats, Type.FLOATS], [field.ints, Type.INTS], [field.strings, Type.STRINGS], [field.tensors, Type.TENSORS], [field.graphs, Type.GRAPHS],
];

function tensorFromMessage(message: TensorProto, external: ExternalResolver): Tensor {
  const dims = decodeDims(message);
  return withWire(message, {
    name: message.name, dataType: message.dataType, dims, data: decodeData(message, elementCount(dims), external),
  });
}

function valueInfoFromMessage(message: ValueInfoProto): ValueInfo {
  const tensor = tensorTypeOf(message.type);
  return withWire(message, {
    name: message.name, elemType: tensor?.elemType ?? 0, dims: tensor?.shape === undefined ? null : decodeShape(tensor.shape),
  });
}

export function tensorTypeOf(type: TypeProto | undefined) {
  return type?.value.case === 'tensorType' ? type.value.value : undefined;
}

function decodeShape(shape: TensorShapeProto): Dim[] {
  return shape.dim.map(({ value }) => {
    // Some exporters write -1 or an empty name for "unknown".
    if (value.case === 'dimValue') return value.value < 0n ? null : Number(value.value);
    return value.case === 'dimParam' && value.value !== '' ? value.value : null;
  });
}

/** Parts that are carried unread cannot be moved to another folder, nor their paths checked. */
function refuseExternal(parts: readonly unknown[]): void {
  if (!parts.some(holdsExternal)) return;
  throw new UserError({
    code: 'external-unsupported',
    message: 'A function, training graph or sparse tensor keeps its data in an external file.',
    fix: 'Save the model with that data inside the .onnx file.',
  });
}

function holdsExternal(part: unknown): boolean {
  if (Array.isArray(part)) return part.length > 0 && typeof part[0] === 'object' && part.some(holdsExternal);
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return false;
  if ('dataLocation' in part && part.dataLocation === TensorProto_DataLocation.EXTERNAL) return true;
  return Object.values(part).some(holdsExternal);
}

function duplicate(what: string, name: string): UserError {
  return new UserError({
    code: 'graph-duplicate',
    message: `The model has more than one ${what} named ${shown(name)}.`,
    fix: 'Export the model again.',
  });
}

/** Whether the file this model came from kept weights of its graph in external files. */
export function hadExternalData(model: Model): boolean {
  const source = sourceOf(ModelProtoSchema, model);
  return source === undefined ? false : holdsExternal(source.message.graph);
}
