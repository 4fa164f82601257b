import type { Graph } from '../../onnx/ir.js';
import type { Layer } from './layers.js';
export interface LayerTarget {
    /** The value to bring back to what it is in the dense model; its channel axis is the layer output's. */
    readonly value: string;
    /** What one unit of the layer's output is worth there, per output channel; undefined: 1. */
    readonly scale: Float64Array | undefined;
    /** Only a Relu reads it: what is negative in both models is no error. */
    readonly rectified: boolean;
}
/**
 * @param graph the pruned model's
 * @param open outputs of the layers that come later
 */
export declare function targetOf(graph: Graph, layer: Layer, open: ReadonlySet<string>, shapeOf: (value: string) => readonly number[] | undefined): LayerTarget;
