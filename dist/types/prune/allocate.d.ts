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
export declare function removalOrder(scores: Float64Array): number[];
/**
 * Units per alignment block. `auto` asks for 8 channels (onnxruntime's CPU kernels work in blocks of 8 or 16), but never
 * for more than a quarter of the group, nor for more than a wanted ratio can remove: a narrow layer would lose far more
 * than was asked.
 *
 * @param halvings how often `auto` halves that block, where whole blocks overshoot the target
 */
export declare function blockUnits(group: Group, align: number | 'auto', target: Target, halvings?: number): number;
/** @param countsOf the numbers of units that a group may lose, ascending */
export declare function orderSteps(scored: readonly Scored[], { allocation }: StructuredStep, countsOf: (group: Group) => readonly number[], tradeoff?: Tradeoff): Step[];
/** Numbers of units that a group may lose: kept counts are multiples of the block, and at least one block stays. */
export declare function removableCounts(group: Group, align: number | 'auto', target: Target, halvings?: number): number[];
/** Units removed per group after the first `count` steps. */
export declare function removedAfter(steps: readonly Step[], count: number): Map<string, number>;
/** Smallest number of steps for which `reached` holds (it must be monotone); undefined where even all do not. */
export declare function shortestPrefix(total: number, reached: (count: number) => Promise<boolean>): Promise<number | undefined>;
/** For a plain ratio: the steps within it. Uniform: of each group; global: of all units together. */
export declare function stepsWithinRatio(steps: readonly Step[], allocation: Allocation, ratio: number, units: number): number;
