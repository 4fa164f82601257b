/**
 * The one yardstick that decides everywhere: squared error of the outputs over their variance, on calibration
 * split B. 0 is the dense model; 1 is what a constant output would score.
 */
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Runtime } from '../runtime/types.js';
import type { FeedStream } from './dense-prefix.js';
import type { OutputKind, YardstickOutput } from './yardstick-outputs.js';
export interface YardstickRequest {
    readonly runtime: Runtime;
    /** The dense model, weights stored beside `directory`'s protos. */
    readonly dense: Model;
    readonly directory: string;
    /** Where the dense model's weights lie, if not there: candidates may have weights of their own. */
    readonly denseDirectory?: string;
    /** Calibration split B. */
    readonly samples: Samples;
    readonly batch: number;
    /** What bare outputs hold, where the policy's metrics tell. */
    readonly kinds?: ReadonlyMap<string, OutputKind>;
}
export interface Yardstick {
    readonly outputs: readonly YardstickOutput[];
    /** How outputs are compared, and which are not, in words. */
    readonly notes: readonly string[];
    /**
     * Output loss of a candidate that has the compared values under the same names; Infinity where it yields NaN,
     * infinity or another shape. The mean over the outputs that vary.
     *
     * @param feeds what the candidate is fed instead of the samples, in the same batches: for one that starts in the middle.
     *   Which of their axes runs over samples is not known, so they are not cut: throws UserError `out-of-memory` where memory
     *   does not hold a batch.
     */
    loss(candidate: Model, feeds?: FeedStream): Promise<number>;
}
/** Dense outputs up to this size are kept for later candidates; past it the dense model runs again beside each. */
export declare const MAX_CACHED_BYTES: number;
/**
 * Runs the dense model once over the samples.
 *
 * @throws UserError `no-yardstick` where no output can be compared or none varies
 */
export declare function createYardstick(request: YardstickRequest): Promise<Yardstick>;
