import type { Criterion } from './criterion.js';
export declare const fpgm: Criterion;
