import type { Criterion } from './criterion.js';
export declare const CRITERIA: readonly Criterion[];
export declare function criterionNamed(name: string): Criterion;
