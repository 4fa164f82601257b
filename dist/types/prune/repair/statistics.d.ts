import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Towards } from './places.js';
import type { Site } from './statistics-sites.js';
/** A rescale beyond this is a failure, not a repair. */
export declare const MAX_RESCALE = 10;
export interface StatisticsRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly cut: Cut;
    /** What to aim at instead of the dense model, as for the sequential refit. */
    readonly towards?: Towards;
    /** The model to correct. */
    readonly model: Model;
    /** Calibration split A. */
    readonly samples: Samples;
    readonly batch: number;
}
/** What the dense model's layers put out: per output channel of the pruned model. */
export interface Target {
    readonly mean: Float64Array;
    readonly variance: Float64Array;
}
/** Dense output moments of the layer sites, by layer output. One pass over the samples. */
export declare function denseTargets(request: StatisticsRequest, sites: readonly Site[]): Promise<ReadonlyMap<string, Target>>;
/**
 * The model with corrected statistics.
 *
 * @param rescale false: only means of layers are restored (r = 1); batch-norm nodes are always measured in full
 */
export declare function correctStatistics(request: StatisticsRequest, sites: readonly Site[], targets: ReadonlyMap<string, Target>, rescale: boolean): Promise<Model>;
