/** Weights wherever a graph holds them: initializers and `Constant` nodes. */
import { subgraphs, tensorOf } from './graph.js';
import { DataType, type Attribute, type Dim, type Graph, type Model, type Node, type Tensor, type ValueInfo } from './ir.js';
import { int64Tensor, makeTensor } from './tensors.js';

export interface ConstantTensor {
  /** Index in `graph.nodes`. */
  readonly node: number;
  readonly tensor: Tensor;
}

/** Output name to value, for each `Constant` node that holds numbers (`value`, `value_float(s)`, `value_int(s)`). */
export function constantTensors(graph: Graph): Map<string, ConstantTensor> {
  const found = new Map<string, ConstantTensor>();
  graph.nodes.forEach((node, index) => {
    const tensor = constantTensor(node);
    const output = node.outputs[0];
    if (tensor !== undefined && output !== undefined) found.set(output, { node: index, tensor });
  });
  return found;
}

/** The value of a `Constant` node; undefined for other nodes, strings and sparse values. */
export function constantTensor(node: Node): Tensor | undefined {
  if (node.opType !== 'Constant' || node.domain !== '' || node.attributes.size !== 1) return undefined;
  const [name, attribute] = [...node.attributes][0] as [string, Attribute];
  return attributeTensor(node.outputs[0] ?? '', name, attribute);
}

function attributeTensor(output: string, name: string, attribute: Attribute): Tensor | undefined {
  switch (`${name}:${attribute.kind}`) {
    case 'value:tensor': return attribute.kind === 'tensor' ? attribute.value : undefined;
    case 'value_int:int': return attribute.kind === 'int' ? int64Tensor(output, attribute.value) : undefined;
    case 'value_ints:ints': return attribute.kind === 'ints' ? int64Tensor(output, attribute.value) : undefined;
    case 'value_float:float': return attribute.kind === 'float' ? floats(output, [], [attribute.value]) : undefined;
    case 'value_floats:floats': return attribute.kind === 'floats' ? floats(output, [attribute.value.length], attribute.value) : undefined;
    default: return undefined;
  }
}

function floats(name: string, dims: readonly number[], values: readonly number[]): Tensor {
  return makeTensor(name, DataType.FLOAT, dims, Float32Array.from(values));
}

/** Every constant of the graph by value name: initializers, then Constant outputs. */
export function weightTensors(graph: Graph): Map<string, Tensor> {
  const weights = new Map(graph.initializers);
  for (const [name, { tensor }] of constantTensors(graph)) weights.set(name, tensor);
  return weights;
}

/** Constants of the bodies of If, Loop, Scan, ... at any depth, without those of the graph itself. */
export function innerWeights(graph: Graph): readonly Tensor[] {
  return [...graphsWithin(graph)].slice(1).flatMap((inner) => [...weightTensors(inner).values()]);
}

/** The graph, then every graph in an attribute of its nodes, at any depth. */
function* graphsWithin(graph: Graph): Generator<Graph> {
  const open = [graph];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    yield each;
    for (const node of each.nodes) open.push(...subgraphs(node));
  }
}

/** Paths of the external files that hold tensors of the graph, at any depth; sorted, each once. */
export function externalFiles(graph: Graph): string[] {
  const found = new Set<string>();
  const visit = (tensors: Iterable<Tensor>): void => {
    for (const { data } of tensors) if (data.kind === 'external') found.add(data.path);
  };
  for (const each of graphsWithin(graph)) {
    visit(each.initializers.values());
    for (const node of each.nodes) {
      for (const attribute of node.attributes.values()) {
        if (attribute.kind === 'tensor') visit([attribute.value]);
        if (attribute.kind === 'tensors') visit(attribute.value);
      }
    }
  }
  return [...found].sort();
}

/**
 * The model with other tensors under these value names, in the main graph: initializers, or outputs of Constant
 * nodes. Declarations of those values (inputs before IR 4, value infos) follow. Throws for a name that is neither.
 */
export function replaceTensors(model: Model, tensors: ReadonlyMap<string, Tensor>): Model {
  if (tensors.size === 0) return model;
  const { graph } = model;
  const constants = constantTensors(graph);
  for (const name of tensors.keys()) {
    if (!graph.initializers.has(name) && !constants.has(name)) throw new Error(`${name} is no constant of the graph`);
  }
  const declared = (infos: readonly ValueInfo[]) => updateList(infos, (info) => redeclared(info, tensors.get(info.name)));
  return {
    ...model,
    graph: {
      ...graph,
      initializers: replacedInitializers(graph, tensors),
      nodes: updateList(graph.nodes, (node, index) => replacedConstant(node, index, constants, tensors)),
      inputs: declared(graph.inputs),
      valueInfos: declared(graph.valueInfos),
    },
  };
}

function replacedInitializers(graph: Graph, tensors: ReadonlyMap<string, Tensor>): Graph['initializers'] {
  if (![...tensors.keys()].some((name) => graph.initializers.has(name))) return graph.initializers;
  return new Map([...graph.initializers].map(([name, tensor]) => [name, renamed(tensors.get(name) ?? tensor, name)]));
}

function replacedConstant(
  node: Node, index: number, constants: ReadonlyMap<string, ConstantTensor>, tensors: ReadonlyMap<string, Tensor>,
): Node {
  const output = node.outputs[0] ?? '';
  const old = constants.get(output);
  const tensor = tensors.get(output);
  if (old?.node !== index || tensor === undefined) return node;
  // The tensor in the attribute has a name of its own, which nothing refers to.
  return { ...node, attributes: new Map([['value', tensorOf(renamed(tensor, old.tensor.name))]]) };
}

function renamed(tensor: Tensor, name: string): Tensor {
  return tensor.name === name ? tensor : { ...tensor, name };
}

function redeclared(info: ValueInfo, tensor: Tensor | undefined): ValueInfo {
  if (tensor === undefined) return info;
  const dims = info.dims === null || isSameShape(info.dims, tensor.dims) ? info.dims : tensor.dims;
  return info.elemType === tensor.dataType && dims === info.dims ? info : { ...info, elemType: tensor.dataType, dims };
}

function isSameShape(a: readonly Dim[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** The same list where nothing changed. */
function updateList<T>(list: readonly T[], update: (item: T, index: number) => T): readonly T[] {
  const next = list.map(update);
  return next.every((item, index) => item === list[index]) ? list : next;
}
