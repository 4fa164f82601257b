/**
 * Reverse-mode differentiation of a stretch of a graph, written into the graph as nodes: from an adjoint of what the stretch
 * makes to the adjoint of what it starts from. An operator without a rule here counts as a constant, so that the result is the
 * derivative along the paths that have one; whoever uses it judges by what it leads to.
 *
 * Functions of one element have their slope from a difference quotient; everything else has its rule.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Node } from '../../onnx/ir.js';
import type { Lengths } from './rows.js';
export interface Stretch {
    readonly graph: AuxiliaryGraph;
    /** What a value of the stretch is called in `graph`. */
    readonly name: (value: string) => string;
    /** Of all values and stored tensors. */
    readonly lengths: Lengths;
}
/**
 * @param nodes of the stretch, in graph order
 * @param seeds adjoints by value, of the value's shape
 * @param start the value whose adjoint is asked for
 * @returns undefined where no path has rules all along
 */
export declare function adjointOf(stretch: Stretch, nodes: readonly Node[], seeds: ReadonlyMap<string, string>, start: string): string | undefined;
/** The adjoint of what a layer reads: a convolution, Gemm or MatMul with its weight as the second input. */
export declare function throughLayer(stretch: Stretch, node: Node, adjoint: string): string | undefined;
/** Functions of each element of their first input alone. */
export declare const ELEMENTWISE: readonly string[];
/** Whether a node computes float32 numbers of one output, so that it can be written again on others. */
export declare function isRepeatable({ outputs, attributes }: Node): boolean;
