/** Runs every node's coupling rule in graph order and returns which positions of which axes hang together. */
import type { Graph, Model, Node } from '../onnx/ir.js';
import { capturedValues, subgraphs, topologicalOrder } from '../onnx/graph.js';
import { AxisClasses } from './axes.js';
import type { AxisIds } from './axes.js';
import { CoupleSite } from './couple-site.js';
import type { CouplingState, RoleUse, Split } from './couple-site.js';
import type { Facts } from './facts.js';
import { SINGLE_POSITIONS } from './movement.js';
import { ruleFor } from './registry.js';

export interface Coupling {
  readonly classes: AxisClasses;
  /** Axes by value name: activations and stored tensors; null is inert. */
  readonly axes: ReadonlyMap<string, readonly (AxisIds | null)[]>;
  readonly roles: readonly RoleUse[];
  /** Tensors whose axes can be cut: initializers, Constant outputs, and the `filled` ones. */
  readonly stored: ReadonlySet<string>;
  /** Outputs of ConstantOfShape: weights of one value, cut by their shape. */
  readonly filled: ReadonlySet<string>;
  /** Values that depend on stored tensors alone. */
  readonly parameters: ReadonlySet<string>;
}

export interface CouplingOptions {
  /** Which factor of a split axis (heads x dim) stays live. */
  readonly factor: 'outer' | 'inner';
}

/** First default-domain opset a model imports. */
export function opsetOf(model: Model): number {
  return model.opsets.get('') ?? 1;
}

/**
 * Where the part of a split axis that was to stay live turns out to be one that single positions are taken of (the 3 of
 * queries, keys and values in 3 x heads x width), the next part is tried in its place.
 */
export function coupleGraph(model: Model, facts: Facts, options: CouplingOptions = { factor: 'outer' }): Coupling {
  const choices = new Map<number, number>();
  for (;;) {
    const { coupling, splits } = coupleOnce(model, facts, options, choices);
    const indexed = splits.filter(({ chosen, choice, choices: count }) =>
      choice + 1 < count && chosen.every((id) => coupling.classes.freezeOf(id)?.reason === SINGLE_POSITIONS));
    if (indexed.length === 0) return coupling;
    for (const { node, choice } of indexed) choices.set(node, choice + 1);
  }
}

function coupleOnce(
  model: Model, facts: Facts, options: CouplingOptions, choices: ReadonlyMap<number, number>,
): { readonly coupling: Coupling; readonly splits: readonly Split[] } {
  const { graph } = model;
  const stored = storedNames(graph);
  const parameters = new Set(stored);
  const makers = new Map<string, Node>();
  const state: CouplingState = {
    classes: new AxisClasses(),
    axes: new Map(),
    roles: [],
    splits: [],
    choices,
    shapeOf: (value) => facts.values.get(value)?.dims ?? graph.initializers.get(value)?.dims,
    smallOf: (value) => facts.small.get(value),
    isParameter: (value) => parameters.has(value),
    isStored: (value) => stored.has(value),
    isDynamic: (value, axis) => facts.values.get(value)?.dynamic[axis] ?? false,
    inertReason: (value) => inertReason(value, makers, graph),
  };
  for (const index of topologicalOrder(graph)) {
    const node = graph.nodes[index] as Node;
    markParameters(node, parameters);
    for (const output of node.outputs) if (output !== '') makers.set(output, node);
    coupleNode(new CoupleSite(node, index, opsetOf(model), facts.movements.get(index), facts.untraced.get(index), options.factor, state));
  }
  freezeContract(model, state);
  const filled = new Set(graph.nodes.flatMap((node) => (node.opType === 'ConstantOfShape' ? node.outputs : [])));
  const coupling = { classes: state.classes, axes: state.axes, roles: state.roles, stored: new Set([...stored, ...filled]), filled, parameters };
  return { coupling, splits: state.splits };
}

function storedNames(graph: Graph): Set<string> {
  const names = new Set(graph.initializers.keys());
  for (const node of graph.nodes) {
    if (node.opType === 'Constant' && node.domain === '' && node.outputs[0]) names.add(node.outputs[0]);
  }
  return names;
}

function markParameters(node: Node, parameters: Set<string>): void {
  if (subgraphs(node).length > 0 || node.inputs.length === 0) return;
  if (node.inputs.every((input) => input === '' || parameters.has(input))) {
    for (const output of node.outputs) if (output !== '') parameters.add(output);
  }
}

function coupleNode(site: CoupleSite): void {
  const { node } = site;
  if (node.opType === 'Constant' && node.domain === '') return;
  const rule = ruleFor(node);
  if (rule !== undefined) {
    rule.couple(site);
    return;
  }
  const label = node.domain === '' ? node.opType : `${node.domain}:${node.opType}`;
  site.freezeAll(`no rule for ${label}`);
  for (const captured of capturedValues(node)) site.freezeValue(captured, `a subgraph of ${label} reads it`);
}

/**
 * A model's inputs and outputs never change shape. An initializer that is also listed among the inputs (older exporters
 * list every weight) is a weight: its declared shape follows, see apply.ts.
 */
function freezeContract(model: Model, state: CouplingState): void {
  const { graph } = model;
  const freeze = (value: string, reason: string): void => {
    for (const ids of state.axes.get(value) ?? []) {
      if (ids !== null) state.classes.freeze(ids, { reason, operator: 'graph', node: value });
    }
  };
  for (const output of graph.outputs) freeze(output.name, 'it is an output of the model');
  for (const input of graph.inputs) {
    if (!graph.initializers.has(input.name)) freeze(input.name, 'it is an input of the model');
  }
}

function inertReason(value: string, makers: ReadonlyMap<string, Node>, graph: Graph): string {
  const maker = makers.get(value);
  if (maker !== undefined) {
    const known = ruleFor(maker) !== undefined;
    return known ? `nothing that can be pruned makes it (${maker.opType})` : `no rule for ${maker.opType}`;
  }
  return graph.inputs.some((input) => input.name === value) ? 'it is an input of the model' : 'nothing that can be pruned makes it';
}
