/** The contract of an operator family: how its axes couple, what it costs, what its node needs after a cut. */
import type { Attribute, Node, Tensor } from '../onnx/ir.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
export interface OpRule {
    /** Operator types of the default domain, or `domain:Type`. */
    readonly ops: readonly string[];
    /** Ties, freezes and defines the axes of the node's outputs. Called in topological order. */
    couple(site: CoupleSite): void;
    /** What must change in the node itself once positions are gone. Absent: nothing. */
    rewrite?(site: RewriteSite): NodeEdit | undefined;
    /** Multiply-accumulates of one run, from the shapes of inputs and outputs. Absent: none worth counting. */
    macs?(shapes: CostShapes): number;
}
/** The nodes that replace one node, and the constants they need. */
export interface NodeEdit {
    readonly nodes: readonly Node[];
    readonly tensors: readonly Tensor[];
}
export interface CostShapes {
    readonly node: Node;
    readonly inputs: readonly (readonly number[] | undefined)[];
    readonly outputs: readonly (readonly number[] | undefined)[];
}
/** A copy of the node with some attributes set or removed (`undefined`). */
export declare function withAttributes(node: Node, changes: Readonly<Record<string, Attribute | undefined>>): Node;
/** A copy of the node that reads `value` at one input position (absent inputs before it become ''). */
export declare function withInput(node: Node, position: number, value: string): Node;
export declare const product: (values: readonly number[]) => number;
