import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { RowPlan } from './rows.js';
export interface InputMoments {
    readonly rows: number;
    /** [inputs], inputs = taps x channels. */
    readonly mean: Float64Array;
    /** [inputs x inputs] */
    readonly covariance: Float64Array;
}
export interface MomentsRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly samples: Samples;
    readonly batch: number;
    readonly onProgress?: (detail: string) => void;
}
/** Consecutive plans whose moments fit in memory together. */
export declare function passesOf(plans: readonly RowPlan[]): RowPlan[][];
/** Of these layers in `model`, in one pass over all the samples; undefined where an activation is not finite. */
export declare function inputMoments(request: MomentsRequest, model: Model, plans: readonly RowPlan[]): Promise<(InputMoments | undefined)[]>;
