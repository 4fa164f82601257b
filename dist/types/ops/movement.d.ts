import type { OpRule } from './rule.js';
/** Freezes an axis of which an operator takes a position here and there. */
export declare const SINGLE_POSITIONS = "single positions of this axis are chosen";
export declare const reshaping: OpRule;
export declare const expanding: OpRule;
export declare const moving: OpRule;
export declare const squeezing: OpRule;
export declare const splitting: OpRule;
export declare const slicing: OpRule;
export declare const padding: OpRule;
export declare const gathering: OpRule;
