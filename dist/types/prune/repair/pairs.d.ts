import type { Model, Node } from '../../onnx/ir.js';
import type { Layer } from './layers.js';
import type { Lengths } from './rows.js';
export interface Pair {
    readonly first: Layer;
    readonly second: Layer;
    /** From the first one's output to the second one's input, in graph order. */
    readonly between: readonly Node[];
}
/** The pair whose second layer reads this weight; undefined where there is none. */
export declare function pairAt(model: Model, weight: string, ranks: (value: string) => number | undefined, lengths: Lengths): Pair | undefined;
