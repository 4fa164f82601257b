/**
 * Which blocks go: greedily, the one whose loss raises the output error on calibration split B least for what it saves,
 * measured on the model without those chosen before, until the target is met. Among blocks that meet it at once the one
 * with the least error is the last.
 *
 * Every block is measured once; after that, in each round, only those that looked best when last measured, since a block that was dear
 * rarely gets cheap by the loss of another. Where repair follows, those are rated after a quick one: a block may leave a
 * stream that is far off and easily mended, or little harm that nothing mends.
 */
import { UserError } from '../../errors.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Model } from '../../onnx/ir.js';
import type { BlocksStep } from '../../policy/types.js';
import type { Cost } from '../cost.js';
import type { Prunable } from '../prunable.js';
import type { Block } from './find.js';
/** Blocks measured anew in each round after the first; with repair only in the first. */
export declare const SHORTLIST = 6;
export interface ChosenBlocks {
    /** In the order in which they were chosen. */
    readonly dropped: readonly Block[];
    readonly cost: Cost;
    /** Of the model that was committed, whatever steps came before this one. */
    readonly denseCost: Cost;
    /** Dense over pruned for what the target names; the share of blocks dropped for a ratio. */
    readonly achieved: number;
    /** Multiply-adds, parameters or bytes that are left; NaN for a ratio. */
    readonly left: number;
    readonly reached: boolean;
    /** Output loss with each of them gone alone, by name; and after a quick repair, where that was looked at. */
    readonly losses: ReadonlyMap<string, number>;
    readonly mended?: ReadonlyMap<string, number>;
}
export interface BlockChoice {
    readonly prunable: Prunable;
    readonly step: BlocksStep;
    /** Blocks that may go. */
    readonly open: readonly Block[];
    readonly yardstick: Yardstick;
    /** The loss that a quick repair leaves of a model without these blocks; undefined where the step has none. */
    readonly mend?: (model: Model, dropped: readonly Block[]) => Promise<number>;
    readonly onProgress?: (detail: string) => void;
}
export declare function chooseBlocks(choice: BlockChoice): Promise<ChosenBlocks>;
/** What the model costs without these blocks, and whether that is what was asked for. */
export declare function measureBlocks({ prunable, step: { target }, open }: Pick<BlockChoice, 'prunable' | 'step' | 'open'>, dropped: readonly Block[], losses: ReadonlyMap<string, number>): ChosenBlocks;
/** Nothing to drop, or not enough. */
export declare function blocksUnreached({ target }: BlocksStep, chosen: ChosenBlocks, reasons: readonly string[]): UserError;
