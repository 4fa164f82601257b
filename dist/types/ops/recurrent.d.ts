import type { OpRule } from './rule.js';
export declare const recurrent: OpRule;
