/**
 * Model-local functions written out where they are called, so that what they hold can be analysed and pruned like
 * everything else. Rules:
 *
 * 1. A call in the main graph is written out; calls within the body too, until none is left.
 * 2. A body's own names get the call's name in front; inputs and outputs take the names of the call, and an attribute that
 *    refers to one of the call takes its value.
 * 3. A function stays a call where its body was written for another version of an operator set than the model's, where it holds
 *    subgraphs (whose names would have to follow), and past MOST_NODES; the analysis then has no rule for it and says so.
 * 4. Functions that nothing calls any more go.
 */
import { localFunctions } from './codec.js';
import type { LocalFunction } from './codec.js';
import { allNames, freshName, subgraphs } from './graph.js';
import type { Graph, Model, Node } from './ir.js';

/** Calls within calls can double at every level: past this a model is left as it is. */
const MOST_NODES = 100_000;

export function inlineFunctions(model: Model): Model {
  const functions = localFunctions(model);
  if (functions.size === 0 || sizeOf(model.graph.nodes, functions, new Map()) > MOST_NODES) return model;
  const opsets = new Map(model.opsets);
  const names = allNames(model.graph);
  let nodes = model.graph.nodes;
  for (;;) {
    const written = nodes.flatMap((node) => writtenOut(node, functions.get(keyOf(node)), opsets, names));
    const changed = written.length !== nodes.length || written.some((node, i) => node !== nodes[i]);
    nodes = written;
    if (!changed) break;
  }
  if (nodes === model.graph.nodes || nodes.every((node, i) => node === model.graph.nodes[i])) return model;
  const graph: Graph = { ...model.graph, nodes };
  return { ...model, opsets, graph, functions: stillCalled(model.functions, graph, functions) };
}

const keyOf = ({ domain, opType }: Node): string => `${domain}:${opType}`;

/** Nodes there are once all calls are written out; Infinity where a function calls itself. */
function sizeOf(nodes: readonly Node[], functions: ReadonlyMap<string, LocalFunction>, known: Map<string, number>): number {
  return nodes.reduce((sum, node) => {
    const key = keyOf(node);
    const called = functions.get(key);
    if (called === undefined) return sum + 1;
    const size = known.get(key);
    if (size !== undefined) return sum + size;
    known.set(key, Infinity);
    known.set(key, sizeOf(called.nodesFor(node.attributes), functions, known));
    return sum + (known.get(key) as number);
  }, 0);
}

/** The nodes of a call's body; the node itself where it calls nothing, or must stay a call. */
function writtenOut(call: Node, called: LocalFunction | undefined, opsets: Map<string, number>, names: Set<string>): readonly Node[] {
  if (called === undefined || !fits(called, opsets)) return [call];
  const body = called.nodesFor(call.attributes);
  if (body.some((node) => subgraphs(node).length > 0)) return [call];
  for (const [domain, version] of called.opsets) if (!opsets.has(domain)) opsets.set(domain, version);
  const prefix = call.name || (call.outputs[0] ?? call.opType);
  const own = new Map<string, string>([['', '']]);
  called.inputs.forEach((name, i) => { own.set(name, call.inputs[i] ?? ''); });
  for (const [i, name] of called.outputs.entries()) {
    // An input handed on is no value of the body; onnxruntime refuses such a function.
    if (own.has(name)) return [call];
    if (call.outputs[i]) own.set(name, call.outputs[i]);
  }
  const renamed = (name: string): string => {
    const known = own.get(name);
    if (known !== undefined) return known;
    const fresh = freshName(names, `${prefix}/${name}`);
    own.set(name, fresh);
    return fresh;
  };
  return body.map((node): Node => ({
    ...node, name: freshName(names, `${prefix}/${node.name || node.opType}`), inputs: node.inputs.map(renamed), outputs: node.outputs.map(renamed),
  }));
}

/** Domains that the model does not import take the body's version. */
function fits({ opsets }: LocalFunction, model: ReadonlyMap<string, number>): boolean {
  return [...opsets].every(([domain, version]) => (model.get(domain) ?? version) === version);
}

/** Calls that are left, and what their bodies call. */
function stillCalled(keys: readonly string[], graph: Graph, functions: ReadonlyMap<string, LocalFunction>): readonly string[] {
  const called = new Set<string>();
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      for (const inner of subgraphs(node)) visit(inner.nodes);
      const key = keyOf(node);
      if (called.has(key) || !keys.includes(key)) continue;
      called.add(key);
      visit(functions.get(key)?.nodesFor(node.attributes) ?? []);
    }
  };
  visit(graph.nodes);
  return keys.filter((key) => called.has(key));
}
