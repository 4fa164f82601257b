/** What a budget is counted in: which counts a group may keep, what each saves, and how far a selection as a whole goes. */
import type { CostTarget, CountedCost, StructuredStep, Target } from '../policy/types.js';
import { removableCounts, removalOrder } from './allocate.js';
import type { Scored } from './allocate.js';
import type { Cost } from './cost.js';
import { makeCut } from './cut.js';
import type { Cut } from './cut.js';
import { openGroups } from './open-groups.js';
import { costIn } from './prunable.js';
import type { Prunable } from './prunable.js';
import type { Group, Selection } from './types.js';

export interface Chosen {
  readonly selection: Selection;
  readonly cut: Cut;
  readonly cost: Cost;
  /** Of the model that was committed, whatever steps came before this one. */
  readonly denseCost: Cost;
  readonly targetKind: Target['kind'];
  /** Dense over pruned for what the target names; the share of units removed for a ratio. */
  readonly achieved: number;
  /** What is left of what the target counts: multiply-adds, parameters, bytes; NaN where it counts none. */
  readonly left: number;
  /** Dense over pruned that the target asks for; NaN where it asks for no factor. */
  readonly wanted: number;
  readonly reached: boolean;
}

export interface Budget {
  /** Numbers of units that a group may lose, ascending. */
  counts(group: Group): readonly number[];
  /** Share of the whole cost saved when this group alone has lost so many units. */
  saved(entry: Scored, removed: number): number;
  /** What a selection costs, and whether that is what was asked for. */
  measure(selection: Selection): Promise<Chosen>;
  /** The same in smaller blocks, where the policy leaves alignment to us; undefined where there are none. */
  finer?(): Budget | undefined;
}

/** `align: auto` halves blocks so often at most: 8 channels become single ones. */
const MOST_HALVINGS = 3;

/** Multiply-accumulates, parameters, bytes or units: counted from shapes. @param open groups that a ratio is a share of */
export function countedBudget(prunable: Prunable, step: StructuredStep, open: readonly Group[], halvings = 0): Budget {
  const target = step.target.kind === 'ratio' ? MACS : step.target;
  const share = (selection: Selection): number => 1 / measureSelection(prunable, { ...step, target }, selection, open).achieved;
  const whole = share(NOTHING);
  const cache = new Map<string, number>();
  return {
    counts: (group) => removableCounts(group, step.align, step.target, halvings),
    saved: (entry, removed) => {
      const key = `${String(removed)}:${entry.group.name}`;
      const saved = cache.get(key) ?? whole - share(selectionOf([entry], new Map([[entry.group.name, removed]])));
      cache.set(key, saved);
      return saved;
    },
    measure: (selection) => Promise.resolve(measureSelection(prunable, step, selection, open)),
    finer: () => (step.align === 'auto' && halvings < MOST_HALVINGS ? countedBudget(prunable, step, open, halvings + 1) : undefined),
  };
}

const NOTHING: Selection = { removed: new Map() };
/** A ratio names no cost: what a cut saves is then told in multiply-accumulates. */
const MACS: Target = { kind: 'macs', factor: 1 };

/** Bytes of the model file: the stored tensors and everything else, which a cut leaves alone. */
function sizeOf(cost: Cost, dense: Cost, fileBytes: number): number {
  return fileBytes - dense.bytes + cost.bytes;
}

export function factorOf({ kind }: Pick<Target, 'kind'>, dense: Cost, cost: Cost, fileBytes: number): number {
  const counted = isCounted(kind) ? kind : 'macs';
  return ratioOf(amountOf(counted, dense, dense, fileBytes), amountOf(counted, cost, dense, fileBytes));
}

/** Of a model with this cost: multiply-adds, parameters, or bytes of its file. */
function amountOf(kind: CountedCost, cost: Cost, dense: Cost, fileBytes: number): number {
  return kind === 'size' ? sizeOf(cost, dense, fileBytes) : cost[kind];
}

const isCounted = (kind: Target['kind']): kind is CountedCost => kind === 'macs' || kind === 'params' || kind === 'size';

export type Progress = Pick<Chosen, 'achieved' | 'left' | 'wanted' | 'reached'>;

