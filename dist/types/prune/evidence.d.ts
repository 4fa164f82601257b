import type { Samples } from '../data/types.js';
import type { Runtime } from '../runtime/types.js';
import type { ReaderInput } from './elimination.js';
import type { ParameterValues } from './parameter.js';
import type { Prunable } from './prunable.js';
import type { InputMoments } from './repair/input-moments.js';
import type { LayerShape } from './repair/layer-rows.js';
import type { Layer } from './repair/layers.js';
import type { AxisUse, Group, Moments } from './types.js';
/** A layer whose weight can be refit, with the second moments of what it is multiplied with. */
export interface FittedLayer {
    readonly layer: Layer;
    readonly shape: LayerShape;
    readonly inputs: InputMoments;
}
export interface EvidenceRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    /** Calibration split A. */
    readonly calibration: Samples | undefined;
    readonly batch: number;
    readonly onProgress?: (detail: string) => void;
}
/** Moments beyond means and variances. */
export interface Wanted {
    readonly covariance: boolean;
    readonly magnitude: boolean;
}
export declare class Evidence {
    readonly moments: ReadonlyMap<string, Moments>;
    private readonly fitted;
    private constructor();
    static readonly NONE: Evidence;
    static gather(request: EvidenceRequest, groups: readonly Group[], wanted: Wanted): Promise<Evidence>;
    /** The layer behind a consumer axis; undefined where it is no plain layer or its moments are too large or too few. */
    layer(use: AxisUse): FittedLayer | undefined;
    /** What an elimination works from, for one consumer axis of a group; undefined without moments. */
    reader(group: Group, column: number, weights: (tensor: string) => ParameterValues): ReaderInput | undefined;
}
/** By channel: rows run over outputs and taps. */
export declare function channelReader(moments: Moments | undefined, data: Float32Array, dims: readonly number[], axis: number, positions: readonly (readonly number[])[]): ReaderInput | undefined;
