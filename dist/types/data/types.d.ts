/** Labelled samples as the pipeline sees them: streamed in batches, memory bounded by the batch. */
import type { Feeds, HostTensor } from '../runtime/types.js';
export interface Batch {
    /** Index of each sample in the source file, in ascending order. */
    readonly indices: readonly number[];
    /** Ready to run: preprocessed, typed and shaped as the model's inputs want, first axis is the batch. */
    readonly feeds: Feeds;
    /** Labels or targets, [batch] or [batch, ...]; undefined where the source names no target. */
    readonly target: HostTensor | undefined;
    /** Columns that divide the samples, [batch] each; absent where the source names none. */
    readonly slices?: ReadonlyMap<string, HostTensor>;
}
export interface Samples {
    /** Exact number of samples this stream yields. */
    readonly count: number;
    readonly hasTarget: boolean;
    /** sha256 over the source's bytes (files in a stable order). */
    readonly sha256: string;
    /** For people: path, format, columns, how they were bound. */
    readonly description: string;
    /** A fresh pass, in file order. The last batch may be short. */
    batches(size: number): AsyncIterable<Batch>;
    /** The samples at these positions of this stream (ascending), same order. */
    subset(positions: readonly number[]): Samples;
    /** Hash of each sample as the model gets it, in order: for overlap checks, also between files of different formats. */
    sampleHashes(): Promise<readonly string[]>;
    /** Those from position `start` up to but not including `end`, without a list of them. */
    range?(start: number, end: number): Samples;
    /** The targets alone, batch by batch, without reading the inputs; nothing where the source names none. */
    targets?(size: number): AsyncIterable<HostTensor>;
}
