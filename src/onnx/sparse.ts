/**
 * Weights in coordinate form (`sparse_initializer`, ONNX IR 6): read into ordinary initializers, and written where that
 * makes the file smaller. onnxruntime makes them dense when it loads a model: memory and latency stay as they are.
 */
import { UserError } from '../errors.js';
import { tensorOf } from './graph.js';
import { type Attribute, DataType, type Graph, type Model, type Node, type SparseTensor, type Tensor } from './ir.js';
import { MAX_INLINE_BYTES, shown } from './limits.js';
import { readModel, type ReadOptions } from './read.js';
import { elementCount, elementSize, makeTensor, rawLength, tensorBytes, tensorToNumbers, typeName } from './tensors.js';

export interface DenseModel {
  readonly model: Model;
  /** Weights of the main graph that the file holds in coordinate form. */
  readonly sparse: number;
}

/** Throws as `readModel` and `densified` do. */
export async function readDense(path: string, options: ReadOptions = {}): Promise<DenseModel> {
  const read = await readModel(path, options);
  return { model: densified(read), sparse: read.graph.sparseInitializers.size };
}

/**
 * The model without weights in coordinate form: each sparse initializer, and each `sparse_value` of a `Constant`, is an
 * ordinary tensor, bodies of control flow included. The same record where there is none. Throws UserError `sparse-invalid`,
 * `sparse-too-large`.
 */
export function densified(model: Model): Model {
  const graph = denseGraph(model.graph, { left: MAX_INLINE_BYTES });
  return graph === model.graph ? model : { ...model, graph };
}

/** Bytes that dense tensors may take in all: what a file that stored them dense could hold. A few bytes can claim any shape. */
interface Allowance { left: number }

function denseGraph(graph: Graph, allowance: Allowance): Graph {
  const nodes = graph.nodes.map((node) => denseNode(node, allowance));
  const changed = nodes.some((node, index) => node !== graph.nodes[index]);
  if (!changed && graph.sparseInitializers.size === 0) return graph;
  const initializers = new Map(graph.initializers);
  for (const [name, sparse] of graph.sparseInitializers) initializers.set(name, denseTensor(sparse, allowance));
  return { ...graph, ...(changed ? { nodes } : {}), initializers, sparseInitializers: new Map() };
}

function denseNode(node: Node, allowance: Allowance): Node {
  const attributes = [...node.attributes].map(([name, attribute]) => denseAttribute(name, attribute, allowance));
  const before = [...node.attributes.values()];
  return attributes.every(([, attribute], index) => attribute === before[index]) ? node : { ...node, attributes: new Map(attributes) };
}

function denseAttribute(name: string, attribute: Attribute, allowance: Allowance): readonly [string, Attribute] {
  switch (attribute.kind) {
    case 'sparse': return name === 'sparse_value' ? ['value', tensorOf(denseTensor(attribute.value, allowance))] : [name, attribute];
    case 'graph': {
      const value = denseGraph(attribute.value, allowance);
      return [name, value === attribute.value ? attribute : { kind: 'graph', value }];
    }
    case 'graphs': {
      const value = attribute.value.map((graph) => denseGraph(graph, allowance));
      return [name, value.every((graph, index) => graph === attribute.value[index]) ? attribute : { kind: 'graphs', value }];
    }
    default: return [name, attribute];
  }
}

function denseTensor({ dims, values, indices }: SparseTensor, allowance: Allowance): Tensor {
  const size = elementSize(values.dataType);
  if (size === undefined) throw invalid(values, `its elements are ${typeName(values.dataType)}`);
  const length = rawLength(values.dataType, elementCount(dims)) ?? 0;
  allowance.left -= length;
  if (allowance.left < 0) throw tooLarge(values, dims);
  const bytes = new Uint8Array(length);
  const stored = tensorBytes(values);
  positionsOf(values, indices, dims).forEach((position, i) => { bytes.set(stored.subarray(i * size, (i + 1) * size), position * size); });
  return makeTensor(values.name, values.dataType, dims, bytes);
}

/** Where each value belongs, in row-major order; checked to lie inside and to ascend, as ONNX demands. */
function positionsOf(values: Tensor, indices: Tensor, dims: readonly number[]): number[] {
  const count = elementCount(values.dims);
  if (values.dims.length !== 1) throw invalid(values, 'its values are no list');
  if (indices.dataType !== DataType.INT64) throw invalid(values, `its indices are ${typeName(indices.dataType)}, and int64 is what ONNX has`);
  const [rows, columns] = indices.dims;
  const isList = indices.dims.length === 1;
  if (rows !== count || !(isList || (indices.dims.length === 2 && columns === dims.length))) throw invalid(values, `indices of shape [${indices.dims.join(', ')}] do not fit ${String(count)} values of a tensor of rank ${String(dims.length)}`);
  const numbers = tensorToNumbers(indices);
  const positions = isList ? numbers : Array.from({ length: count }, (_, i) => linear(numbers.slice(i * dims.length, (i + 1) * dims.length), dims));
  const elements = elementCount(dims);
  const wrong = positions.findIndex((position, i) => !(position >= 0 && position < elements && (i === 0 || position > (positions[i - 1] as number))));
  if (wrong >= 0) throw invalid(values, `index ${String(wrong)} lies outside, or does not come after the one before`);
  return positions;
}

/** NaN where a coordinate lies outside. */
function linear(coordinates: readonly number[], dims: readonly number[]): number {
  return coordinates.reduce((position, at, axis) => (at >= 0 && at < (dims[axis] as number) ? position * (dims[axis] as number) + at : NaN), 0);
}

