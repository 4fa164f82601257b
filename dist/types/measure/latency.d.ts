import type { LatencySpec } from '../policy/types.js';
import type { LatencySummary } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
export interface LatencyRequest {
    readonly runtime: Runtime;
    readonly densePath: string;
    readonly prunedPath: string;
    /** One batch of `spec.batch` samples. */
    readonly feeds: Feeds;
    readonly spec: LatencySpec;
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
