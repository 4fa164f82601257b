/** Which zeros hang together, and how many there are to be: the shape a mask must have. Masks hold 1 where a weight stays. */
export type Structure = 
/** Any weights of the matrix. */
{
    readonly kind: 'free';
}
/** As many in every row. */
 | {
    readonly kind: 'row';
}
/** Of every m consecutive inputs at most n stay. */
 | {
    readonly kind: 'pattern';
    readonly n: number;
    readonly m: number;
}
/** Whole tiles of outputs x inputs. */
 | {
    readonly kind: 'block';
    readonly rows: number;
    readonly columns: number;
};
/** A part of a matrix: all rows, some columns. */
export interface Part {
    /** [rows x columns], what losing each weight costs. */
    readonly scores: Float64Array;
    readonly rows: number;
    readonly columns: number;
}
/**
 * The cheapest weights to lose.
 *
 * @param zeros how many are to be zero; not looked at for a pattern
 * @returns [rows x columns], 1 where a weight stays
 */
export declare function cheapest(part: Part, structure: Structure, zeros: number): Uint8Array;
/** Positions by ascending score, ties in order. */
export declare function order(scores: Float64Array): Uint32Array;
/** Columns that are decided on together. */
export declare function tileWidth(structure: Structure, preferred: number): number;
