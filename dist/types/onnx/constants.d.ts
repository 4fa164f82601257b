import { type Graph, type Model, type Node, type Tensor } from './ir.js';
export interface ConstantTensor {
    /** Index in `graph.nodes`. */
    readonly node: number;
    readonly tensor: Tensor;
}
/** Output name to value, for each `Constant` node that holds numbers (`value`, `value_float(s)`, `value_int(s)`). */
export declare function constantTensors(graph: Graph): Map<string, ConstantTensor>;
/** The value of a `Constant` node; undefined for other nodes, strings and sparse values. */
export declare function constantTensor(node: Node): Tensor | undefined;
/** Every constant of the graph by value name: initializers, then Constant outputs. */
export declare function weightTensors(graph: Graph): Map<string, Tensor>;
/** Constants of the bodies of If, Loop, Scan, ... at any depth, without those of the graph itself. */
export declare function innerWeights(graph: Graph): readonly Tensor[];
/** Paths of the external files that hold tensors of the graph, at any depth; sorted, each once. */
export declare function externalFiles(graph: Graph): string[];
/**
 * The model with other tensors under these value names, in the main graph: initializers, or outputs of Constant
 * nodes. Declarations of those values (inputs before IR 4, value infos) follow. Throws for a name that is neither.
 */
export declare function replaceTensors(model: Model, tensors: ReadonlyMap<string, Tensor>): Model;
