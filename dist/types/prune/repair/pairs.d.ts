import type { Model, Node } from '../../onnx/ir.js';
import type { Layer } from './layers.js';
import type { Lengths } from './rows.js';
export interface Pair {
    readonly first: Layer;
    readonly second: Layer;
    /** All that depends on the first one's output and leads to the second one's input, in graph order. */
    readonly between: readonly Node[];
}
/**
 * The pairs whose second layer reads this weight, the nearest first. What reaches the second layer through another first one
 * alone is fitted with that one.
 *
 * @param lengths of the values, as the model has them
 * @param isFirst which layers are asked for
 */
export declare function pairsAt(model: Model, weight: string, ranks: (value: string) => number | undefined, lengths: Lengths, isFirst: (layer: Layer) => boolean): Pair[];
/**
 * The layers of two weights, through any others that lie between; undefined where derivatives are not known all along, or where
 * another node reads a weight, which a change of it would change as well.
 */
export declare function pairWith(model: Model, weights: readonly [string, string], ranks: (value: string) => number | undefined, lengths: Lengths): Pair | undefined;
/** Of values and stored tensors; what a layer makes in front of a bias that was inserted has the lengths of the sum. */
export declare function lengthsWith({ graph }: Model, lengths: Lengths): Lengths;
