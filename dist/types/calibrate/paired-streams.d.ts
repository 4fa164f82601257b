import type { Samples } from '../data/types.js';
import type { Model, ValueInfo } from '../onnx/ir.js';
import type { Feeds, HostTensor, Runtime, Session } from '../runtime/types.js';
import type { Frontier } from './frontier.js';
import type { Merged } from './merge.js';
export interface PairedBatch {
    /** For the merged graph of both models. */
    readonly feeds: Feeds;
    /** Which of the sample sets it comes from. */
    readonly fold: number;
}
/** Which batches are looked at. */
export interface Part {
    /** A sample set; absent: all of them. */
    readonly only?: number;
    /** Of these every so many-th, the first one among them. */
    readonly every?: number;
}
/** Bytes that a frontier may take on disk; past it the streams go on from where they are. */
export declare const MOST_SPOOL_BYTES: number;
export declare class PairedStreams {
    #private;
    private readonly runtime;
    private readonly directory;
    private readonly dense;
    private readonly folds;
    private readonly batch;
    constructor(runtime: Runtime, directory: string, dense: Model, folds: readonly Samples[], batch: number);
    /** Both models from the frontier on, in one graph; undefined where they cannot be put beside each other. */
    merged(candidate: Model): Merged | undefined;
    /** Runs a batch of `batches` in a session of the merged graph: in pieces where that is safe. */
    results(session: Session, feeds: Feeds): AsyncIterable<ReadonlyMap<string, HostTensor>>;
    /**
     * Does what looks at all batches; where memory does not hold a batch of what is kept, does it again from the samples.
     *
     * @param look is called a second time then, and begins anew or goes on with the batch that failed: batches come in the same order
     */
    over<T>(look: () => Promise<T>): Promise<T>;
    batches(candidate: (value: string) => string, { only, every }?: Part): AsyncIterable<PairedBatch>;
    /** Bytes that a frontier of so many float32 elements per run of `runSize` samples takes for all samples. */
    bytesOf({ size }: Frontier, runSize: number): number;
    /**
     * Computes the frontier's values of both models and goes on from there. What is before it must not change any more.
     *
     * @param wanted of the dense model, where nothing else of it is looked at from here on: kept instead of the frontier's
     */
    advance(candidate: Model, { values }: Frontier, wanted?: readonly string[]): Promise<void>;
    close(): Promise<void>;
}
/**
 * Every size has a name of its own: onnxruntime gives values with equally named sizes the same memory, and the
 * candidate's are smaller.
 */
export declare function infoOf(model: string, value: string, { type, dims }: HostTensor): ValueInfo;
