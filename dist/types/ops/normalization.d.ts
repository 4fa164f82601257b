import type { OpRule } from './rule.js';
export declare const channelNorm: OpRule;
export declare const layerNorm: OpRule;
export declare const groupNorm: OpRule;
export declare const fusedNorm: OpRule;
