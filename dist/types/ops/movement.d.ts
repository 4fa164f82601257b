import type { OpRule } from './rule.js';
export declare const reshaping: OpRule;
export declare const moving: OpRule;
export declare const squeezing: OpRule;
export declare const splitting: OpRule;
export declare const slicing: OpRule;
export declare const padding: OpRule;
export declare const gathering: OpRule;
