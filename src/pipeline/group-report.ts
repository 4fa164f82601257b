/** What became of each group, with its share of parameters and multiply-accumulates. */
import { macsByNode } from '../prune/cost.js';
import { nameOf } from '../prune/groups.js';
import type { Prunable } from '../prune/prunable.js';
import type { StructuredResult } from '../prune/structured.js';
import type { Group, Refusal } from '../prune/types.js';
import type { GroupReport } from '../report/types.js';

/** Groups of a model that nothing was removed from yet. */
export function describeGroups(prunable: Prunable, result?: StructuredResult): GroupReport[] {
  const macs = macsByNode(prunable.model, prunable.facts);
  const groups = prunable.analysis.groups.map((group): GroupReport => ({
    name: group.name,
    kind: group.kind,
    units: group.units.length,
    ...outcomeOf(group, result),
    parameters: parametersOf(prunable, group),
    macs: macsOf(group, macs),
  }));
  return [...groups, ...prunable.analysis.refusals.map((refusal) => describeRefusal(prunable, refusal, macs))];
}

function outcomeOf(group: Group, result: StructuredResult | undefined): Pick<GroupReport, 'removed' | 'status' | 'reason'> {
  const removed = result?.chosen.selection.removed.get(group.name)?.length ?? 0;
  if (removed > 0) return { removed, status: 'pruned', reason: '' };
  const refusal = result?.refused.get(group.name);
  if (refusal !== undefined) return { removed, status: 'refused', reason: reasonOf(refusal) };
  const kept = result?.kept.get(group.name);
  return { removed, status: 'kept', reason: kept ?? (result === undefined ? 'can be pruned' : 'the target was met without it') };
}

function reasonOf(refusal: Refusal): string {
  const place = [refusal.operator, refusal.node].filter((part) => part !== undefined && part !== '' && part !== 'graph').join(' ');
  return place === '' ? refusal.reason : `${refusal.reason} (${place})`;
}

function describeRefusal(prunable: Prunable, refusal: Refusal, macs: ReadonlyMap<number, number>): GroupReport {
  const index = prunable.model.graph.nodes.findIndex((node) => nameOf(node) === refusal.name);
  const node = prunable.model.graph.nodes[index];
  const weight = node?.inputs.map((input) => prunable.tensors.get(input)).find((tensor) => tensor !== undefined && tensor.dims.length > 1);
  return {
    name: refusal.name,
    kind: node?.opType ?? '',
    units: refusal.units,
    removed: 0,
    status: 'refused',
    reason: reasonOf(refusal),
    parameters: weight?.dims.reduce((a, b) => a * b, 1) ?? 0,
    macs: macs.get(index) ?? 0,
  };
}

/** Elements of the slices that make the group's channels or live with them; what reads them is counted where it makes. */
function parametersOf(prunable: Prunable, group: Group): number {
  const seen = new Set<string>();
  return group.axes.reduce((total, use, column) => {
    const key = `${String(use.axis)}:${use.tensor}`;
    const dims = prunable.tensors.get(use.tensor)?.dims;
    if (use.role === 'consumer' || use.role === 'recurrent' || dims === undefined || seen.has(key)) return total;
    seen.add(key);
    const positions = group.units.reduce((sum, unit) => sum + (unit.positions[column]?.length ?? 0), 0);
    return total + (positions * dims.reduce((a, b) => a * b, 1)) / (dims[use.axis] ?? 1);
  }, 0);
}

function macsOf(group: Group, macs: ReadonlyMap<number, number>): number {
  const nodes = new Set(group.axes.filter((use) => use.role !== 'consumer').map((use) => use.node));
  return [...nodes].reduce((sum, node) => sum + (macs.get(node) ?? 0), 0);
}
