import type { Interval } from './paired-proportions.js';
/**
 * Exact interval of a proportion whose one-sided bounds each hold with at least `confidence`: C. J. Clopper, E. S. Pearson,
 * Biometrika 26 (1934) 404-413. Exact because the score interval lets up to 6 % false passes through at a stated 5 %
 * near a proportion of 1, where accuracies lie. No samples: 0 to 1.
 */
export declare function proportionInterval(right: number, samples: number, confidence: number): Interval;
