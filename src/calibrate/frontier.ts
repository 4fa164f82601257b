/**
 * Where a graph can be cut in two: what must be known for everything from a node on to be computed without what comes
 * before it.
 */
import { valuesRead } from '../onnx/graph.js';
import type { Graph, Model, ValueInfo } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';

export interface Frontier {
  /** Nodes before this index are behind the frontier. */
  readonly position: number;
  /** Values that nodes from there on read and that are made before it or fed; constants are not among them. */
  readonly values: readonly string[];
  /** Elements of them, as `sizeOf` counts. */
  readonly size: number;
}

/**
 * The cheapest frontier at a position in (after, before]; undefined where the nodes are not in order or a size is not known.
 *
 * @param sizeOf elements of a value
 */
export function cheapestFrontier(graph: Graph, after: number, before: number, sizeOf: (value: string) => number | undefined): Frontier | undefined {
  const fixed = constants(graph);
  let best: Frontier | undefined;
  for (let position = after + 1; position <= before; position++) {
    const values = liveAt(graph, position, fixed);
    const size = values.reduce((sum, value) => sum + (sizeOf(value) ?? Infinity), 0);
    if (Number.isFinite(size) && (best === undefined || size < best.size)) best = { position, values, size };
  }
  return best;
}

/** Values that depend on no input. */
function constants(graph: Graph): ReadonlySet<string> {
  const fixed = new Set(graph.initializers.keys());
  for (const node of graph.nodes) {
    if ([...valuesRead(node)].every((value) => fixed.has(value))) node.outputs.forEach((output) => fixed.add(output));
  }
  return fixed;
}

function liveAt(graph: Graph, position: number, fixed: ReadonlySet<string>): string[] {
  const made = new Set([...graph.inputs.map(({ name }) => name), ...graph.nodes.slice(0, position).flatMap(({ outputs }) => outputs)]);
  const read = new Set(graph.nodes.slice(position).flatMap((node) => [...valuesRead(node)]));
  return [...read].filter((value) => value !== '' && made.has(value) && !fixed.has(value));
}

/** Samples in the runs that the facts come from. */
export function probedSamples(graph: Graph, facts: Facts): number {
  const fed = graph.inputs.find(({ name }) => !graph.initializers.has(name));
  return Math.max(1, facts.values.get(fed?.name ?? '')?.dims[0] ?? 1);
}

/** The model with these values fed instead of made. */
export function startFrom(model: Model, inputs: readonly ValueInfo[]): Model {
  const { graph } = model;
  const fed = new Set(inputs.map(({ name }) => name));
  const declared = graph.inputs.filter(({ name }) => graph.initializers.has(name));
  return {
    ...model,
    graph: { ...graph, inputs: [...inputs, ...declared], nodes: graph.nodes.filter(({ outputs }) => !outputs.some((output) => fed.has(output))), valueInfos: [] },
  };
}
