import type { Report } from './types.js';
/** Empty where no model has figures in both. The baseline comes from a cache: what is no number is left out. */
export declare function baselineTable(report: Report, baseline: Report, most: number): string;
