import type { Model } from '../../onnx/ir.js';
import type { AlternationLimits } from './alternate.js';
import type { Decider } from './decisions.js';
import type { Layer } from './layers.js';
import type { Pair } from './pairs.js';
import type { SequentialRequest } from './places.js';
import type { LayerWalk, Place } from './walk.js';
export interface InTurn {
    readonly model: Model;
    /** What is lacking behind the pairs on split B. */
    readonly error: number;
    /** First layers that have changed. */
    readonly helped: readonly Layer[];
    readonly text: string;
}
/** A second layer as it was fitted alone: the model with it, and what is lacking behind it on split B. */
interface Second {
    readonly model: Model;
    readonly place: Place;
    readonly error: number;
}
/** @param firsts weights of the layers that were held for it */
export declare function alternatePairs(request: SequentialRequest, walk: LayerWalk, { model, place, error }: Second, layer: Layer, firsts: readonly string[], decider: Decider): Promise<InTurn>;
export declare function alternatePair({ prunable, samples, cut, onProgress }: SequentialRequest, walk: LayerWalk, place: Place, done: InTurn, pair: Pair, decider: Decider, limits?: AlternationLimits): Promise<InTurn>;
/** The pairs that a layer which lost inputs, or weights, is the second of, with a first that lost outputs, or weights; the nearest first. */
export declare function pairsOf({ prunable, cut, support }: SequentialRequest, model: Model, layer: Layer): Pair[];
export {};
