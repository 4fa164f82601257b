import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { Prunable } from '../prunable.js';
import type { Layer } from './layers.js';
import { LayerWalk } from './walk.js';
import type { Place } from './walk.js';
export interface ChoosingRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    /** Calibration split A. */
    readonly samples: Samples;
    /** Calibration split B: chooses the ridge of each fit. */
    readonly judge: Samples;
    readonly batch: number;
}
/** Choosing needs fewer samples than fitting, and fewer rows. */
export declare const CHOOSING: {
    mostSamples: number;
    judgingSamples: number;
    rowsPerInput: number;
};
/** From a model whose sizes are the dense one's; undefined where the graph has subgraphs. */
export declare function openWalk(request: ChoosingRequest, start: Model): LayerWalk | undefined;
/**
 * @param dims sizes of the layer's stored weight
 * @param later outputs of the layers that can still make up for what this one lacks
 * @returns undefined where there is nothing to fit
 */
export declare function placeAt({ prunable, samples }: ChoosingRequest, model: Model, layer: Layer, dims: readonly number[], later: ReadonlySet<string>): Place | undefined;
