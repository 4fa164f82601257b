/**
 * Spreads a budget over groups. Both allocations are an order of *steps* (a group gives up its next least important
 * units, a whole number of alignment blocks); the shortest prefix of that order that meets the target is taken.
 *
 * `uniform` orders steps by the share of the group removed, `global` by the scores of the units removed (relative
 * to the group's mean, where a criterion's scores are not comparable between groups).
 */
import type { Target } from '../policy/types.js';
import type { Group } from './types.js';

export interface Scored {
  readonly group: Group;
  readonly scores: Float64Array;
  /** Whether the scores are on one scale with those of other groups. */
  readonly comparable: boolean;
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

/**
 * Units per alignment block. `auto` asks for 8 channels, but never for more than half of the group, nor for more than a
 * wanted ratio can remove.
 */
export function blockUnits(group: Group, align: number | 'auto', target: Target): number {
  const channels = align === 'auto' ? 8 : align;
  let block = Math.max(1, Math.ceil(channels / unitWidth(group)));
  const removable = target.kind === 'ratio' ? target.ratio * group.units.length : group.units.length / 2;
  while (block > 1 && (block > group.units.length / 2 || (align === 'auto' && block > removable))) block = Math.floor(block / 2);
  return block;
}

export function orderSteps(scored: readonly Scored[], allocation: 'uniform' | 'global', align: number | 'auto', target: Target): Step[] {
  const steps = scored.flatMap((entry) => groupSteps(entry, allocation, blockUnits(entry.group, align, target)));
  const rank = new Map(scored.map(({ group }, index) => [group.name, index]));
  return steps.sort((a, b) => a.priority - b.priority || (rank.get(a.group) ?? 0) - (rank.get(b.group) ?? 0) || a.removed - b.removed);
}

/** A group's own steps; kept counts are multiples of the block, at least one block stays. */
function groupSteps({ group, scores, comparable }: Scored, allocation: 'uniform' | 'global', block: number): Step[] {
  const total = group.units.length;
  const order = removalOrder(scores);
  const scale = comparable ? 1 : scores.reduce((sum, score) => sum + score, 0) / total || 1;
  const steps: Step[] = [];
  let before = 0;
  let floor = -Infinity;
  for (let kept = Math.floor((total - 1) / block) * block; kept >= Math.max(1, block); kept -= block) {
    const removed = total - kept;
    const chunk = order.slice(before, removed).reduce((sum, unit) => sum + (scores[unit] as number), 0) / (removed - before) / scale;
    // A group gives up its units in order, so a later step never comes before an earlier one.
    floor = Math.max(floor, chunk);
    steps.push({ group: group.name, removed, share: removed / total, priority: allocation === 'uniform' ? removed / total : floor });
    before = removed;
  }
  return steps;
}

/** Units removed per group after the first `count` steps. */
export function removedAfter(steps: readonly Step[], count: number): Map<string, number> {
  const removed = new Map<string, number>();
  for (const step of steps.slice(0, count)) removed.set(step.group, Math.max(step.removed, removed.get(step.group) ?? 0));
  return removed;
}

/** Smallest number of steps for which `reached` holds (it must be monotone); undefined where even all do not. */
export function shortestPrefix(total: number, reached: (count: number) => boolean): number | undefined {
  if (!reached(total)) return undefined;
  let [low, high] = [0, total];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** For a plain ratio: the steps within it. Uniform: of each group; global: of all units together. */
export function stepsWithinRatio(steps: readonly Step[], allocation: 'uniform' | 'global', ratio: number, units: number): number {
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
