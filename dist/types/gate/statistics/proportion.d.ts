import type { Interval } from './paired-proportions.js';
/**
 * Score interval of a proportion whose one-sided bounds each hold with `confidence`: E. B. Wilson, J. Am. Stat.
 * Assoc. 22 (1927) 209-212. No samples: 0 to 1.
 */
export declare function proportionInterval(right: number, samples: number, confidence: number): Interval;
