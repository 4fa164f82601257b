import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { BlocksStep } from '../../policy/types.js';
import type { Feeds, Runtime } from '../../runtime/types.js';
import type { BlocksPlanStep } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import type { Proof } from '../prove.js';
import type { Refusal } from '../types.js';
import type { Block } from './find.js';
import type { ChosenBlocks } from './select.js';
export interface BlocksRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly step: BlocksStep;
    /** Calibration split B. */
    readonly decide: Samples;
    /** Calibration split A, and samples a run: blocks are then rated by what a quick repair leaves of their loss. */
    readonly calibration?: Samples;
    readonly batch: number;
    /** Against the committed model, on these samples. */
    readonly openYardstick: (samples: Samples) => Promise<Yardstick>;
    /** One small batch for the proof. */
    readonly feeds: Feeds;
    readonly onProgress?: (stage: 'score' | 'prove', detail: string) => void;
}
export interface BlocksResult {
    /** The dense weights without the blocks, proven, before any repair. */
    readonly model: Model;
    readonly blocks: readonly Block[];
    readonly chosen: ChosenBlocks;
    readonly proof: Proof;
    /** Blocks that the policy keeps, by name. */
    readonly kept: ReadonlyMap<string, string>;
    readonly refusals: readonly Refusal[];
}
/** @throws UserError `target-unreached`, `prove-failed`, `pattern-unmatched` */
export declare function pruneBlocks(request: BlocksRequest): Promise<BlocksResult>;
/** @throws UserError `plan-mismatch` where the model has no such block, `prove-failed` */
export declare function replayBlocks(request: BlocksRequest, planned: BlocksPlanStep): Promise<BlocksResult>;
