/**
 * One structured pruning step: score the groups, choose units for the target, cut, and prove the cut. A group whose
 * cut cannot be written or proven is refused and the choice is made again without it.
 */
import type { OutputKind } from '../calibrate/yardstick-outputs.js';
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import type { StructuredStep } from '../policy/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Chosen } from './budget.js';
import { LatencyMeter } from './latency/meter.js';
import type { LatencySetting } from './latency/meter.js';
import type { LatencyTable } from './plan.gen.js';
import type { Prunable } from './prunable.js';
import type { Proof } from './prove.js';
import type { Evidence } from './evidence.js';
import type { Towards } from './repair/places.js';
import type { CutMeter, Sensitivity } from './sensitivity.js';
import type { Refusal, Selection } from './types.js';
/** Plans made again after a proof failed; past it something is wrong with prune-gate, not with one group. */
export declare const MAX_ATTEMPTS = 5;
export interface StructuredRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly step: StructuredStep;
    /** The committed model and the folder of its weights, where an earlier step has changed it since: losses are against it. */
    readonly reference?: {
        readonly model: Model;
        readonly directory: string;
    };
    /** What repair aims at where earlier steps have changed the model. */
    readonly towards?: Towards;
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
    /** Filled by the first prune of a model, for further ones with other targets: what was measured does not depend on them. */
    readonly measured?: Measured;
    /** How latency is timed, for a target in latency. */
    readonly latency?: LatencySetting;
    readonly onProgress?: (stage: 'latency' | 'score' | 'apply' | 'prove', detail: string) => void;
}
export interface Measured {
    evidence?: Evidence;
    sensitivity?: {
        readonly meter: CutMeter;
        readonly curves: Sensitivity;
    };
    /** What was timed so far; what it lacks is timed and added. */
    latency?: LatencyMeter;
    /** Times of this model on this machine that an earlier process recorded. */
    times?: LatencyTable;
}
export interface StructuredResult {
    /** The plan applied to dense weights, proven, before any repair. */
    readonly model: Model;
    readonly chosen: Chosen;
    readonly proof: Proof;
    readonly attempts: number;
    /** Groups that could have been pruned but for a reason found on the way, by group name. */
    readonly refused: ReadonlyMap<string, Refusal>;
    /** Groups left out by the policy, and those of which no cut pays. */
    readonly kept: ReadonlyMap<string, string>;
    /** What was timed for it. */
    readonly latency?: LatencyTable;
    /** Units merged into others before they were cut (`lossless`), by group: unit to the one that equals it. */
    readonly merged?: ReadonlyMap<string, ReadonlyMap<number, number>>;
}
export declare function pruneStructured(request: StructuredRequest): Promise<StructuredResult>;
/**
 * Applies and proves a selection made earlier (`prune --plan`), deciding nothing.
 *
 * @param refused what was refused when it was made; groups among it turned out not to be prunable on the way, and are told again
 * @throws UserError `prove-failed`, `plan-mismatch`
 */
export declare function replayStructured(request: StructuredRequest, selection: Selection, refused?: readonly Refusal[]): Promise<StructuredResult>;
/** @throws UserError `nothing-to-prune` where the committed model keeps the budget; what earlier steps did is another matter */
export declare function refuseKept(prunable: Prunable, step: StructuredStep): void;
export declare function unreached(step: StructuredStep, chosen: Chosen, prunable: Prunable, refused: ReadonlyMap<string, Refusal>): UserError;
/** Known from shapes alone, before anything is measured. */
export declare function unreachable(step: StructuredStep, most: Chosen, prunable: Prunable): UserError;
