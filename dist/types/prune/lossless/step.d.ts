import type { Model } from '../../onnx/ir.js';
import type { Prunable } from '../prunable.js';
import type { StructuredRequest, StructuredResult } from '../structured.js';
import type { Group, Moments, Selection } from '../types.js';
import type { Redundancy } from './find.js';
export interface LosslessResult extends StructuredResult {
    /** Squared error of the outputs over their variance, on calibration samples; rounding alone. */
    readonly loss: number;
    readonly redundant: ReadonlyMap<string, readonly Redundancy[]>;
}
/** @throws UserError `target-unreached` where nothing can go without loss; ProveFailed */
export declare function pruneLossless(request: StructuredRequest): Promise<LosslessResult>;
/** Applies, proves and compares a selection made earlier. Throws UserError `target-unreached` where outputs do not agree. */
export declare function replayLossless(request: StructuredRequest, selection: Selection, merged: ReadonlyMap<string, ReadonlyMap<number, number>>): Promise<LosslessResult>;
/** Moments of everything that reads these groups, with covariances, over split A. */
export declare function readMoments({ runtime, prunable, directory, calibration, batch }: StructuredRequest, groups: readonly Group[]): Promise<ReadonlyMap<string, Moments>>;
/** What reads a unit is added to what reads the one that equals it: the model computes what it did. */
export declare function mergeUnits({ model, tensors, analysis }: Prunable, merged: ReadonlyMap<string, ReadonlyMap<number, number>>): Model;
