/** What a budget is counted in: which counts a group may keep, what each saves, and how far a selection as a whole goes. */
import type { CostTarget, StructuredStep, Target } from '../policy/types.js';
import type { Scored } from './allocate.js';
import type { Cost } from './cost.js';
import type { Cut } from './cut.js';
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
/** Multiply-accumulates, parameters, bytes or units: counted from shapes. @param open groups that a ratio is a share of */
export declare function countedBudget(prunable: Prunable, step: StructuredStep, open: readonly Group[], halvings?: number): Budget;
export declare function factorOf({ kind }: Pick<Target, 'kind'>, dense: Cost, cost: Cost, fileBytes: number): number;
export type Progress = Pick<Chosen, 'achieved' | 'left' | 'wanted' | 'reached'>;
/** How far a model with this cost is on the way to a target that is counted. */
export declare function progressTo(target: CostTarget, dense: Cost, cost: Cost, fileBytes: number): Progress;
/**
 * @param open the groups that a ratio is a share of: all that the policy leaves, where nothing else is known
 * @param speedup as measured, where the target is a latency
 */
export declare function measureSelection(prunable: Prunable, step: StructuredStep, selection: Selection, open?: readonly Group[], speedup?: number): Chosen;
/** The least important units of each group, so many of them. */
export declare function selectionOf(scored: readonly Scored[], removed: ReadonlyMap<string, number>): Selection;
/** The cut that takes all that these groups can give: no plan goes further. What it does to latency is not known from shapes. */
export declare function mostOf(prunable: Prunable, step: StructuredStep, open: readonly Group[]): Chosen;
