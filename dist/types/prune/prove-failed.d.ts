/** A cut that could not be proven, with what it takes to see that again. */
import { UserError } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import type { Feeds } from '../runtime/types.js';
import type { Proof } from './prove.js';
import type { Selection } from './types.js';
export interface FailedCut {
    readonly dense: Model;
    /** The plan applied to dense weights. */
    readonly pruned: Model;
    readonly selection: Selection;
    /** The batch on which they differ. */
    readonly feeds: Feeds;
    readonly mismatch: Proof['mismatch'];
}
export declare class ProveFailed extends UserError {
    readonly failed: FailedCut;
    /** @param start the beginning of the sentence that ends in "pruned model differs ..." */
    constructor(start: string, failed: FailedCut);
}
