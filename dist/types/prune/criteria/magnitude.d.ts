import type { Criterion } from './criterion.js';
export declare const l1: Criterion;
export declare const l2: Criterion;
