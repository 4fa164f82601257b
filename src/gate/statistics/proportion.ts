/** One proportion: how sure an accuracy is by itself. */
import { normalQuantile } from './normal.js';
import type { Interval } from './paired-proportions.js';

/**
 * Score interval of a proportion whose one-sided bounds each hold with `confidence`: E. B. Wilson, J. Am. Stat.
 * Assoc. 22 (1927) 209-212. No samples: 0 to 1.
 */
export function proportionInterval(right: number, samples: number, confidence: number): Interval {
  if (samples <= 0) return { low: 0, high: 1 };
  const z2 = normalQuantile(confidence) ** 2;
  const share = right / samples;
  const middle = (share + z2 / (2 * samples)) / (1 + z2 / samples);
  const half = Math.sqrt(z2 * (share * (1 - share) / samples + z2 / (4 * samples * samples))) / (1 + z2 / samples);
  return {
    low: right === 0 ? 0 : Math.max(0, middle - half),
    high: right === samples ? 1 : Math.min(1, middle + half),
  };
}
