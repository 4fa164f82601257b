import type { Model, Node } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { Group, Refusal } from './types.js';
export interface Analysis {
    readonly groups: readonly Group[];
    readonly refusals: readonly Refusal[];
    /** Per group name, the classes of its units in unit order: what `Selection` removes. */
    readonly classes: ReadonlyMap<string, Int32Array>;
}
export declare function findGroups(model: Model, coupling: Coupling): Analysis;
/** Many exports name no nodes: then the output's name stands for the node. */
export declare function nameOf(node: Node): string;
