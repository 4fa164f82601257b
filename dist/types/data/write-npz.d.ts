import type { ElementType, TypedArray } from '../runtime/types.js';
export interface NpzEntry {
    readonly name: string;
    readonly type: ElementType;
    readonly dims: readonly number[];
    /** The elements in row-major order, in pieces of any length. */
    readonly chunks: Iterable<TypedArray> | AsyncIterable<TypedArray>;
}
/**
 * Replaces `path` once everything is written. A name that a zip member cannot have is changed until it can (`memberNames`).
 * @throws where an entry's pieces do not add up to its shape
 */
export declare function writeNpz(path: string, entries: readonly NpzEntry[]): Promise<void>;
/** Relative, without `..` and `\\`, not too long, each once: `/head/../out` becomes `head/_/out`. */
export declare function memberNames(names: readonly string[]): readonly string[];
/** Version 1.0; padded so that the data start at a multiple of 64, as numpy does. */
export declare function npyHeader(type: ElementType, dims: readonly number[]): Uint8Array;
