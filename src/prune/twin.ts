/**
 * The float twin of a model: the same graph in float32, for proofs. Rounding in quantised and half-precision models
 * would hide a wrong cut (or fake one), so weights are cast or dequantised and activation quantisation is removed.
 * Node and value names stay.
 */
import { makeNode, tensorOf } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Attribute, Graph, Model, Node, Tensor, ValueInfo } from '../onnx/ir.js';
import { isFloatType, makeTensor, tensorToFloat32, tensorToNumbers } from '../onnx/tensors.js';
import { weightTensors } from '../onnx/constants.js';

export function needsTwin(model: Model): boolean {
  return [...weightTensors(model.graph).values()].some(({ dataType }) => isReduced(dataType))
    || model.graph.nodes.some((node) => node.opType === 'DequantizeLinear' || node.opType === 'QuantizeLinear');
}

const isReduced = (dataType: number): boolean => isFloatType(dataType) && dataType !== DataType.FLOAT;

export function floatTwin(model: Model): Model {
  return needsTwin(model) ? { ...model, graph: twinGraph(model.graph, weightTensors(model.graph)) } : model;
}

function twinGraph(graph: Graph, stored: ReadonlyMap<string, Tensor>): Graph {
  const nodes = graph.nodes.map((node) => twinNode(node, stored));
  const initializers = new Map([...graph.initializers].map(([name, tensor]) => [name, toFloat(tensor)]));
  const declared = (info: ValueInfo): ValueInfo => (isReduced(info.elemType) ? { name: info.name, elemType: DataType.FLOAT, dims: info.dims } : info);
  return {
    ...graph,
    nodes,
    initializers,
    inputs: graph.inputs.map(declared),
    outputs: graph.outputs.map(declared),
    valueInfos: [],
  };
}

/** One node for one node, so that indices stay. */
function twinNode(node: Node, stored: ReadonlyMap<string, Tensor>): Node {
  if (node.domain === '' && node.opType === 'DequantizeLinear') {
    const weight = stored.get(node.inputs[0] as string);
    if (weight === undefined) return passThrough(node);
    return makeNode('Constant', [], node.outputs, { name: node.name, attributes: [['value', tensorOf(dequantise(node, weight, stored))]] });
  }
  if (node.domain === '' && node.opType === 'QuantizeLinear') return passThrough(node);
  const attributes = new Map([...node.attributes].map(([name, attribute]) => [name, twinAttribute(node, name, attribute, stored)]));
  return { ...node, attributes };
}

const passThrough = (node: Node): Node => makeNode('Identity', node.inputs.slice(0, 1), node.outputs, { name: node.name });

function twinAttribute(node: Node, name: string, attribute: Attribute, stored: ReadonlyMap<string, Tensor>): Attribute {
  if (attribute.kind === 'tensor') return { kind: 'tensor', value: toFloat(attribute.value) };
  if (attribute.kind === 'graph') return { kind: 'graph', value: twinGraph(attribute.value, new Map([...stored, ...attribute.value.initializers])) };
  const isType = (name === 'to' && node.opType === 'Cast') || (name === 'dtype' && node.domain === '');
  if (isType && attribute.kind === 'int' && isReduced(Number(attribute.value))) return { kind: 'int', value: BigInt(DataType.FLOAT) };
  return attribute;
}

function toFloat(tensor: Tensor): Tensor {
  return isReduced(tensor.dataType) ? makeTensor(tensor.name, DataType.FLOAT, tensor.dims, tensorToFloat32(tensor)) : tensor;
}

/** The numbers a stored tensor stands for, as float32: dequantised by the node that reads it where it is quantised. */
export function realValues(model: Model, tensor: Tensor, stored: ReadonlyMap<string, Tensor>): Float32Array {
  if (isFloatType(tensor.dataType)) return tensorToFloat32(tensor);
  // A tensor in a Constant's attribute has a name of its own, which nothing reads.
  const value = [...stored].find(([, candidate]) => candidate === tensor)?.[0];
  const reader = model.graph.nodes.find((node) => node.opType === 'DequantizeLinear' && node.inputs[0] === value);
  return tensorToFloat32(reader === undefined
    ? makeTensor(tensor.name, DataType.FLOAT, tensor.dims, Float32Array.from(tensorToNumbers(tensor)))
    : dequantise(reader, tensor, stored));
}

/** (q - zero point) * scale, per tensor or along `axis`; named after what the node makes. */
export function dequantise(node: Node, weight: Tensor, stored: ReadonlyMap<string, Tensor>): Tensor {
  const scales = numbersOf(stored.get(node.inputs[1] ?? '')) ?? [1];
  const zeros = numbersOf(stored.get(node.inputs[2] ?? '')) ?? [0];
  const listed = node.attributes.get('axis');
  const axis = listed?.kind === 'int' ? Number(listed.value) : 1;
  const at = axis < 0 ? axis + weight.dims.length : axis;
  const inner = weight.dims.slice(at + 1).reduce((a, b) => a * b, 1);
  const size = weight.dims[at] ?? 1;
  const values = Float32Array.from(tensorToNumbers(weight), (value, i) => {
    const channel = Math.floor(i / inner) % size;
    const pick = (list: readonly number[]): number => (list.length === 1 ? list[0] : list[channel]) ?? 0;
    return (value - pick(zeros)) * pick(scales);
  });
  return makeTensor(node.outputs[0] as string, DataType.FLOAT, weight.dims, values);
}

const numbersOf = (tensor: Tensor | undefined): readonly number[] | undefined => (tensor === undefined ? undefined : tensorToNumbers(tensor));
