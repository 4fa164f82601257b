import type { OpRule } from './rule.js';
export declare const gemm: OpRule;
export declare const matMul: OpRule;
/** Integer and fused products: counted, never cut. */
export declare const frozenProducts: OpRule;
