/** About how many more samples an undecided limit needs, if the rates seen so far are the true ones. */
import { type Interval, type PairedCounts } from './paired-proportions.js';
/** Further samples until the paired interval of the drop excludes `limit`; null where none would do. */
export declare function furtherSamplesPaired(counts: PairedCounts, limit: number, confidence: number): number | null;
/** The same for an interval whose half-width shrinks with the square root of the samples. */
export declare function furtherSamplesScaled(value: number, interval: Interval, limit: number, samples: number): number | null;
