import type { OpRule } from './rule.js';
export declare const convolution: OpRule;
export declare const transposedConvolution: OpRule;
