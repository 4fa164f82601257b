import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { Runtime } from '../../runtime/types.js';
import type { Layer } from './layers.js';
import type { RowPlan } from './rows.js';
import type { LayerTarget } from './targets.js';
export interface WalkRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly dense: Model;
    /** Of the dense model. */
    readonly facts: Facts;
    /** Sample sets that moments are kept apart for: one fits, another judges. */
    readonly folds: readonly Samples[];
    readonly batch: number;
}
/** Second moments of a layer's inputs u [d] and of what its target lacks, r [e]. */
export interface Shortfall {
    readonly rows: number;
    readonly meanU: Float64Array;
    /** [d x d] */
    readonly covariance: Float64Array;
    readonly meanR: Float64Array;
    /** [d x e]: covariance of u with r. */
    readonly cross: Float64Array;
}
export interface Place {
    readonly plan: RowPlan;
    readonly target: LayerTarget;
    /** Channels of the dense target that the model still has; null: all. */
    readonly kept: readonly number[] | null;
}
export declare class LayerWalk {
    #private;
    private readonly request;
    private constructor();
    /** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
    static open(request: WalkRequest, start: Model): LayerWalk | undefined;
    close(): Promise<void>;
    /** Goes to a layer. What lies before it must not change any more. */
    goTo(model: Model, layer: Layer): Promise<void>;
    /**
     * Moments per fold at the layer gone to; undefined where a value is not finite.
     *
     * @param known of the same place before its layer was fitted: its inputs are the same, and what is wanted in front of a
     *   Relu is asked for instead of all that is lacking
     */
    shortfall(model: Model, place: Place, known?: readonly Shortfall[]): Promise<readonly Shortfall[] | undefined>;
}
