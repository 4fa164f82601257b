/** Batch-norm scales: |gamma| of a unit's channels (Liu et al. 2017, "Network Slimming"). */
import type { Criterion } from './criterion.js';
export declare const bnScale: Criterion;
