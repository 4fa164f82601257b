/**
 * Which weights go, chosen again on what the repaired model computes. The criterion saw the dense model; in depth, the inputs
 * of a layer are those that earlier zeros left, and what it is to make up for is known. A walk like that of the sequential
 * refit, from the dense model:
 *
 *  1. At a layer all of its weights are fitted on the inputs it gets, towards the layer's target.
 *  2. From there the criterion takes as many weights as were to go, on the covariance of those inputs.
 *  3. What stays is fitted (least squares), so that the next layer sees inputs close to those of the repaired model.
 *
 * Counts stay. The caller decides on calibration split B whether the new choice is the better one.
 */
import type { Multiply } from '../../kernels/matmul.js';
import type { UnstructuredStep } from '../../policy/types.js';
import type { ChoosingRequest } from '../repair/choosing.js';
import type { SparseLayer } from './layer.js';
export interface ReselectRequest extends ChoosingRequest {
    readonly step: UnstructuredStep;
    readonly criterionOf: (layer: SparseLayer) => UnstructuredStep['criterion'];
    readonly multiply: Multiply;
    readonly onProgress?: (detail: string) => void;
}
/** By layer, [outputs x inputs], 1 where a weight stays. */
export type LayerMasks = ReadonlyMap<SparseLayer, Uint8Array>;
/** As many zeros in each layer as in `masks`; undefined where the graph has subgraphs. */
export declare function reselectWeights(request: ReselectRequest, masks: LayerMasks): Promise<LayerMasks | undefined>;