function invalid({ name }: Tensor, what: string): UserError {
  return new UserError({ code: 'sparse-invalid', message: `The sparse weight ${shown(name)} cannot be read: ${what}.`, fix: 'Export the model again, or store this weight as an ordinary initializer.' });
}

function tooLarge({ name }: Tensor, dims: readonly number[]): UserError {
  return new UserError({
    code: 'sparse-too-large', message: `The sparse weight ${shown(name)} [${dims.slice(0, 8).join(', ')}] would take more than ${String(MAX_INLINE_BYTES)} bytes once it is dense, with those before it.`,
    fix: 'The shape may be damaged. Store large weights as external data.',
  });
}

/** First IR version with sparse initializers. */
const SPARSE_IR_VERSION = 6;
/** Before this version the list of inputs names every weight. */
const PLAIN_WEIGHTS_IR_VERSION = 4;
/** Bytes of an index: ONNX has none but int64. */
const INDEX_BYTES = 8;
/** Of names, shapes and tags beside a weight's values and indices. */
const OVERHEAD_BYTES = 64;

export interface Sparsified {
  readonly model: Model;
  /** Weights that are now in coordinate form, in the model's order. */
  readonly weights: readonly string[];
}

/**
 * The model with the initializers of its main graph in coordinate form where that is smaller: where the elements that are
 * not zero, with 8 bytes of index each, take less than all elements do. So of float32 less than a third may stay, of int8 a
 * ninth. A negative zero counts as an element. Weights that a caller may override (inputs) stay dense.
 */
export function sparsified(model: Model): Sparsified {
  const { graph } = model;
  // In an old model all weights are listed as inputs, and nobody may override them.
  const inputs = model.irVersion < PLAIN_WEIGHTS_IR_VERSION ? graph.inputs.filter(({ name }) => !graph.initializers.has(name)) : graph.inputs;
  const fixed = new Set([...inputs, ...graph.outputs].map(({ name }) => name));
  const found = new Map<string, SparseTensor>();
  for (const [name, tensor] of graph.initializers) {
    const sparse = fixed.has(name) ? undefined : sparseTensor({ ...tensor, name });
    if (sparse !== undefined) found.set(name, sparse);
  }
  if (found.size === 0) return { model, weights: [] };
  const initializers = new Map([...graph.initializers].filter(([name]) => !found.has(name)));
  const sparseInitializers = new Map([...graph.sparseInitializers, ...found]);
  return { model: { ...model, irVersion: Math.max(model.irVersion, SPARSE_IR_VERSION), graph: { ...graph, inputs, initializers, sparseInitializers } }, weights: [...found.keys()] };
}

/** A weight that is smaller in coordinate form. */
export interface SparseWeight {
  readonly dims: readonly number[];
  readonly elementBytes: number;
  /** Of the elements that are not zero, in row-major order. */
  readonly positions: readonly number[];
}

/** Those that `sparsified` would store so. */
export function sparseWeights(model: Model): Map<string, SparseWeight> {
  const found = sparsified(model).model.graph.sparseInitializers;
  return new Map([...found].map(([name, { dims, values, indices }]) => [name, { dims, elementBytes: elementSize(values.dataType) ?? 0, positions: tensorToNumbers(indices) }]));
}

/** Bytes of the smaller form once an axis has kept these positions alone; null: all of them. */
export function storedBytes({ dims, elementBytes, positions }: SparseWeight, kept: (axis: number) => readonly number[] | null): number {
  const axes = dims.map((size, axis) => ({ size, stride: elementCount(dims.slice(axis + 1)), list: kept(axis) }));
  // Asked for again and again in a search, of weights that most cuts leave alone.
  const cut = axes.flatMap(({ size, stride, list }) => {
    if (list === null) return [];
    const stays = new Uint8Array(size);
    for (const position of list) stays[position] = 1;
    return [{ size, stride, stays }];
  });
  const left = cut.length === 0 ? positions.length
    : positions.reduce((count, position) => count + Number(cut.every(({ size, stride, stays }) => stays[Math.floor(position / stride) % size] === 1)), 0);
  const dense = axes.reduce((product, { size, list }) => product * (list?.length ?? size), elementBytes);
  return Math.min(dense, left * (elementBytes + INDEX_BYTES) + OVERHEAD_BYTES);
}

/** Undefined where the dense form is no larger. */
function sparseTensor(tensor: Tensor): SparseTensor | undefined {
  const size = elementSize(tensor.dataType);
  const count = elementCount(tensor.dims);
  // A tensor too small to gain is not read from disk.
  if (size === undefined || size > INDEX_BYTES || count * size <= OVERHEAD_BYTES) return undefined;
  const bytes = tensorBytes(tensor);
  const most = Math.ceil((count * size - OVERHEAD_BYTES) / (size + INDEX_BYTES)) - 1;
  const positions = nonZeroPositions(bytes, size, most);
  if (positions === undefined) return undefined;
  const values = new Uint8Array(positions.length * size);
  positions.forEach((position, i) => { values.set(bytes.subarray(position * size, (position + 1) * size), i * size); });
  return {
    dims: tensor.dims, values: makeTensor(tensor.name, tensor.dataType, [positions.length], values),
    indices: makeTensor('', DataType.INT64, [positions.length], BigInt64Array.from(positions, BigInt)),
  };
}

/** Elements with any bit set; undefined where they are more than `most`. */
function nonZeroPositions(bytes: Uint8Array, size: number, most: number): number[] | undefined {
  const positions: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    let i = 0;
    while (i < size && bytes[at + i] === 0) i++;
    if (i === size) continue;
    if (positions.length >= most) return undefined;
    positions.push(at / size);
  }
  return positions;
}
