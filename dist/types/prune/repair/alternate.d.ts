import type { Model } from '../../onnx/ir.js';
import type { Pair } from './pairs.js';
import type { Change, Decider } from './decisions.js';
import type { Lengths, RowPlan } from './rows.js';
import type { LayerWalk, Place } from './walk.js';
export interface AlternationLimits {
    readonly mostRounds: number;
    /** A round that takes less than this share off the error is not kept, and is the last. */
    readonly leastGain: number;
    /** Of the batches that fit, every so many-th is looked at for the length of the step. */
    readonly stepEvery: number;
    /** To choose from for the change of the first layer. */
    readonly ridges?: readonly number[];
}
export interface Alternation {
    readonly walk: LayerWalk;
    readonly pair: Pair;
    /** Of the first layer's own output. */
    readonly plan: RowPlan;
    /** Of the second layer. */
    readonly place: Place;
    readonly decider: Decider;
    /** Of the model's values and stored tensors. */
    readonly lengths: Lengths;
    /** Adds to a layer's weight, at the layer's output, and to its bias. */
    readonly edit: (model: Model, place: Place, change: Change) => Model;
}
/**
 * @param error behind the pair, on split B, per row of the second layer's plan
 * @returns the better model, the error it leaves, and how many rounds it took
 */
export declare function alternate(request: Alternation, start: Model, error: number, limits?: AlternationLimits): Promise<{
    model: Model;
    error: number;
    rounds: number;
}>;
