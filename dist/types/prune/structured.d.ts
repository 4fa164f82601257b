/**
 * One structured pruning step: score the groups, choose units for the target, cut, and prove the cut. A group whose
 * cut cannot be written or proven is refused and the choice is made again without it.
 */
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { StructuredStep } from '../policy/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Prunable } from './prunable.js';
import type { Proof } from './prove.js';
import type { Chosen } from './select.js';
import type { Refusal, Selection } from './types.js';
/** Plans made again after a proof failed; past it something is wrong with prune-gate, not with one group. */
export declare const MAX_ATTEMPTS = 5;
export interface StructuredRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly step: StructuredStep;
    /** What bare outputs hold, where the policy's metrics tell: for comparing candidates as repair does. */
    readonly kinds?: ReadonlyMap<string, OutputKind>;
    /** Calibration split A; only read where the criterion needs moments. */
    readonly calibration: Samples | undefined;
    /** Calibration split B; only read by `auto` allocation. */
    readonly decide?: Samples;
    readonly batch: number;
    /** One small batch for the proof. */
    readonly feeds: Feeds;
    readonly seed: number;
    readonly onProgress?: (stage: 'score' | 'apply' | 'prove', detail: string) => void;
}
export interface StructuredResult {
    /** The plan applied to dense weights, proven, before any repair. */
    readonly model: Model;
    readonly chosen: Chosen;
    readonly proof: Proof;
    readonly attempts: number;
    /** Groups that could have been pruned but for a reason found on the way, by group name. */
    readonly refused: ReadonlyMap<string, Refusal>;
    /** Groups left out by the policy. */
    readonly kept: ReadonlyMap<string, string>;
}
export declare function pruneStructured(request: StructuredRequest): Promise<StructuredResult>;
/**
 * Applies and proves a selection made earlier (`prune --plan`), deciding nothing.
 * @throws UserError `prove-failed`, `plan-mismatch`
 */
export declare function replayStructured(request: StructuredRequest, selection: Selection): Promise<StructuredResult>;