/** How far a model with this cost is on the way to a target that is counted. */
export function progressTo(target: CostTarget, dense: Cost, cost: Cost, fileBytes: number): Progress {
  const left = amountOf(target.kind, cost, dense, fileBytes);
  const achieved = factorOf(target, dense, cost, fileBytes);
  if ('factor' in target) return { achieved, left, wanted: target.factor, reached: achieved >= target.factor };
  return { achieved, left, wanted: amountOf(target.kind, dense, dense, fileBytes) / target.most, reached: left <= target.most };
}

/** A model without any of it (all layers inside a subgraph, say) gained nothing. */
const ratioOf = (dense: number, pruned: number): number => (pruned > 0 ? dense / pruned : 1);

/**
 * @param open the groups that a ratio is a share of: all that the policy leaves, where nothing else is known
 * @param speedup as measured, where the target is a latency
 */
export function measureSelection(prunable: Prunable, step: StructuredStep, selection: Selection, open?: readonly Group[], speedup = NaN): Chosen {
  const cut = makeCut(prunable.coupling, prunable.analysis, selection);
  const cost = costIn(prunable, (value, axis) => cut.kept(value, axis));
  const denseCost = prunable.committed ?? costIn(prunable);
  const progress = (): Progress => {
    const { target } = step;
    switch (target.kind) {
      case 'ratio': return { left: NaN, wanted: NaN, ...shareRemoved(step, target.ratio, selection, open ?? openGroups(prunable, step)) };
      case 'latency': return { achieved: speedup, left: NaN, wanted: target.factor, reached: speedup >= target.factor };
      // What is searched for is reached by whoever searches.
      case 'accuracy-drop': case 'lossless': return { achieved: factorOf({ kind: costKind(target) }, denseCost, cost, prunable.fileBytes), left: NaN, wanted: NaN, reached: true };
      default: return progressTo(target, denseCost, cost, prunable.fileBytes);
    }
  };
  return { selection, cut, cost, denseCost, targetKind: step.target.kind, ...progress() };
}

/** What a target that names no amount is told in. */
function costKind(target: Target): CountedCost {
  return target.kind === 'accuracy-drop' && target.cost !== undefined && target.cost !== 'latency' ? target.cost : 'macs';
}

/** Rounding errors of a share of a whole number. */
const SLACK = 1e-9;

/**
 * A ratio is reached where it is missed by no more than whole blocks make it: spread evenly, by no group that has a unit
 * to give; else by less than one block of all groups together.
 */
function shareRemoved(step: StructuredStep, ratio: number, selection: Selection, open: readonly Group[]): { achieved: number; reached: boolean } {
  const units = open.reduce((sum, group) => sum + group.units.length, 0);
  const removed = [...selection.removed.values()].reduce((sum, list) => sum + list.length, 0);
  const wanted = ratio * units + SLACK;
  const block = Math.max(1, ...open.flatMap((group) => {
    const counts = removableCounts(group, step.align, step.target);
    return counts.map((count, i) => count - (counts[i - 1] ?? 0));
  }));
  const reached = step.allocation === 'uniform' ? open.every((group) => gaveItsShare(step, ratio, selection, group)) : removed + block > wanted;
  return { achieved: units === 0 ? 0 : removed / units, reached: removed > 0 && reached };
}

function gaveItsShare(step: StructuredStep, ratio: number, selection: Selection, group: Group): boolean {
  const most = ratio * group.units.length + SLACK;
  const counts = removableCounts(group, step.align, step.target).filter((count) => count <= most);
  return Math.floor(most) < 1 || (selection.removed.get(group.name)?.length ?? 0) >= Math.max(1, counts.at(-1) ?? 0);
}

/** The least important units of each group, so many of them. */
export function selectionOf(scored: readonly Scored[], removed: ReadonlyMap<string, number>): Selection {
  const chosen = new Map<string, readonly number[]>();
  for (const { group, scores } of scored) {
    const count = removed.get(group.name) ?? 0;
    if (count > 0) chosen.set(group.name, removalOrder(scores).slice(0, count).sort((a, b) => a - b));
  }
  return { removed: chosen };
}

/** The cut that takes all that these groups can give: no plan goes further. What it does to latency is not known from shapes. */
export function mostOf(prunable: Prunable, step: StructuredStep, open: readonly Group[]): Chosen {
  const removed = open.map((group) => [group.name, Array.from({ length: removableCounts(group, step.align, step.target).at(-1) ?? 0 }, (_, unit) => unit)] as const);
  return measureSelection(prunable, step, { removed: new Map(removed.filter(([, units]) => units.length > 0)) }, open);
}
