/**
 * From coupled positions to groups: every class without a freeze is a unit; units over the same tensor axes form a
 * group. What is frozen becomes a list of refusals with reasons.
 */
import { subgraphs } from '../onnx/graph.js';
import type { Graph, Model, Node } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { RoleUse } from '../ops/couple-site.js';
import type { AxisIds } from '../ops/axes.js';
import type { AxisUse, Group, Refusal, Unit } from './types.js';

export interface Analysis {
  readonly groups: readonly Group[];
  readonly refusals: readonly Refusal[];
  /** Per group name, the classes of its units in unit order: what `Selection` removes. */
  readonly classes: ReadonlyMap<string, Int32Array>;
}

/** One stored tensor axis with its element ids. */
interface StoredAxis {
  readonly tensor: string;
  readonly axis: number;
  readonly ids: AxisIds;
}

export function findGroups(model: Model, coupling: Coupling): Analysis {
  const storedAxes = collectStoredAxes(coupling);
  const uses = usesByAxis(storedAxes, coupling);
  const bySignature = new Map<string, { axes: number[]; classes: number[] }>();
  for (const [root, axes] of axesByClass(storedAxes, coupling)) {
    if (coupling.classes.freezeOf(root) !== undefined) continue;
    const signature = axes.join(',');
    const bucket = bySignature.get(signature) ?? { axes, classes: [] };
    bucket.classes.push(root);
    bySignature.set(signature, bucket);
  }
  const names = new Set<string>();
  const groups: Group[] = [];
  const classes = new Map<string, Int32Array>();
  const collected = [...bySignature.values()].map((bucket) => ({ ...bucket, axes: bucket.axes.map((i) => storedAxes[i] as StoredAxis) }));
  for (const bucket of collected.sort((a, b) => firstNode(a.axes, uses) - firstNode(b.axes, uses))) {
    const axisUses = bucket.axes.flatMap((axis) => uses.get(keyOf(axis)) ?? []);
    if (!axisUses.some((use) => use.role === 'producer')) continue;
    const group = makeGroup(model.graph, coupling, bucket.classes, axisUses, names);
    groups.push(group);
    classes.set(group.name, Int32Array.from(bucket.classes));
  }
  return { groups, refusals: findRefusals(model.graph, coupling, storedAxes, uses), classes };
}

const keyOf = (axis: { tensor: string; axis: number }): string => `${String(axis.axis)}:${axis.tensor}`;

function collectStoredAxes(coupling: Coupling): StoredAxis[] {
  const found: StoredAxis[] = [];
  for (const [value, axes] of coupling.axes) {
    if (!coupling.stored.has(value)) continue;
    axes.forEach((ids, axis) => {
      if (ids !== null) found.push({ tensor: value, axis, ids });
    });
  }
  return found;
}

/**
 * Roles refer to what the operator reads. A weight seen through Transpose, Cast or Dequantize is traced to where it is
 * stored; one that a Reshape gave other axes stays what the operator sees (parameter.ts has its numbers). Keys are the
 * stored axes that the uses belong to.
 */
function usesByAxis(storedAxes: readonly StoredAxis[], coupling: Coupling): Map<string, AxisUse[]> {
  const byId = new Map<number, StoredAxis[]>();
  for (const axis of storedAxes) {
    for (const id of axis.ids) {
      const list = byId.get(id);
      if (list === undefined) byId.set(id, [axis]);
      else if (list.at(-1) !== axis) list.push(axis);
    }
  }
  const uses = new Map<string, AxisUse[]>();
  for (const role of coupling.roles) {
    const origin = originOf(role, coupling, byId);
    if (origin === undefined) continue;
    const key = keyOf(origin.stored);
    const use: AxisUse = { tensor: origin.tensor, axis: origin.axis, role: role.role, node: role.node, value: role.value, valueAxis: role.valueAxis };
    uses.set(key, [...(uses.get(key) ?? []), use]);
  }
  return uses;
}

/** The tensor axis that a role is about, and the stored axis it stems from. */
interface Origin {
  readonly tensor: string;
  readonly axis: number;
  readonly stored: StoredAxis;
}

function originOf(role: RoleUse, coupling: Coupling, byId: ReadonlyMap<number, StoredAxis[]>): Origin | undefined {
  const ids = coupling.axes.get(role.parameter)?.[role.axis];
  if (ids == null || ids.length === 0) return undefined;
  if (coupling.stored.has(role.parameter)) return { tensor: role.parameter, axis: role.axis, stored: { tensor: role.parameter, axis: role.axis, ids } };
  const candidates = byId.get(ids[0] as number) ?? [];
  const same = candidates.find((axis) => axis.ids.length === ids.length && axis.ids.every((id, i) => id === ids[i]));
  if (same !== undefined) return { tensor: same.tensor, axis: same.axis, stored: same };
  const [stored] = candidates;
  return stored === undefined ? undefined : { tensor: role.parameter, axis: role.axis, stored };
}

