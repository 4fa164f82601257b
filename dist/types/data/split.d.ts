export interface Split {
    /** `share` of the positions, ascending. */
    readonly share: readonly number[];
    /** All others, ascending. */
    readonly rest: readonly number[];
}
/**
 * Positions 0 to `count` - 1 in two disjoint parts that cover all. `share` (0 to 1) is rounded to whole samples, but
 * neither part is empty where there are at least two samples.
 */
export declare function splitSeeded(count: number, share: number, seed: number | string): Split;
