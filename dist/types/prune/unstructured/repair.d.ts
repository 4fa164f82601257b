/**
 * Repair of a model whose masks are chosen: SparseGPT's update, least squares on what is left, the sequential refit,
 * statistics; in this order and as the policy asks. Everything is fitted on calibration split A and stays only if it
 * lowers the output loss on split B. Zeros stay zero throughout.
 */
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { SparseRepairName } from '../../policy/types.js';
import type { Cut } from '../cut.js';
import type { Rung } from '../repair/repair.js';
import type { Prunable } from '../prunable.js';
import type { Towards } from '../repair/places.js';
import { DenseMoments } from './dense-moments.js';
import type { SparseLayer } from './layer.js';
import type { MomentsRequest } from '../repair/input-moments.js';
export interface SparseRepairRequest extends MomentsRequest {
    readonly prunable: Prunable;
    readonly pruned: Model;
    /** Layers with a mask, in graph order. */
    readonly layers: readonly SparseLayer[];
    /** By weight name, over the stored tensor. */
    readonly masks: ReadonlyMap<string, Uint8Array>;
    readonly steps: readonly SparseRepairName[];
    /** The committed model, where earlier steps have changed it: what is fitted sequentially aims at it. */
    readonly towards?: Towards;
    /** Calibration split B: judges what a layer alone gains. */
    readonly judge: Samples;
    readonly yardstick: Yardstick;
    readonly multiply: Multiply;
    /** Of these layers, where they were gathered before. */
    readonly moments?: DenseMoments;
    /** Nothing is decided on split B after this: where samples are few, all that was decided is fitted again on both splits. */
    readonly last?: boolean;
    readonly onProgress?: (detail: string) => void;
}
export interface SparseRepairResult {
    readonly model: Model;
    readonly ladder: readonly Rung[];
    readonly accepted: readonly SparseRepairName[];
    readonly notes: readonly string[];
}
/** Nothing is cut out of any axis. */
export declare const WHOLE: Cut;
export declare function repairSparse(request: SparseRepairRequest): Promise<SparseRepairResult>;
