import type { Attribute, Dim, Graph, Model, Node, Tensor, ValueInfo } from './ir.js';
export interface GraphIndex {
    /** Value to the index in `graph.nodes` of the node that makes it. */
    readonly producer: ReadonlyMap<string, number>;
    /** Value to the ascending indices of the nodes that read it, directly or inside their subgraphs; each once. */
    readonly consumers: ReadonlyMap<string, readonly number[]>;
}
export declare function indexGraph(graph: Graph): GraphIndex;
/** Every value of the node's own graph that it reads: its inputs, then what its subgraphs capture. */
export declare function valuesRead(node: Node): Set<string>;
/** The graphs in a node's attributes (bodies of If, Loop, Scan, ...). */
export declare function subgraphs(node: Node): readonly Graph[];
/** Names that a node's subgraphs, at any depth, take from the scope around the node. */
export declare function capturedValues(node: Node): Set<string>;
/** Names a graph defines itself: inputs, initializers, node outputs. */
export declare function definedNames(graph: Graph): Set<string>;
/** Every value and node name in a graph and its subgraphs. */
export declare function allNames(graph: Graph): Set<string>;
/**
 * Node indices such that each node comes after the makers of what it reads; ties go to the lower index, so a
 * sorted graph gives 0, 1, 2, ... Throws `graph-cycle`.
 */
export declare function topologicalOrder(graph: Graph): readonly number[];
/** `base`, or `base_1`, `base_2`, ... : the first that is not taken. A set given as `taken` then has it too. */
export declare function freshName(taken: Graph | Set<string>, base: string): string;
export interface NodeOptions {
    readonly name?: string;
    readonly domain?: string;
    readonly attributes?: Iterable<readonly [string, Attribute]>;
}
/** Unnamed and of the default domain unless `options` says otherwise; '' marks an absent input. */
export declare function makeNode(opType: string, inputs: readonly string[], outputs: readonly string[], options?: NodeOptions): Node;
/** A tensor value's declaration; `dims` null: no shape. */
export declare function makeValueInfo(name: string, elemType: number, dims: readonly Dim[] | null): ValueInfo;
/** A graph named `graph` without weights, but for what `parts` says. */
export declare function makeGraph(parts: Partial<Omit<Graph, 'wire'>> & Pick<Graph, 'nodes' | 'inputs' | 'outputs'>): Graph;
export interface ModelOptions {
    readonly opset?: number;
    readonly irVersion?: number;
}
/** A model around a graph; opset 17 and IR 8 unless said otherwise, which any onnxruntime of today reads. */
export declare function makeModel(graph: Graph, { opset, irVersion }?: ModelOptions): Model;
export declare const intOf: (value: number | bigint) => Attribute;
export declare const intsOf: (values: readonly (number | bigint)[]) => Attribute;
export declare const floatOf: (value: number) => Attribute;
export declare const textOf: (value: string) => Attribute;
export declare const tensorOf: (value: Tensor) => Attribute;
