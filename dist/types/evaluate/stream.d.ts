/** Running a session over samples, batch by batch, whatever batch size the model was exported with. */
import type { Batch, Samples } from '../data/types.js';
import type { Feeds, HostTensor, Port, Session } from '../runtime/types.js';
/** The batch size a model insists on: the first axis of all its inputs, where it is a number; else undefined. */
export declare function fixedBatch(inputs: readonly Port[]): number | undefined;
/** Batches of the size the model wants, else of `wanted` samples. */
export declare function batchesFor(samples: Samples, session: Session, wanted: number): {
    size: number;
    batches: AsyncIterable<Batch>;
};
/**
 * Outputs for the samples of one batch. A short last batch of a fixed-size model is filled up with repeats of its last
 * sample, and what comes out for those is dropped.
 */
export declare function runBatch(session: Session, batch: Batch, outputs: readonly string[]): Promise<ReadonlyMap<string, HostTensor>>;
/** The batch's feeds, filled up to `size` samples with repeats of its last one. */
export declare function filledFeeds({ indices, feeds }: Batch, size: number): Feeds;
