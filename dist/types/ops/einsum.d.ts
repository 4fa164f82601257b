import type { OpRule } from './rule.js';
export interface Equation {
    /** Letters of each operand's axes. */
    readonly operands: readonly string[];
    readonly result: string;
}
/** Undefined where the equation has an ellipsis, or a letter twice in one term. */
export declare function parseEquation(text: string): Equation | undefined;
export declare const einsum: OpRule;
