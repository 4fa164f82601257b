import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { UnstructuredStep } from '../../policy/types.js';
import type { Runtime } from '../../runtime/types.js';
import type { Prunable } from '../prunable.js';
import type { SparseLayer } from './layer.js';
export interface ReselectRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly step: UnstructuredStep;
    readonly criterionOf: (layer: SparseLayer) => UnstructuredStep['criterion'];
    /** Calibration split A. */
    readonly samples: Samples;
    /** Calibration split B: chooses the ridge of each fit. */
    readonly judge: Samples;
    readonly batch: number;
    readonly multiply: Multiply;
    readonly onProgress?: (detail: string) => void;
}
/** By layer, [outputs x inputs], 1 where a weight stays. */
export type LayerMasks = ReadonlyMap<SparseLayer, Uint8Array>;
/** As many zeros in each layer as in `masks`; undefined where the graph has subgraphs. */
export declare function reselectWeights(request: ReselectRequest, masks: LayerMasks): Promise<LayerMasks | undefined>;
