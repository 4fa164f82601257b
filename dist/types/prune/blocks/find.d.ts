import type { GraphIndex } from '../../onnx/graph.js';
import type { Graph, Model, Node } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { Refusal } from '../types.js';
import type { Addition } from './addition.js';
export interface Block {
    /** Of the addition; unique. */
    readonly name: string;
    /** Names that a pattern may match: nodes, their outputs and the weights that the block holds. */
    readonly aliases: readonly string[];
    /** The addition, as an index in `graph.nodes`. */
    readonly node: number;
    readonly shortcut: string;
    readonly branch: string;
    /** Behind this value layers are off once the branch is gone: the sum, or what the projection reads. */
    readonly from: string;
    /** Nodes that go with it where it goes alone. */
    readonly holds: ReadonlySet<number>;
    readonly macs: number;
}
export interface FoundBlocks {
    readonly blocks: readonly Block[];
    readonly refusals: readonly Refusal[];
}
export declare function findBlocks(model: Model, facts: Facts, isParameter: (value: string) => boolean): FoundBlocks;
/** Of a graph that is indexed. */
export declare function additionOf(graph: Graph, { consumers }: GraphIndex, node: Node): Addition | undefined;
/** Nodes that the model's outputs need where these additions are replaced by their shortcuts. */
export declare function neededNodes(graph: Graph, dropped: readonly {
    readonly node: number;
    readonly shortcut: string;
}[]): Set<number>;
