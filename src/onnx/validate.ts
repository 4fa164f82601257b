/** Checks on a decoded model that need no operator knowledge. The rest is onnxruntime's to refuse. */
import { UserError } from '../errors.js';
import { capturedValues, definedNames, subgraphs, topologicalOrder } from './graph.js';
import type { Graph, Model, Node } from './ir.js';
import { MAX_PLAUSIBLE_VERSION, MIN_IR_VERSION, MIN_OPSET, shown } from './limits.js';

/**
 * The model, its main graph's nodes in topological order. ONNX demands that order and onnxruntime does not, so files
 * without it exist; every other module may rely on it. Throws `opset-unsupported`, `graph-duplicate`,
 * `graph-dangling`, `graph-cycle`.
 */
export function validated(model: Model): Model {
  validateVersions(model);
  const { graph } = model;
  const order = validateGraph(graph, new Set());
  if (order.every((node, index) => node === index)) return model;
  return { ...model, graph: { ...graph, nodes: order.map((node) => graph.nodes[node] as Node) } };
}

function validateVersions({ irVersion, opsets, graph }: Model): void {
  if (irVersion < MIN_IR_VERSION) throw unsupported(`IR version ${irVersion}, and ${MIN_IR_VERSION} is the oldest that prune-gate reads`);
  if (irVersion > MAX_PLAUSIBLE_VERSION) throw unsupported(`IR version ${irVersion}, which does not exist`);
  const opset = opsets.get('');
  if (opset === undefined) {
    if (graph.nodes.some(({ domain }) => domain === '')) throw unsupported('no version of the ONNX operator set (the file may be cut short)');
    return;
  }
  if (opset < MIN_OPSET) throw unsupported(`operator set ${opset}, and ${MIN_OPSET} is the oldest that prune-gate reads`);
  if (opset > MAX_PLAUSIBLE_VERSION) throw unsupported(`operator set ${opset}, which does not exist`);
}

function unsupported(what: string): UserError {
  return new UserError({
    code: 'opset-unsupported',
    message: `The model names ${what}.`,
    fix: 'Export the model again with opset 17, or convert it with onnx.version_converter.',
  });
}

/** `outer`: names visible from the graphs around. Gives the order of the nodes. */
function validateGraph(graph: Graph, outer: ReadonlySet<string>): readonly number[] {
  refuseDuplicates(graph);
  const visible = new Set([...outer, ...definedNames(graph)]);
  for (const node of graph.nodes) refuseDangling(node, visible);
  for (const { name } of graph.outputs) if (!visible.has(name)) throw dangling(`Graph output ${shown(name)}`, name);
  for (const node of graph.nodes) for (const inner of subgraphs(node)) validateGraph(inner, visible);
  return topologicalOrder(graph);
}

function refuseDuplicates(graph: Graph): void {
  const inputs = new Set<string>();
  for (const { name } of graph.inputs) enter(inputs, name, 'graph input');
  const made = new Set([...inputs, ...graph.initializers.keys(), ...graph.sparseInitializers.keys()]);
  for (const node of graph.nodes) for (const output of node.outputs) if (output !== '') enter(made, output, 'maker of value');
}

function enter(names: Set<string>, name: string, what: string): void {
  if (names.has(name)) {
    throw new UserError({ code: 'graph-duplicate', message: `The graph has more than one ${what} ${shown(name)}.`, fix: 'Export the model again.' });
  }
  names.add(name);
}

function refuseDangling(node: Node, visible: ReadonlySet<string>): void {
  for (const name of [...node.inputs, ...capturedValues(node)]) {
    if (name !== '' && !visible.has(name)) throw dangling(`${shown(node.opType)} node ${shown(node.name || node.outputs[0] || '')}`, name);
  }
}

function dangling(reader: string, name: string): UserError {
  return new UserError({
    code: 'graph-dangling',
    message: `${reader} needs the value ${shown(name)}, which is neither an input, an initializer nor any node's output.`,
    fix: 'Export the model again.',
  });
}
