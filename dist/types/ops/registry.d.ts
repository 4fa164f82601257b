/** Every operator family prune-gate knows. A new family is one file and one line here. */
import type { Node } from '../onnx/ir.js';
import type { OpRule } from './rule.js';
export declare const RULES: readonly OpRule[];
/** The rule for a node; undefined for an operator prune-gate has none for (never "elementwise"). */
export declare function ruleFor(node: Node): OpRule | undefined;
