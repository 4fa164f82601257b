import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { FeaturePlan } from './features.js';
export interface InputMoments {
    readonly rows: number;
    /** [inputs] */
    readonly mean: Float64Array;
    /** [inputs x inputs] */
    readonly covariance: Float64Array;
}
export interface MomentsRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly samples: Samples;
    readonly batch: number;
}
/** Floats of second moments that are summed at a time; layers beyond it are measured in further passes. */
export declare const PASS_FLOATS: number;
/** Consecutive plans whose moments fit in memory together. */
export declare function passesOf(plans: readonly FeaturePlan[]): FeaturePlan[][];
/** Moments of the inputs of these layers in `model`, in one pass; undefined where an activation is not finite. */
export declare function inputMoments(request: MomentsRequest, model: Model, plans: readonly FeaturePlan[]): Promise<(InputMoments | undefined)[]>;
export interface Shortfall extends InputMoments {
    /** [outputs x inputs]: covariance of the shortfall with the inputs. */
    readonly cross: Float64Array;
    /** [outputs]: mean of the shortfall. */
    readonly shortfall: Float64Array;
}
/**
 * What `pruned` lacks at `target` against `dense`, against the layer's inputs in `pruned`. Undefined where the two cannot
 * be put in one graph or a value is not finite.
 */
export declare function shortfallMoments(request: MomentsRequest, dense: Model, pruned: Model, plan: FeaturePlan, target: string): Promise<Shortfall | undefined>;