/** For every class, the stored axes it touches (indices into `storedAxes`, ascending). */
function axesByClass(storedAxes: readonly StoredAxis[], coupling: Coupling): Map<number, number[]> {
  const byClass = new Map<number, number[]>();
  storedAxes.forEach(({ ids }, index) => {
    for (const id of ids) {
      const root = coupling.classes.find(id);
      const list = byClass.get(root);
      if (list === undefined) byClass.set(root, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  });
  return byClass;
}

function firstNode(axes: readonly StoredAxis[], uses: ReadonlyMap<string, AxisUse[]>): number {
  return Math.min(...axes.flatMap((axis) => (uses.get(keyOf(axis)) ?? []).filter((use) => use.role === 'producer').map((use) => use.node)), Number.MAX_SAFE_INTEGER);
}

function makeGroup(
  graph: Graph,
  coupling: Coupling,
  classes: readonly number[],
  uses: readonly AxisUse[],
  taken: Set<string>,
): Group {
  const unitOf = new Map(classes.map((root, unit) => [root, unit]));
  const positions = classes.map(() => uses.map((): number[] => []));
  uses.forEach((use, column) => {
    (coupling.axes.get(use.tensor)?.[use.axis] as AxisIds).forEach((id, position) => {
      const unit = unitOf.get(coupling.classes.find(id));
      if (unit !== undefined) positions[unit]?.[column]?.push(position);
    });
  });
  const units: Unit[] = positions.map((perAxis) => ({ positions: perAxis }));
  const producers = uses.filter((use) => use.role === 'producer').map((use) => graph.nodes[use.node] as Node);
  const name = uniqueName(nameOf(producers[0] as Node), taken);
  return { name, aliases: aliasesOf(graph, uses), axes: uses, units, kind: [...new Set(producers.map((node) => node.opType))].join('+') };
}

/** Many exports name no nodes: then the output's name stands for the node. */
export function nameOf(node: Node): string {
  return node.name || (node.outputs.find((output) => output !== '') ?? node.opType);
}

function uniqueName(base: string, taken: Set<string>): string {
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base}#${String(i)}`;
  taken.add(name);
  return name;
}

/** Names a pattern may match: those of the nodes that make the channels, their outputs and their weights. */
function aliasesOf(graph: Graph, uses: readonly AxisUse[]): string[] {
  const names = uses.filter((use) => use.role !== 'consumer').flatMap((use) => {
    const node = graph.nodes[use.node] as Node;
    return use.role === 'producer' ? [node.name, node.outputs[0] ?? '', use.tensor] : [use.tensor];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Frozen producer axes, one entry per producing node and reason, and nodes with layers inside their subgraphs (no units are known there). */
function findRefusals(
  graph: Graph,
  coupling: Coupling,
  storedAxes: readonly StoredAxis[],
  uses: ReadonlyMap<string, AxisUse[]>,
): Refusal[] {
  const refusals: (Refusal & { readonly order: number })[] = [];
  for (const { tensor, axis, ids } of storedAxes) {
    const producer = (uses.get(keyOf({ tensor, axis })) ?? []).find((use) => use.role === 'producer');
    if (producer === undefined) continue;
    const counts = new Map<string, { refusal: Refusal; units: number }>();
    for (const id of ids) {
      const freeze = coupling.classes.freezeOf(id);
      if (freeze === undefined) continue;
      const key = `${freeze.reason}\n${freeze.operator}\n${freeze.node}`;
      const refusal = { name: nameOf(graph.nodes[producer.node] as Node), reason: freeze.reason, operator: freeze.operator, node: freeze.node, units: 0 };
      counts.set(key, { refusal, units: (counts.get(key)?.units ?? 0) + 1 });
    }
    for (const { refusal, units } of counts.values()) refusals.push({ ...refusal, units, order: producer.node });
  }
  graph.nodes.forEach((node, order) => {
    if (subgraphs(node).some(hasLayers)) refusals.push({ name: nameOf(node), reason: 'its layers lie in a subgraph, which is not analysed', operator: node.opType, node: nameOf(node), units: 0, order });
  });
  return refusals.sort((a, b) => a.order - b.order).map(({ order: _order, ...refusal }) => refusal);
}

const LAYERS = new Set(['Conv', 'ConvTranspose', 'Gemm', 'MatMul', 'LSTM', 'GRU', 'RNN']);

function hasLayers(graph: Graph): boolean {
  return graph.nodes.some((node) => LAYERS.has(node.opType) || subgraphs(node).some(hasLayers));
}
