import type { Node } from '../../onnx/ir.js';
import type { ValueFact } from '../../ops/facts.js';
/**
 * Per tap (row-major over the kernel), the share of output positions at which it reads a real input position. Where
 * sizes are not known or vary, padding is taken to hide nothing.
 */
export declare function tapCoverage(node: Node, kernel: readonly number[], input: ValueFact | undefined, output: ValueFact | undefined): Float64Array;
