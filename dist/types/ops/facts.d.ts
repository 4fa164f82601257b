/**
 * Facts: what running the model taught about it, as a plain record. `runtime/facts.ts` produces it; `ops` and
 * `prune` are pure functions over graph and facts and can be tested with a record written by hand.
 */
/** A small integer or boolean tensor that steers shapes (at most 1,024 elements). */
export interface SmallValue {
    readonly dims: readonly number[];
    readonly data: readonly number[];
    /** False where the two probing runs disagreed: it depends on a dynamic dimension. */
    readonly constant: boolean;
}
export interface ValueFact {
    /** Sizes in the first probing run. */
    readonly dims: readonly number[];
    /** Per axis: the size changed between the two probing runs. */
    readonly dynamic: readonly boolean[];
    /** Bytes of an element; absent where the type is not known, and of initializers, which say it themselves. */
    readonly elementBytes?: number;
}
/**
 * Where each element of a data-movement node's outputs came from: the node run on a tensor that counts its own
 * elements. `sources[o]` has one entry per element of output `o`, row-major: the linear index into the data input
 * (`input`), or -1 for a fill.
 */
export interface Movement {
    readonly input: number;
    readonly sources: readonly Int32Array[];
}
export interface Facts {
    /** By value name, graph inputs, initializers and node outputs of the main graph. Absent: not a tensor, or never computed. */
    readonly values: ReadonlyMap<string, ValueFact>;
    readonly small: ReadonlyMap<string, SmallValue>;
    /** By node index in `graph.nodes`. Absent: not data movement, or not traced (`untraced` says why). */
    readonly movements: ReadonlyMap<number, Movement>;
    readonly untraced: ReadonlyMap<number, string>;
}
/** Operators whose output elements are copies of one data input's elements (or a fill), wherever they end up. */
export declare const MOVEMENT_OPS: ReadonlyMap<string, number>;
