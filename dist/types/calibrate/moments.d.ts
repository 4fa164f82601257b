/**
 * First and second moments of activations over calibration samples, computed inside onnxruntime: only sums leave it.
 *
 *  1. A first run over one batch tells each tap's shape and its channel means.
 *  2. Those means are the *shift*: sums are taken of x - shift, since float32 products of raw inputs (0 to 255, say)
 *     would lose the digits in which the covariance lies.
 *  3. Per batch the graph returns sum(x - shift) and sum((x - shift)(x - shift)ᵀ), or only the squares; JavaScript
 *     adds them in float64 and takes the shift out at the end.
 */
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Moments } from '../prune/types.js';
import type { Runtime } from '../runtime/types.js';
/** Where to measure: a value of the main graph and its channel axis. */
export interface Tap {
    readonly value: string;
    readonly axis: number;
    /** False: variances only. */
    readonly covariance: boolean;
    /** Also the mean of |x|. */
    readonly magnitude?: boolean;
}
export interface GatherRequest {
    readonly runtime: Runtime;
    /** Weights stored beside `directory`'s protos (see onnx/store). */
    readonly model: Model;
    /** Folder for the auxiliary graphs: the one that holds the stored weights. */
    readonly directory: string;
    /** One tap per value. */
    readonly taps: readonly Tap[];
    readonly samples: Samples;
    /** Samples per run. */
    readonly batch: number;
    readonly onProgress?: (done: number, total: number) => void;
}
/** Beyond this many channels only variances are gathered: a float64 covariance would take more than 134 MB per tap. */
export declare const MAX_COVARIANCE_CHANNELS = 4096;
/**
 * Floats of covariance that one run may return: 128 MiB on top of the activations. Taps beyond it are measured in
 * further passes over the samples.
 */
export declare const MAX_PASS_FLOATS: number;
/** The gathered moments by value name. Throws UserError `tap-unknown`, `activation-not-finite`, `calibration-empty`. */
export declare function gatherMoments(request: GatherRequest): Promise<Map<string, Moments>>;
