/** Distance to the other units: one near the geometric median is replaceable (He et al. 2019, FPGM). */
import type { Criterion } from './criterion.js';
export declare const fpgm: Criterion;
