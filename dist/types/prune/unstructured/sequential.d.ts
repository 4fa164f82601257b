import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { Skipped } from '../repair/skipped.js';
import type { MomentsRequest } from '../repair/input-moments.js';
import type { SparseLayer } from './layer.js';
export declare const SEQUENTIAL_RIDGE = 0.001;
export interface SupportRefitRequest extends MomentsRequest {
    readonly dense: Model;
    readonly facts: Facts;
    /** In graph order. */
    readonly layers: readonly SparseLayer[];
    /** Per weight name, [outputs x inputs], 1 where it may change; absent: all of it. */
    readonly masks: ReadonlyMap<string, Uint8Array>;
}
export interface SupportRefit {
    readonly model: Model;
    readonly refit: number;
    /** Layers left as they were, and why. */
    readonly skipped: readonly Skipped[];
}
/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export declare function refitOnSupport(request: SupportRefitRequest, start: Model, multiply: Multiply, ridge?: number): Promise<SupportRefit | undefined>;
