/** From scores and a target to the units that go. Pure. */
import type { StructuredStep, Target } from '../policy/types.js';
import { costOf } from './cost.js';
import type { Cost } from './cost.js';
import { makeCut } from './cut.js';
import { BUCKETS, cheapestPlans } from './knapsack.js';
import type { Cut } from './cut.js';
import { orderSteps, removableCounts, removalOrder, removedAfter, shortestPrefix, stepsWithinRatio } from './allocate.js';
import type { Scored, Tradeoff } from './allocate.js';
import type { Prunable } from './prunable.js';
import { lossAt } from './sensitivity.js';
import type { Sensitivity } from './sensitivity.js';
import type { Selection } from './types.js';

export interface Chosen {
  readonly selection: Selection;
  readonly cut: Cut;
  readonly cost: Cost;
  readonly denseCost: Cost;
  readonly targetKind: Target['kind'];
  /** Dense over pruned for what the target names; the share of units removed for a ratio. */
  readonly achieved: number;
  readonly reached: boolean;
}

/** Bytes of the model file: the stored tensors and everything else, which a cut leaves alone. */
function sizeOf(cost: Cost, dense: Cost, fileBytes: number): number {
  return fileBytes - dense.bytes + cost.bytes;
}

export function factorOf(target: Target, dense: Cost, cost: Cost, fileBytes: number): number {
  if (target.kind === 'macs') return ratioOf(dense.macs, cost.macs);
  if (target.kind === 'params') return ratioOf(dense.params, cost.params);
  return ratioOf(fileBytes, sizeOf(cost, dense, fileBytes));
}

/** A model without any of it (all layers inside a subgraph, say) gained nothing. */
const ratioOf = (dense: number, pruned: number): number => (pruned > 0 ? dense / pruned : 1);

export function selectUnits(prunable: Prunable, scored: readonly Scored[], step: StructuredStep, sensitivity?: Sensitivity): Chosen {
  const { target, allocation } = step;
  if (sensitivity !== undefined && target.kind !== 'ratio') return selectByKnapsack(prunable, scored, step, sensitivity);
  const steps = orderSteps(scored, step, sensitivity === undefined ? undefined : tradeoffOf(prunable, scored, step, sensitivity));
  const choose = (count: number): Chosen => measureSelection(prunable, step, selectionOf(scored, removedAfter(steps, count)));
  if (target.kind === 'ratio') {
    const units = scored.reduce((sum, { group }) => sum + group.units.length, 0);
    return choose(stepsWithinRatio(steps, allocation, target.ratio, units));
  }
  return choose(shortestPrefix(steps.length, (count) => choose(count).reached) ?? steps.length);
}

/**
 * The plan with the least measured loss that meets the target. Losses and savings of groups are added up as if each
 * were alone, so the savings asked for are raised until the cut as a whole meets it.
 */
function selectByKnapsack(prunable: Prunable, scored: readonly Scored[], step: StructuredStep, sensitivity: Sensitivity): Chosen {
  const tradeoff = tradeoffOf(prunable, scored, step, sensitivity);
  const plans = cheapestPlans(scored.map(({ group }) => ({
    group: group.name,
    options: removableCounts(group, step.align, step.target).filter((removed) => Number.isFinite(tradeoff.loss(group.name, removed)))
      .map((removed) => ({ removed, loss: tradeoff.loss(group.name, removed), saved: tradeoff.saved(group.name, removed) })),
  })));
  const most = new Map(scored.map(({ group }) => [group.name, removableCounts(group, step.align, step.target).at(-1) ?? 0]));
  const choose = (buckets: number): Chosen => measureSelection(prunable, step, selectionOf(scored, plans(buckets) ?? most));
  return choose(shortestPrefix(BUCKETS, (buckets) => choose(buckets).reached) ?? BUCKETS);
}

/** Losses as measured; savings of each group alone, in what the target names. */
function tradeoffOf(prunable: Prunable, scored: readonly Scored[], step: StructuredStep, sensitivity: Sensitivity): Tradeoff {
  const cache = new Map<string, number>();
  const entries = new Map(scored.map((entry) => [entry.group.name, entry]));
  return {
    loss: (group, removed) => lossAt(sensitivity.get(group) ?? [], removed),
    saved: (group, removed) => {
      const key = `${String(removed)}:${group}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const entry = entries.get(group);
      const selection = entry === undefined ? { removed: new Map<string, number[]>() } : selectionOf([entry], new Map([[group, removed]]));
      const saved = 1 - 1 / savingOf(measureSelection(prunable, step, selection));
      cache.set(key, saved);
      return saved;
    },
  };
}

/** Dense over pruned; for a ratio, which names no cost, by multiply-accumulates. */
function savingOf({ achieved, cost, denseCost, targetKind }: Chosen): number {
  return targetKind === 'ratio' ? denseCost.macs / Math.max(1, cost.macs) : achieved;
}

/** What a selection costs, and whether that is what was asked for. */
export function measureSelection(prunable: Prunable, { target }: StructuredStep, selection: Selection): Chosen {
  const cut = makeCut(prunable.coupling, prunable.analysis, selection);
  const cost = costOf(prunable.model, prunable.tensors, prunable.facts, (value, axis) => cut.kept(value, axis)?.length ?? null);
  const denseCost = costOf(prunable.model, prunable.tensors, prunable.facts);
  return { selection, cut, cost, denseCost, targetKind: target.kind, ...progressOf(target, prunable, selection, cost, denseCost) };
}

function selectionOf(scored: readonly Scored[], removed: ReadonlyMap<string, number>): Selection {
  const chosen = new Map<string, readonly number[]>();
  for (const { group, scores } of scored) {
    const count = removed.get(group.name) ?? 0;
    if (count > 0) chosen.set(group.name, removalOrder(scores).slice(0, count).sort((a, b) => a - b));
  }
  return { removed: chosen };
}

function progressOf(target: Target, prunable: Prunable, selection: Selection, cost: Cost, dense: Cost): { achieved: number; reached: boolean } {
  if (target.kind === 'ratio') {
    const units = prunable.analysis.groups.filter((group) => selection.removed.has(group.name)).reduce((sum, group) => sum + group.units.length, 0);
    const removed = [...selection.removed.values()].reduce((sum, list) => sum + list.length, 0);
    return { achieved: units === 0 ? 0 : removed / units, reached: removed > 0 };
  }
  const achieved = factorOf(target, dense, cost, prunable.fileBytes);
  return { achieved, reached: achieved >= target.factor };
}
