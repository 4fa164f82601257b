import type { OpRule } from './rule.js';
export declare const multiHeadAttention: OpRule;
export declare const groupQueryAttention: OpRule;
export declare const attention: OpRule;
export declare const fusedAttention: OpRule;
