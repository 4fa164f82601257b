import type { Node } from '../../onnx/ir.js';
import { type Stretch } from './adjoint-rule.js';
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
