import type { Model } from '../../onnx/ir.js';
export interface LayerEdit {
    /** Per output channel, what the bias is multiplied by; absent: 1. */
    readonly biasScale?: Float64Array;
    /** Per output channel, what is added to the layer's output after that. */
    readonly shift?: Float64Array;
}
export interface ModelEdits {
    /** New values of stored weights, in the layout and with the sizes they have in this model. */
    readonly weights: ReadonlyMap<string, Float32Array>;
    /** By the first output of the layer's node. */
    readonly layers: ReadonlyMap<string, LayerEdit>;
}
/** A new model; the one given is not changed. Throws where an edit names no layer of the model. */
export declare function editLayers(model: Model, edits: ModelEdits, rank: (value: string) => number | undefined): Model;
