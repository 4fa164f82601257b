import type { Graph, Model } from '../onnx/ir.js';
import type { Runtime, Session, SessionOptions } from './types.js';
/** Where variants go: the folder of the model's weights, so that a variant is only a small proto. */
export interface Workbench {
    readonly runtime: Runtime;
    readonly directory: string;
}
/** As written: values keep their names, and single nodes run as they are. */
export declare const PROBING: SessionOptions;
/** Throws what opening throws. The variant's files go when the session is released, or cannot be opened. */
export declare function openVariant(bench: Workbench, model: Model): Promise<Session>;
/** The model with another main graph. */
export declare function withGraph(model: Model, changes: Partial<Graph>): Model;
/**
 * The model with these values as its only outputs, of whatever type they turn out to be. Outputs of its own keep
 * their declaration, so that a wrong one is refused here as it is there.
 */
export declare function withOutputs(model: Model, names: readonly string[]): Model;
export interface ShapeProbe {
    readonly model: Model;
    /** Output name to the value whose shape it is. */
    readonly valueOf: ReadonlyMap<string, string>;
}
/**
 * The model with the shape of each value as its only outputs. onnxruntime walks the graph from its last leaf
 * backwards, so the Shape nodes come last and in reverse order of the values: then each runs right after its value
 * is made, and values are freed as in a normal run. (A detector at 640 x 640: 170 MB; in any other order 790 MB.)
 */
export declare function shapeProbe(model: Model, names: readonly string[]): ShapeProbe;
