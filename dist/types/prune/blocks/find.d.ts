import type { Graph, Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { Refusal } from '../types.js';
export interface Block {
    /** Of the addition; unique. */
    readonly name: string;
    /** Names that a pattern may match: nodes, their outputs and the weights that the block holds. */
    readonly aliases: readonly string[];
    /** The Add, as an index in `graph.nodes`. */
    readonly node: number;
    readonly shortcut: string;
    readonly branch: string;
    /** Nodes that go with it where it goes alone. */
    readonly holds: ReadonlySet<number>;
    readonly macs: number;
}
export interface FoundBlocks {
    readonly blocks: readonly Block[];
    readonly refusals: readonly Refusal[];
}
export declare function findBlocks(model: Model, facts: Facts, isParameter: (value: string) => boolean): FoundBlocks;
/** Nodes that the model's outputs need where these additions are replaced by their shortcuts. */
export declare function neededNodes(graph: Graph, dropped: readonly {
    readonly node: number;
    readonly shortcut: string;
}[]): Set<number>;
