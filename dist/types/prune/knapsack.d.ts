/**
 * The least total loss that saves at least a given share of the cost: one option per group, chosen by dynamic programming
 * over buckets of cost (a multiple-choice knapsack; for pruning, Frantar and Alistarh 2022, "SPDY"). Pure.
 */
export interface Option {
    /** Units removed. */
    readonly removed: number;
    readonly loss: number;
    /** Share of the whole cost that this saves. */
    readonly saved: number;
}
export interface Choices {
    readonly group: string;
    /** What the group may do beside losing nothing. */
    readonly options: readonly Option[];
}
/** Steps into which the whole cost is divided. */
export declare const BUCKETS = 4000;
/** Units removed per group for at least `buckets` steps saved; undefined where that cannot be. */
export type Plans = (buckets: number) => ReadonlyMap<string, number> | undefined;
export declare function cheapestPlans(choices: readonly Choices[]): Plans;
