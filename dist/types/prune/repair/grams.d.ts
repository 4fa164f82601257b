import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { RowPlan } from './rows.js';
export interface Gram {
    readonly rows: number;
    /** [d], d = taps x channels. */
    readonly mean: Float64Array;
    /** [d x d] */
    readonly covariance: Float64Array;
}
export interface GramRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly model: Model;
    readonly plans: readonly RowPlan[];
    readonly samples: Samples;
    readonly batch: number;
    readonly onProgress?: (done: number, total: number) => void;
}
/** Per plan, in order; undefined where an activation is not finite. */
export declare function gatherGrams(request: GramRequest): Promise<readonly (Gram | undefined)[]>;
