import type { OpRule } from './rule.js';
export declare const resize: OpRule;
