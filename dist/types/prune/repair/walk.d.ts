/**
 * A walk through the layers of a model that is repaired on the way, with the dense model beside it on the same samples.
 * At each layer it tells what the model lacks there, against what the layer reads. What lies before the layer that is next
 * was computed once and is kept, so that a walk costs each node about twice, whatever the depth.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Part } from '../../calibrate/paired-streams.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
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
    /** The one value of the dense model that is looked at, wherever the walk is: it is computed once. */
    readonly goal?: string;
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
    /** Mean square of r, summed over its e parts. */
    readonly energy: number;
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
     * @param known of the same place and inputs: their covariance is not measured again
     * @param rectified in front of a Relu: what is seen is asked for instead of all that is lacking
     */
    shortfall(model: Model, place: Place, { known, rectified }?: {
        known?: readonly Shortfall[];
        rectified?: boolean;
    }): Promise<readonly Shortfall[] | undefined>;
    /**
     * Moments per fold of a layer's inputs with any value of its output's shape; undefined where one is not finite.
     *
     * @param wanted makes that value; `second` names the model's own values, the dense model's have their own names
     */
    moments(model: Model, plan: RowPlan, wanted: (graph: AuxiliaryGraph, second: (value: string) => string) => string, known?: readonly Shortfall[]): Promise<readonly Shortfall[] | undefined>;
    /** Runs both models from where the walk stands, on every batch or a part of them, with what `build` adds; `take` reads each result, once. */
    measure<N>(model: Model, build: (graph: AuxiliaryGraph, second: (value: string) => string) => {
        names: N;
        draw?: () => [string, HostTensor][];
    }, take: (read: (name: string) => ArrayLike<number>, fold: number, names: N) => void, part?: Part): Promise<void>;
}
/** What the model lacks at a layer's target, of the layer's output's shape. */
export declare function lackingAt(graph: AuxiliaryGraph, second: (value: string) => string, { plan, target, kept }: Place, rectified: boolean): string;
