/**
 * Sequential refit on a support: layers in graph order, each fitted on what it gets in the model as repaired so far, so
 * that the error of one layer is known to the next. With u its inputs there, R what the target lacks against the dense
 * model, S the weights that stay,
 *
 *     delta_S = (Sigma_SS + lambda I)^-1 Cov(u_S, R)        w_S += delta_S        b += mean R - delta mean u
 *
 * which is ridge regression towards the current weights. The target is the residual-aware one of the structured refit.
 */
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { SparseLayer } from './layer.js';
import type { MomentsRequest } from './moments.js';
export declare const SEQUENTIAL_RIDGE = 0.001;
export interface SequentialRequest extends MomentsRequest {
    readonly dense: Model;
    readonly facts: Facts;
    /** In graph order. */
    readonly layers: readonly SparseLayer[];
    /** Per weight name, [outputs x inputs], 1 where it may change; absent: all of it. */
    readonly masks: ReadonlyMap<string, Uint8Array>;
    readonly onProgress?: (detail: string) => void;
}
export interface SequentialResult {
    readonly model: Model;
    readonly refit: number;
    /** Layers left as they were, and why. */
    readonly skipped: readonly string[];
}
export declare function refitOnSupport(request: SequentialRequest, start: Model, multiply: Multiply, ridge?: number): Promise<SequentialResult>;
