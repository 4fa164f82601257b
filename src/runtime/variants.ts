/** Models made from the user's to ask onnxruntime something: written beside the weights, opened, deleted. */
import { allNames, freshName, makeNode, makeValueInfo } from '../onnx/graph.js';
import type { Graph, Model } from '../onnx/ir.js';
import { writeTemporary } from '../onnx/store.js';
import type { Runtime, Session, SessionOptions } from './types.js';

/** Where variants go: the folder of the model's weights, so that a variant is only a small proto. */
export interface Workbench {
  readonly runtime: Runtime;
  readonly directory: string;
}

/** As written: values keep their names, and single nodes run as they are. */
export const PROBING: SessionOptions = { optimization: 'disabled', device: 'cpu' };

/** Throws what opening throws. The variant's files go when the session is released, or cannot be opened. */
export async function openVariant(bench: Workbench, model: Model): Promise<Session> {
  const { path, remove } = await writeTemporary(model, bench.directory);
  try {
    const session = await bench.runtime.open(path, PROBING);
    return { ...session, release: async () => { await session.release(); await remove(); } };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

/** The model with another main graph. */
export function withGraph(model: Model, changes: Partial<Graph>): Model {
  return { ...model, graph: { ...model.graph, ...changes } };
}

/**
 * The model with these values as its only outputs, of whatever type they turn out to be. Outputs of its own keep
 * their declaration, so that a wrong one is refused here as it is there.
 */
export function withOutputs(model: Model, names: readonly string[]): Model {
  const declared = new Map(model.graph.outputs.map((info) => [info.name, info]));
  return withGraph(model, { outputs: names.map((name) => declared.get(name) ?? makeValueInfo(name, 0, null)) });
}

export interface ShapeProbe {
  readonly model: Model;
  /** Output name to the value whose shape it is. */
  readonly valueOf: ReadonlyMap<string, string>;
}

/**
 * The model with the shape of each value as its only outputs. onnxruntime walks the graph from its last leaf
 * backwards, so the Shape nodes come last and in reverse order of the values: then each runs right after its value
 * is made, and values are freed as in a normal run. (A detector at 640 x 640: 170 MB; in any other order 790 MB.)
 */
export function shapeProbe(model: Model, names: readonly string[]): ShapeProbe {
  const taken = allNames(model.graph);
  const shapes = names.map((value, index) => ({ value, output: freshName(taken, `shape_${index}`) }));
  const nodes = shapes.map(({ value, output }) => makeNode('Shape', [value], [output])).reverse();
  return {
    model: withDefaultDomain(withGraph(withOutputs(model, shapes.map(({ output }) => output)), { nodes: [...model.graph.nodes, ...nodes] })),
    valueOf: new Map(shapes.map(({ value, output }) => [output, value])),
  };
}

/** A model of contributed operators only may not import the default domain. */
function withDefaultDomain(model: Model): Model {
  return model.opsets.has('') ? model : { ...model, opsets: new Map([...model.opsets, ['', 13]]) };
}
