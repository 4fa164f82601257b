/** From scores and a target to the units that go. Pure. */
import type { StructuredStep, Target } from '../policy/types.js';
import { costOf } from './cost.js';
import type { Cost } from './cost.js';
import { makeCut } from './cut.js';
import type { Cut } from './cut.js';
import { orderSteps, removalOrder, removedAfter, shortestPrefix, stepsWithinRatio } from './allocate.js';
import type { Scored } from './allocate.js';
import type { Prunable } from './prunable.js';
import type { Selection } from './types.js';

export interface Chosen {
  readonly selection: Selection;
  readonly cut: Cut;
  readonly cost: Cost;
  /** Dense over pruned for what the target names; the share of units removed for a ratio. */
  readonly achieved: number;
  readonly reached: boolean;
}

/** Bytes of the model file: the stored tensors and everything else, which a cut leaves alone. */
function sizeOf(cost: Cost, dense: Cost, fileBytes: number): number {
  return fileBytes - dense.bytes + cost.bytes;
}

export function factorOf(target: Target, dense: Cost, cost: Cost, fileBytes: number): number {
  if (target.kind === 'macs') return dense.macs / cost.macs;
  if (target.kind === 'params') return dense.params / cost.params;
  return fileBytes / sizeOf(cost, dense, fileBytes);
}

export function selectUnits(prunable: Prunable, scored: readonly Scored[], step: StructuredStep): Chosen {
  const { target, allocation } = step;
  const steps = orderSteps(scored, allocation, step.align, target);
  const choose = (count: number): Chosen => measureSelection(prunable, step, selectionOf(scored, removedAfter(steps, count)));
  if (target.kind === 'ratio') {
    const units = scored.reduce((sum, { group }) => sum + group.units.length, 0);
    return choose(stepsWithinRatio(steps, allocation, target.ratio, units));
  }
  return choose(shortestPrefix(steps.length, (count) => choose(count).reached) ?? steps.length);
}

/** What a selection costs, and whether that is what was asked for. */
export function measureSelection(prunable: Prunable, { target }: StructuredStep, selection: Selection): Chosen {
  const cut = makeCut(prunable.coupling, prunable.analysis, selection);
  const cost = costOf(prunable.model, prunable.tensors, prunable.facts, (value, axis) => cut.kept(value, axis)?.length ?? null);
  return { selection, cut, cost, ...progressOf(target, prunable, selection, cost) };
}

function selectionOf(scored: readonly Scored[], removed: ReadonlyMap<string, number>): Selection {
  const chosen = new Map<string, readonly number[]>();
  for (const { group, scores } of scored) {
    const count = removed.get(group.name) ?? 0;
    if (count > 0) chosen.set(group.name, removalOrder(scores).slice(0, count).sort((a, b) => a - b));
  }
  return { removed: chosen };
}

function progressOf(target: Target, prunable: Prunable, selection: Selection, cost: Cost): { achieved: number; reached: boolean } {
  if (target.kind === 'ratio') {
    const units = prunable.analysis.groups.filter((group) => selection.removed.has(group.name)).reduce((sum, group) => sum + group.units.length, 0);
    const removed = [...selection.removed.values()].reduce((sum, list) => sum + list.length, 0);
    return { achieved: units === 0 ? 0 : removed / units, reached: removed > 0 };
  }
  const dense = costOf(prunable.model, prunable.tensors, prunable.facts);
  const achieved = factorOf(target, dense, cost, prunable.fileBytes);
  return { achieved, reached: achieved >= target.factor };
}
