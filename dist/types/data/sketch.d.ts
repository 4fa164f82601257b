import type { Feeds } from '../runtime/types.js';
export declare const FEWEST_ELEMENTS = 16;
/** Of a batch [samples, width], the floating-point inputs side by side. */
interface Rows {
    readonly count: number;
    readonly parts: readonly {
        readonly data: ArrayLike<number>;
        readonly width: number;
    }[];
}
export declare function rowsOf(feeds: Feeds): Rows;
export declare const widthOf: ({ parts }: Rows) => number;
/** Seeded tables for vectors of one width; memory of 5 bytes an element and half a megabyte. */
export declare class Sketcher {
    private readonly buckets;
    private readonly signs;
    private readonly projections;
    private readonly folded;
    private readonly centre;
    /** Sums of squared differences from the mean. */
    private readonly variation;
    private readonly isFolded;
    private centred;
    constructor(width: number);
    /** Adds to the means that are subtracted, and to the deviations (B. P. Welford, Technometrics 1962); before the first sketch. */
    centreOn(rows: Rows): void;
    /** What an element is divided by; one that never changes says nothing. */
    private deviation;
    sketch(rows: Rows, row: number): Sketch;
    private fold;
    private project;
}
export interface Sketch {
    readonly words: Uint32Array;
    readonly length: number;
}
/** Sketches by their words, to find near-duplicates of others among them. */
export declare class SketchIndex {
    private readonly sketches;
    private readonly byWord;
    constructor(sketches: readonly Sketch[]);
    hasNear(sketch: Sketch): boolean;
}
/** How many of `among` have a near-duplicate in `reference`. */
export declare function nearDuplicates(among: readonly Sketch[], reference: readonly Sketch[]): number;
export {};
