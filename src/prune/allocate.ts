/**
 * Spreads a budget over groups. Every allocation is an order of *steps* (a group gives up its next least important
 * units, a whole number of alignment blocks); the shortest prefix of that order that meets the target is taken.
 *
 * `uniform` orders steps by the share of the group removed, `global` by the scores of the units removed (relative
 * to the group's mean, where a criterion's scores are not comparable between groups), `auto`, for a plain ratio, by the
 * measured output loss that the step adds over the cost that it saves (else see knapsack.ts).
 */
import type { StructuredStep, Target } from '../policy/types.js';
import type { Group } from './types.js';

export interface Scored {
  readonly group: Group;
  readonly scores: Float64Array;
  /** Whether the scores are on one scale with those of other groups. */
  readonly comparable: boolean;
}

export type Allocation = StructuredStep['allocation'];

/** What `auto` goes by: the loss, and the share of the budget's cost that is saved, once `removed` units of a group went. */
export interface Tradeoff {
  loss(group: string, removed: number): number;
  saved(group: string, removed: number): number;
}

export interface Step {
  readonly group: string;
  /** Units this group has lost once the step is taken. */
  readonly removed: number;
  readonly share: number;
  readonly priority: number;
}

/** Ascending importance; ties by index, so that equal inputs give equal plans. */
export function removalOrder(scores: Float64Array): number[] {
  return Array.from(scores.keys()).sort((a, b) => (scores[a] as number) - (scores[b] as number) || a - b);
}

/** Channels per unit on the first axis that makes them: a head or a whole group is several. */
function unitWidth(group: Group): number {
  const column = group.axes.findIndex((use) => use.role === 'producer');
  return Math.max(1, group.units[0]?.positions[column]?.length ?? 1);
}

const AUTO_CHANNELS = 8;

/**
 * Units per alignment block. `auto` asks for 8 channels (onnxruntime's CPU kernels work in blocks of 8 or 16), but never
 * for more than a quarter of the group, nor for more than a wanted ratio can remove: a narrow layer would lose far more
 * than was asked.
 *
 * @param halvings how often `auto` halves that block, where whole blocks overshoot the target
 */
export function blockUnits(group: Group, align: number | 'auto', target: Target, halvings = 0): number {
  const channels = align === 'auto' ? AUTO_CHANNELS : align;
  let block = Math.max(1, Math.ceil(channels / unitWidth(group)));
  const removable = target.kind === 'ratio' ? Math.min(target.ratio, 1 / 4) * group.units.length : group.units.length / 4;
  while (block > 1 && (block > group.units.length / 2 || (align === 'auto' && block > removable))) block = Math.floor(block / 2);
  return align === 'auto' ? Math.max(1, block >> halvings) : block;
}

/** @param countsOf the numbers of units that a group may lose, ascending */
export function orderSteps(scored: readonly Scored[], { allocation }: StructuredStep, countsOf: (group: Group) => readonly number[], tradeoff?: Tradeoff): Step[] {
  const steps = scored.flatMap((entry) => groupSteps(entry, allocation, countsOf(entry.group), tradeoff));
  const rank = new Map(scored.map(({ group }, index) => [group.name, index]));
  return steps.sort((a, b) => a.priority - b.priority || (rank.get(a.group) ?? 0) - (rank.get(b.group) ?? 0) || a.removed - b.removed);
}

/** Numbers of units that a group may lose: kept counts are multiples of the block, and at least one block stays. */
export function removableCounts(group: Group, align: number | 'auto', target: Target, halvings = 0): number[] {
  const total = group.units.length;
  const block = blockUnits(group, align, target, halvings);
  const counts: number[] = [];
  for (let kept = Math.floor((total - 1) / block) * block; kept >= Math.max(1, block); kept -= block) counts.push(total - kept);
  return counts;
}

function groupSteps(entry: Scored, allocation: Allocation, counts: readonly number[], tradeoff: Tradeoff | undefined): Step[] {
  const { group } = entry;
  const units = group.units.length;
  const priorityOf = priorities(entry, allocation, tradeoff);
  let before = 0;
  let floor = -Infinity;
  return counts.map((removed) => {
    // A group gives up its units in order, so a later step never comes before an earlier one.
    floor = Math.max(floor, priorityOf(before, removed));
    before = removed;
    return { group: group.name, removed, share: removed / units, priority: floor };
  });
}

/** The priority of a step from `before` to `removed` units; the smallest goes first. */
function priorities({ group, scores, comparable }: Scored, allocation: Allocation, tradeoff: Tradeoff | undefined): (before: number, removed: number) => number {
  if (allocation === 'uniform') return (_, removed) => removed / group.units.length;
  if (allocation === 'auto') {
    if (tradeoff === undefined) throw new Error('auto allocation without sensitivities');
    return (before, removed) => {
      const saved = tradeoff.saved(group.name, removed) - tradeoff.saved(group.name, before);
      const lost = tradeoff.loss(group.name, removed) - tradeoff.loss(group.name, before);
      return saved > 0 ? lost / saved : Infinity;
    };
  }
  const order = removalOrder(scores);
  const scale = comparable ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length || 1;
  return (before, removed) => order.slice(before, removed).reduce((sum, unit) => sum + (scores[unit] as number), 0) / (removed - before) / scale;
}

/** Units removed per group after the first `count` steps. */
export function removedAfter(steps: readonly Step[], count: number): Map<string, number> {
  const removed = new Map<string, number>();
  for (const step of steps.slice(0, count)) removed.set(step.group, Math.max(step.removed, removed.get(step.group) ?? 0));
  return removed;
}

/** Smallest number of steps for which `reached` holds (it must be monotone); undefined where even all do not. */
export async function shortestPrefix(total: number, reached: (count: number) => Promise<boolean>): Promise<number | undefined> {
  if (!await reached(total)) return undefined;
  let [low, high] = [0, total];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (await reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** For a plain ratio: the steps within it. Uniform: of each group; global: of all units together. */
export function stepsWithinRatio(steps: readonly Step[], allocation: Allocation, ratio: number, units: number): number {
  const slack = 1e-9;
  if (allocation === 'uniform') return steps.filter((step) => step.share <= ratio + slack).length;
  let count = 0;
  while (count < steps.length) {
    const removed = [...removedAfter(steps, count + 1).values()].reduce((sum, value) => sum + value, 0);
    if (removed > ratio * units + slack) break;
    count++;
  }
  return count;
}
