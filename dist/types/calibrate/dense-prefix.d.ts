import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Yardstick } from './yardstick.js';
/** Batches of feeds, in the order of the samples. */
export interface FeedStream {
    batches(size: number): AsyncIterable<{
        readonly feeds: Feeds;
    }>;
}
export interface PrefixRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly dense: Model;
    /** Of the dense model. */
    readonly facts: Facts;
    readonly samples: Samples;
    readonly batch: number;
}
export declare class DensePrefix {
    #private;
    private readonly request;
    constructor(request: PrefixRequest);
    /** Goes on to the cheapest frontier before the nodes that make these values, where there is one that fits on disk; never back. */
    goTo(values: readonly string[]): Promise<void>;
    /** Whether the nodes that make these values lie behind the frontier, so that candidates may change them. */
    covers(values: readonly string[]): boolean;
    /** The candidate's loss by a yardstick over the same samples in the same batches. */
    loss(yardstick: Yardstick, candidate: Model): Promise<number>;
    /** A candidate as it runs from the frontier on, and what is fed to it; undefined: the samples. */
    tail(candidate: Model): {
        readonly model: Model;
        readonly feeds: FeedStream | undefined;
    };
    close(): Promise<void>;
}
