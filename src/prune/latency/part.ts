/**
 * The part of a model that a group takes part in, as a model of its own: what a cut of the group saves shows there undiluted
 * by the rest, whose noise would drown it. Inputs are the values that the rest hands in, as they were on a real batch.
 */
import { capturedValues, makeValueInfo } from '../../onnx/graph.js';
import { DataType } from '../../onnx/ir.js';
import type { Graph, Model, Node } from '../../onnx/ir.js';
import type { HostTensor, ElementType, Feeds } from '../../runtime/types.js';
import type { Prunable } from '../prunable.js';
import type { Group } from '../types.js';

export interface PartNames {
  /** Values that the rest of the model makes, or is fed. */
  readonly inputs: readonly string[];
  /** Values that the rest of the model reads, or gives out. */
  readonly outputs: readonly string[];
}

/** Undefined where the group touches no node that computes. */
export function partOf({ model: { graph }, coupling, analysis }: Prunable, group: Group): PartNames | undefined {
  const roots = new Set(analysis.classes.get(group.name));
  const touched = (value: string): boolean => (coupling.axes.get(value) ?? []).some((ids) => ids?.some((id) => roots.has(coupling.classes.find(id))) === true);
  const inside = new Set(graph.nodes.filter((node) => [...node.inputs, ...node.outputs].some((value) => value !== '' && touched(value))));
  if (inside.size === 0) return undefined;
  const made = new Set([...inside].flatMap(({ outputs }) => outputs));
  const given = new Set(graph.outputs.map(({ name }) => name));
  const readOutside = new Set(graph.nodes.filter((node) => !inside.has(node)).flatMap(readBy));
  const fixed = new Set([...graph.initializers.keys(), ...graph.sparseInitializers.keys(), ...graph.nodes.filter(isConstant).flatMap(({ outputs }) => outputs)]);
  const inputs = new Set([...inside].flatMap(readBy).filter((value) => value !== '' && !made.has(value) && !fixed.has(value)));
  return { inputs: [...inputs].sort(), outputs: [...made].filter((value) => value !== '' && (given.has(value) || readOutside.has(value))).sort() };
}

const isConstant = ({ opType, domain }: Node): boolean => opType === 'Constant' && domain === '';
const readBy = (node: Node): string[] => [...node.inputs, ...capturedValues(node)];

/** The same part of the dense model or of a cut one; undefined where its nodes read more than `values` hold. */
export function extractPart(model: Model, { outputs }: PartNames, values: Feeds): Model | undefined {
  const nodes = backTo(model.graph, outputs, values);
  if (nodes === undefined) return undefined;
  const read = new Set(nodes.flatMap(readBy));
  const inputs = [...values].map(([name, { type, dims }]) => makeValueInfo(name, ELEMENT_TYPES[type], dims));
  return {
    ...model,
    graph: {
      ...model.graph, nodes, inputs, outputs: outputs.map((name) => makeValueInfo(name, DataType.UNDEFINED, null)), valueInfos: [],
      initializers: new Map([...model.graph.initializers].filter(([name]) => read.has(name))),
    },
  };
}

function backTo(graph: Graph, outputs: readonly string[], values: Feeds): Node[] | undefined {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const needed = new Set<Node>();
  const open = [...outputs];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === '' || values.has(value) || graph.initializers.has(value) || graph.sparseInitializers.has(value)) continue;
    const node = makers.get(value);
    if (node === undefined) return undefined;
    if (needed.has(node)) continue;
    needed.add(node);
    open.push(...readBy(node));
  }
  return graph.nodes.filter((node) => needed.has(node));
}

const ELEMENT_TYPES: Readonly<Record<ElementType, number>> = {
  float32: DataType.FLOAT, float64: DataType.DOUBLE, float16: DataType.FLOAT16, uint8: DataType.UINT8, int8: DataType.INT8, uint16: DataType.UINT16,
  int16: DataType.INT16, int32: DataType.INT32, uint32: DataType.UINT32, int64: DataType.INT64, uint64: DataType.UINT64, bool: DataType.BOOL,
};

/** The model with these values as its outputs, for looking at them. */
export function withValues(model: Model, values: readonly string[]): Model {
  return { ...model, graph: { ...model.graph, outputs: values.map((name) => makeValueInfo(name, DataType.UNDEFINED, null)), valueInfos: [] } };
}

/** What the part is fed: from the model's own inputs, and from what a run gave. */
export function feedsOfPart({ inputs }: PartNames, feeds: Feeds, found: ReadonlyMap<string, HostTensor>): Feeds {
  return new Map(inputs.flatMap((name) => {
    const tensor = feeds.get(name) ?? found.get(name);
    return tensor === undefined ? [] : [[name, tensor] as const];
  }));
}
