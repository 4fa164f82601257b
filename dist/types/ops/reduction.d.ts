import type { OpRule } from './rule.js';
export declare const along: OpRule;
export declare const reduction: OpRule;
export declare const softmax: OpRule;
export declare const argument: OpRule;
/** Reads a shape only: what is cut is simply seen. */
export declare const shapeOf: OpRule;
