import type { Multiply } from '../../kernels/matmul.js';
import type { Model } from '../../onnx/ir.js';
import type { Pair } from './pairs.js';
import type { Solution } from './ridge.js';
import type { RowPlan } from './rows.js';
import type { LayerWalk, Place } from './walk.js';
export interface Alternation {
    readonly walk: LayerWalk;
    readonly pair: Pair;
    /** Of the first layer's own output. */
    readonly plan: RowPlan;
    /** Of the second layer. */
    readonly place: Place;
    readonly multiply: Multiply;
    /** Adds to a layer's weight, at the layer's output, and to its bias. */
    readonly edit: (model: Model, place: Place, change: Pick<Solution, 'delta' | 'constant'>) => Model;
}
/**
 * @param error behind the pair, on split B, per row of the second layer's plan
 * @returns the better model, the error it leaves, and how many rounds it took
 */
export declare function alternate(request: Alternation, start: Model, error: number): Promise<{
    model: Model;
    error: number;
    rounds: number;
}>;
