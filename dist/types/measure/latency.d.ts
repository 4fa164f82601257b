import type { LatencySummary } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
/** One way to run both models. */
export interface TimingSpec {
    /** Samples in each timed run. */
    readonly batch: number;
    /** Threads within an operator. */
    readonly threads: number;
    /** Runs of each model that are not timed. */
    readonly warmup: number;
    /** Timed runs of each model. */
    readonly runs: number;
}
export interface LatencyRequest {
    readonly runtime: Runtime;
    readonly densePath: string;
    readonly prunedPath: string;
    /** One batch of `spec.batch` samples. */
    readonly feeds: Feeds;
    readonly spec: TimingSpec;
    readonly seed: string;
    readonly onProgress?: (done: number, total: number) => void;
}
export interface Latency {
    readonly dense: LatencySummary;
    readonly pruned: LatencySummary;
    /** Milliseconds; entry i of both stems from the same round. */
    readonly samples: {
        readonly dense: Float64Array;
        readonly pruned: Float64Array;
    };
    /** 0.04: two runs of the dense model differed by 4 %. */
    readonly noiseFloor: number;
}
export declare function measureLatency(request: LatencyRequest): Promise<Latency>;
/** How far the ratio of medians strays from 1 on this machine with nothing changed: the most of all parts. */
export declare function noiseFloorOf([a, b]: readonly [Float64Array, Float64Array]): number;
