/**
 * The small tensors that steer shapes. Only those that do not depend on the contents of inputs are worth knowing, and
 * these need no input to be computed: with every `Shape` replaced by the shape seen, what is left of the graph above
 * them is a constant expression, usually a few integer operators, whatever the model weighs.
 */
import { UserError } from '../errors.js';
import { elementCount } from '../onnx/elements.js';
import { indexGraph, topologicalOrder, valuesRead } from '../onnx/graph.js';
import { weightTensors } from '../onnx/constants.js';
import { type Graph, intAttribute, type Model, type Node, type Tensor } from '../onnx/ir.js';
import { int64Tensor, tensorValues } from '../onnx/tensors.js';
import { elementTypeOf } from './convert.js';
import { type Dependence, isSizeOp } from './dependence.js';
import type { Shapes } from './probe.js';
import type { ElementType, HostTensor, Port } from './types.js';
import { openVariant, withGraph, withOutputs, type Workbench } from './variants.js';

/** Elements a steering value may have. */
export const MOST_SMALL = 1024;

const STEERING_TYPES: ReadonlySet<ElementType> = new Set(['int32', 'int64', 'bool']);

/** Operators with steering inputs in floating point (scales, regions, bounds, fills). */
const STEERED_BY_FLOATS: ReadonlySet<string> = new Set(['Resize', 'Upsample', 'Pad', 'Clip']);

/** Where the expressions do not run together they are tried one by one, so many at most. */
const MOST_SINGLE = 64;

export interface SmallTensor {
  readonly tensor: HostTensor;
  /** The second run gave the same. */
  readonly constant: boolean;
}

export async function smallValues(
  bench: Workbench, model: Model, types: ReadonlyMap<string, Port>, dependence: Dependence, first: Shapes, second: Shapes | undefined,
): Promise<ReadonlyMap<string, SmallTensor>> {
  const { graph } = model;
  const floats = steeringFloats(graph);
  const found = new Map<string, SmallTensor>();
  for (const [name, tensor] of weightTensors(graph)) {
    const host = smallConstant(tensor, floats.has(name));
    if (host !== undefined) found.set(name, { tensor: host, constant: true });
  }
  const wanted = [...types.values()].filter(({ name, type }) =>
    !found.has(name) && isSteering(type, floats.has(name)) && !dependence.contents.has(name) && isSmall(first.get(name))).map(({ name }) => name);
  const one = await evaluate(bench, model, wanted, first);
  const same = second === undefined ? [] : wanted.filter((name) => isSameShape(first.get(name), second.get(name)));
  const two = second === undefined ? one : await evaluate(bench, model, same, second);
  for (const [name, tensor] of one) found.set(name, { tensor, constant: isSameData(tensor, two.get(name)) });
  return found;
}

function smallConstant(tensor: Tensor, asFloat: boolean): HostTensor | undefined {
  const type = elementTypeOf(tensor.dataType);
  if (type === undefined || !isSteering(type, asFloat) || !isSmall(tensor.dims)) return undefined;
  return { type, dims: tensor.dims, data: tensorValues(tensor) };
}

function isSteering(type: ElementType | undefined, asFloat: boolean): boolean {
  return type !== undefined && (STEERING_TYPES.has(type) || (asFloat && type === 'float32'));
}

function isSmall(dims: readonly number[] | undefined): boolean {
  return dims !== undefined && elementCount(dims) <= MOST_SMALL;
}

/** Values that steer as floats: read by such an operator beside its data input. */
function steeringFloats(graph: Graph): Set<string> {
  const names = new Set<string>();
  for (const { opType, domain, inputs } of graph.nodes) {
    if (domain === '' && STEERED_BY_FLOATS.has(opType)) for (const name of inputs.slice(1)) if (name !== '') names.add(name);
  }
  return names;
}

/** The constant expressions above these values, computed with sizes as given. Values that cannot be had are left out. */
async function evaluate(bench: Workbench, model: Model, names: readonly string[], shapes: Shapes): Promise<ReadonlyMap<string, HostTensor>> {
  const computable = computableNodes(model.graph, shapes);
  const { producer } = indexGraph(model.graph);
  const wanted = names.filter((name) => computable.has(producer.get(name) ?? -1));
  const together = await tryExpression(bench, model, wanted, shapes);
  if (together !== undefined) return together;
  const found = new Map<string, HostTensor>();
  for (const name of wanted.slice(0, MOST_SINGLE)) {
    const alone = await tryExpression(bench, model, [name], shapes);
    for (const [each, tensor] of alone ?? []) found.set(each, tensor);
  }
  return found;
}

/** Nodes that need no graph input once sizes are known. */
function computableNodes(graph: Graph, shapes: Shapes): ReadonlySet<number> {
  const known = new Set<string>([...graph.initializers.keys(), ...graph.sparseInitializers.keys()]);
  const computable = new Set<number>();
  for (const index of topologicalOrder(graph)) {
    const node = graph.nodes[index] as Node;
    const able = isSizeOp(node) ? shapes.has(node.inputs[0] ?? '') : [...valuesRead(node)].every((name) => known.has(name));
    if (!able) continue;
    computable.add(index);
    for (const output of node.outputs) known.add(output);
  }
  return computable;
}

async function tryExpression(bench: Workbench, model: Model, names: readonly string[], shapes: Shapes): Promise<ReadonlyMap<string, HostTensor> | undefined> {
  if (names.length === 0) return new Map();
  try {
    const session = await openVariant(bench, expression(model, names, shapes));
    return await session.run(new Map()).finally(() => session.release());
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

/** The part of the model that makes these values, sizes replaced by constants. */
function expression(model: Model, names: readonly string[], shapes: Shapes): Model {
  const { graph } = model;
  const { producer } = indexGraph(graph);
  const nodes = new Set<number>();
  const initializers = new Map<string, Tensor>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const weight = graph.initializers.get(name);
    if (weight !== undefined) initializers.set(name, weight);
    const index = producer.get(name);
    const node = index === undefined ? undefined : graph.nodes[index];
    if (index === undefined || node === undefined || nodes.has(index)) continue;
    if (isSizeOp(node)) {
      initializers.set(name, sizeTensor(name, node, shapes.get(node.inputs[0] ?? '') ?? []));
      continue;
    }
    nodes.add(index);
    pending.push(...valuesRead(node));
  }
  const part = { nodes: graph.nodes.filter((_, index) => nodes.has(index)), initializers, inputs: [], valueInfos: [] };
  // From IR 4 on initializers need not be inputs as well.
  return { ...withOutputs(withGraph(model, part), names), irVersion: Math.max(model.irVersion, 4) };
}

function sizeTensor(name: string, node: Node, dims: readonly number[]): Tensor {
  if (node.opType === 'Size') return int64Tensor(name, elementCount(dims));
  return int64Tensor(name, dims.slice(intAttribute(node, 'start', 0), intAttribute(node, 'end', dims.length)));
}

function isSameShape(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && a.length === b?.length && a.every((size, axis) => size === b[axis]);
}

function isSameData(a: HostTensor, b: HostTensor | undefined): boolean {
  return b !== undefined && isSameShape(a.dims, b.dims) && a.data.every((value: number | bigint, index: number) => value === b.data[index]);
}
