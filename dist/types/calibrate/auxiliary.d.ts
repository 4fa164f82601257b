import { DataType } from '../onnx/ir.js';
import type { Attribute, Model, Node } from '../onnx/ir.js';
export type Reduction = 'ReduceL1' | 'ReduceSum' | 'ReduceMean' | 'ReduceSumSquare';
/** Appends nodes to a model. Values are names, none of which the model has. */
export declare class AuxiliaryGraph {
    #private;
    constructor(model: Model);
    /** A node with one output, whose name is returned. */
    node(opType: string, inputs: readonly string[], attributes?: Readonly<Record<string, Attribute>>): string;
    /** Another node like `node`, which has one output, on other inputs. */
    copy(node: Node, inputs: readonly string[]): string;
    /** A name that neither the model nor this graph has. */
    fresh(base: string): string;
    /** A node in place of the model's node at `index`. */
    override(index: number, node: Node): void;
    /** A node that makes a value of the model whose own maker was overridden to make something else. */
    define(output: string, opType: string, inputs: readonly string[], attributes?: Readonly<Record<string, Attribute>>): void;
    ints(values: readonly number[]): string;
    floats(values: Float32Array, dims: readonly number[]): string;
    /** Declares a made value as a graph output. */
    output(value: string, elemType?: DataType): string;
    /** The sizes of a value, as an int64 graph output. */
    shapeOutput(value: string): string;
    /** float32 of anything numeric; onnxruntime removes the node where it changes nothing. */
    toFloat(value: string): string;
    transpose(value: string, perm: readonly number[]): string;
    /** [product of the axes before `axis`, product of the rest]. */
    flatten(value: string, axis: number): string;
    /** A reduction in the form of the model's opset. */
    reduce(opType: Reduction, value: string, axes: readonly number[], keepDims?: boolean): string;
    /** Zeros before and after each axis, as ONNX lists them: all the befores, then all the afters. */
    pad(value: string, pads: readonly number[]): string;
    /** Runs along several axes; before opset 10, which has no steps, every step is a Gather. */
    slice(value: string, starts: readonly number[], ends: readonly number[], axes: readonly number[], steps: readonly number[]): string;
    /** `value` repeated to the shape of `like`, a float value. */
    expandLike(value: string, like: string): string;
    /** A further input of the built graph. */
    input(name: string, elemType: DataType, dims: readonly (number | string)[]): string;
    /** float32 [outer, channels, inner] of a value of any rank: all axes before `axis` and after it are merged. */
    channelView(value: string, axis: number): string;
    /** The model with the declared outputs in place of its own, and only the nodes and weights they need. */
    build(): Model;
}
/** Nodes, in their order, that the wanted values depend on. */
export declare function neededNodes(graph: Model['graph'], wanted: readonly string[]): readonly Node[];
