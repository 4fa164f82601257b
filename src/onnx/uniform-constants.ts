/**
 * A constant of one value throughout (the ones and zeros that exporters give to a normalisation without weights of its own) says
 * nothing of what reads it, but stored once for many readers it would tie the channels of all of them together: each use gets a
 * copy. What is stored for several readers and holds different values is a shared weight, and stays shared.
 */
import { weightTensors } from './constants.js';
import { allNames, freshName, indexGraph } from './graph.js';
import type { Graph, Model, Node, Tensor } from './ir.js';
import { elementCount, isFloatType, tensorBytes, tensorToFloat32 } from './tensors.js';

/** Larger ones are no vectors over channels, and copies of them would weigh. */
const MOST_ELEMENTS = 1 << 14;

export function unshareUniform(model: Model): Model {
  const { graph } = model;
  const shared = sharedUniform(graph);
  // Before IR 4 an initializer had to be declared as an input, which would change the model's contract.
  if (shared.size === 0 || model.irVersion < 4) return model;
  const names = allNames(graph);
  const initializers = new Map(graph.initializers);
  const taken = new Set<string>();
  const ownCopy = (value: string): string => {
    const tensor = shared.get(value);
    if (tensor === undefined) return value;
    if (!taken.has(value)) {
      taken.add(value);
      return value;
    }
    const name = freshName(names, value);
    initializers.set(name, { ...tensor, name, data: { kind: 'raw', bytes: tensorBytes(tensor) } });
    return name;
  };
  const nodes = graph.nodes.map((node): Node => (node.inputs.some((value) => shared.has(value)) ? { ...node, inputs: node.inputs.map(ownCopy) } : node));
  return { ...model, graph: { ...graph, nodes, initializers } };
}

/** Constants with at least one axis that could be cut, one value, and several uses as inputs. */
function sharedUniform(graph: Graph): Map<string, Tensor> {
  const { consumers } = indexGraph(graph);
  const contract = new Set([...graph.inputs, ...graph.outputs].map(({ name }) => name));
  return new Map([...weightTensors(graph)].filter(([name, tensor]) => !contract.has(name) && isFloatType(tensor.dataType)
    && tensor.dims.some((size) => size > 1) && elementCount(tensor.dims) <= MOST_ELEMENTS
    && usesOf(graph, consumers.get(name) ?? [], name) > 1 && isUniform(tensor)));
}

const usesOf = (graph: Graph, readers: readonly number[], name: string): number =>
  readers.reduce((sum, reader) => sum + (graph.nodes[reader]?.inputs.filter((value) => value === name).length ?? 0), 0);

function isUniform(tensor: Tensor): boolean {
  const values = tensorToFloat32(tensor);
  return values.every((value) => Object.is(value, values[0]));
}
