/** The statistics of the gate: pure, deterministic given their random source. */
export { pairedDropInterval, smallestDecidableDrop } from './paired-proportions.js';
export type { Interval, PairedCounts } from './paired-proportions.js';
export { proportionInterval } from './proportion.js';
export { bootstrapIntervals, quantile, REPLICATES } from './bootstrap.js';
export type { BootstrapOptions, WeightedStatistic } from './bootstrap.js';
export { median, medianRatioInterval } from './median-ratio.js';
export type { MedianRatio, MedianRatioOptions, TimingPair } from './median-ratio.js';
export { furtherSamplesPaired, furtherSamplesScaled } from './sample-size.js';
export { holmAdjusted } from './holm.js';
export { mcnemar } from './mcnemar.js';
export { CLASS_SLICES } from './slices.js';
export { poissonCounts } from './poisson.js';
export { normalCdf, normalQuantile } from './normal.js';
