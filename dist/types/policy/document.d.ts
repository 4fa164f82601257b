export type Segment = string | number;
/** Line and column count from 1. */
export interface Place {
    readonly line: number;
    readonly column: number;
}
export interface Problem extends Place {
    readonly message: string;
}
export interface PolicyDocument {
    readonly value: unknown;
    /** Place of the value at `path`, or of the nearest thing around it that is there. */
    place(path: readonly Segment[]): Place;
    /** Place of the key that `path` ends in. */
    keyPlace(path: readonly Segment[]): Place;
    /** A scalar as it stands in the file, without quotes: `0.50`, not 0.5. */
    source(path: readonly Segment[]): string | undefined;
}
export type ReadDocument = {
    readonly ok: true;
    readonly document: PolicyDocument;
} | {
    readonly ok: false;
    readonly problems: readonly Problem[];
};
export declare function readDocument(text: string): ReadDocument;
