import type { OpRule } from './rule.js';
/** Fused with an activation or a factor as onnxruntime's optimizer writes them, they couple just the same. */
export declare const gemm: OpRule;
export declare const matMul: OpRule;
/** Integer products: counted, never cut. */
export declare const frozenProducts: OpRule;
