/**
 * Which positions along which axes must live or die together: a union-find over positions.
 *
 * A value's axis is either *inert* (`null`: nothing there can be pruned) or *live*: an array with one element id per
 * position. Ids tied to each other form a class; a class with a freeze is never pruned.
 */
/** Element ids, one per position along an axis. */
export type AxisIds = Int32Array;
/** Why a class may not be pruned, and the operator that said so. */
export interface Freeze {
    readonly reason: string;
    readonly operator: string;
    readonly node: string;
}
export declare class AxisClasses {
    #private;
    /** Number of element ids made so far. */
    get size(): number;
    /** Fresh, untied ids for an axis of `length` positions. */
    create(length: number): AxisIds;
    /** Fresh ids for positions that all hold the same: any of them can go, with whatever they meet. */
    createCopies(length: number): AxisIds;
    /** Whether nothing but copies of a single position hang on these ids. */
    areCopies(ids: AxisIds): boolean;
    /** The class of an element, as the smallest-rooted representative. */
    find(id: number): number;
    /** Ties two elements. The smaller root wins, so that classes do not depend on the order of ties. */
    union(a: number, b: number): void;
    /** Ties two axes position by position; they must have the same length. */
    tie(a: AxisIds, b: AxisIds): void;
    freeze(ids: AxisIds, why: Freeze): void;
    freezeOf(id: number): Freeze | undefined;
}
