import type { GraphIndex } from '../../onnx/graph.js';
import type { Graph, Node, Tensor } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
/** Where the bias is, or is to be put. */
export type BiasPlace = 
/** Input `position` of the node itself; `tensor` is undefined where there is none yet. The node adds factor * bias. */
{
    readonly kind: 'operand';
    readonly position: number;
    readonly tensor: string | undefined;
    readonly factor: number;
}
/** A constant that the Add after the node adds. */
 | {
    readonly kind: 'add';
    readonly node: number;
    readonly position: number;
    readonly tensor: string;
}
/** Nowhere: an Add is to be inserted behind the node. `hidden`: it adds one that is not stored as a plain row. */
 | {
    readonly kind: 'none';
    readonly hidden: boolean;
};
export interface Layer {
    /** Index in `graph.nodes`. */
    readonly index: number;
    readonly node: Node;
    /** The activation it reads and its channel axis. */
    readonly input: string;
    readonly inputChannel: number;
    /** The stored weight and its axes over inputs and outputs. */
    readonly weight: string;
    readonly inputAxis: number;
    readonly outputAxis: number;
    /** Axes of the stored weight over kernel taps, in the order of the spatial axes; empty for products. */
    readonly kernelAxes: readonly number[];
    /** ONNX element type of what the node computes. */
    readonly elementType: number;
    /** Depthwise and grouped convolutions: how many groups (1 otherwise). */
    readonly groups: number;
    readonly bias: BiasPlace;
    /** The value with the bias added, and its channel axis. */
    readonly output: string;
    readonly outputChannel: number;
    /** The node computes gain * (W x): alpha. */
    readonly gain: number;
    /** The node applies an activation after the bias: its output is not linear in the weight. */
    readonly activated: boolean;
}
/** A graph with what describing layers looks up again and again. */
export interface LayerContext {
    readonly graph: Graph;
    readonly index: GraphIndex;
    readonly tensors: ReadonlyMap<string, Tensor>;
    /** Number of axes of a value; undefined where it is not known. */
    rank(value: string): number | undefined;
}
/** Number of axes of each value, as the facts have them. */
export declare function ranksOf({ values }: Facts): (value: string) => number | undefined;
/** @param rank of values as they were probed: a layer before a bias that was inserted since is looked up by what the bias makes */
export declare function layerContext(graph: Graph, rank: (value: string) => number | undefined): LayerContext;
/** Every layer of the graph whose output is linear in its weight, in the graph's order. */
export declare function layersOf(context: LayerContext): readonly Layer[];
/** The layer at a node, or why it is none that can be changed. */
export declare function layerAt(context: LayerContext, index: number): Layer | string;
