/** One unstructured step: masks by the criterion, or those of a plan; zeros; repair of what stays. */
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { SparseRepairName, UnstructuredStep } from '../../policy/types.js';
import type { UnstructuredPlanStep } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import type { Rung } from '../repair/repair.js';
import type { SparseTensor } from '../unstructured.js';
import type { MomentsRequest } from '../repair/input-moments.js';
import type { Towards } from '../repair/places.js';
import type { Weight } from './weights.js';
export interface SparsifyRequest extends MomentsRequest {
    readonly prunable: Prunable;
    readonly step: UnstructuredStep;
    /** Calibration split B, and the yardstick on it. */
    readonly decide: Samples;
    readonly yardstick: Yardstick;
    readonly multiply: Multiply;
    /** The committed model, where earlier steps have changed it. */
    readonly towards?: Towards;
    /** No step comes after this one. */
    readonly last?: boolean;
    readonly onProgress?: (detail: string) => void;
}
export interface SparseResult {
    readonly model: Model;
    readonly weights: readonly Weight[];
    readonly masks: ReadonlyMap<string, Uint8Array>;
    readonly tensors: readonly SparseTensor[];
    /** Weights left dense, and why. */
    readonly left: ReadonlyMap<string, string>;
    readonly ladder: readonly Rung[];
    readonly accepted: readonly SparseRepairName[];
    readonly notes: readonly string[];
}
export declare function pruneWeightsOf(request: SparsifyRequest): Promise<SparseResult>;
/** @throws UserError `plan-mismatch` where a weight of the plan is not there, or of another size */
export declare function replayWeights(request: SparsifyRequest, planned: UnstructuredPlanStep): Promise<SparseResult>;
