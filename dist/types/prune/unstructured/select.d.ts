import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { UnstructuredStep } from '../../policy/types.js';
import type { Prunable } from '../prunable.js';
import type { Towards } from '../repair/places.js';
import { DenseMoments } from './dense-moments.js';
import type { SparseLayer } from './layer.js';
import type { MomentsRequest } from '../repair/input-moments.js';
import type { Weight } from './weights.js';
export interface SelectRequest extends MomentsRequest {
    readonly prunable: Prunable;
    readonly step: UnstructuredStep;
    /** The committed model, where earlier steps have changed it: losses are against it. */
    readonly towards?: Towards;
    readonly weights: readonly Weight[];
    /** Calibration split B. */
    readonly decide: Samples;
    readonly multiply: Multiply;
    readonly onProgress?: (detail: string) => void;
}
export interface SelectedMasks {
    /** By weight name, over the stored tensor: 1 where an element stays. */
    readonly masks: ReadonlyMap<string, Uint8Array>;
    readonly layers: readonly SparseLayer[];
    /** Of these layers, for the repair that follows. */
    readonly moments: DenseMoments;
    /** Weights left dense, and why. */
    readonly left: ReadonlyMap<string, string>;
    readonly notes: readonly string[];
}
export declare function selectMasks(request: SelectRequest): Promise<SelectedMasks>;
/** Shares of zeros at which a curve is taken: what stays is multiplied and divided by 1.6 and 3, say. */
export declare function sharesAround(sparsity: number): number[];
