/** About how many more samples an undecided limit needs, if the rates seen so far are the true ones. */
import { pairedDropInterval, type Interval, type PairedCounts } from './paired-proportions.js';

/** Past this factor the honest answer is "unknown": the value sits on its limit. */
const MOST = 10_000;

/** Further samples until the paired interval of the drop excludes `limit`; null where none would do. */
export function furtherSamplesPaired(counts: PairedCounts, limit: number, confidence: number): number | null {
  const decided = (samples: number) => {
    const factor = samples / counts.samples;
    const { low, high } = pairedDropInterval(
      { denseOnly: counts.denseOnly * factor, prunedOnly: counts.prunedOnly * factor, samples }, confidence,
    );
    return high <= limit || low > limit;
  };
  let enough = counts.samples * MOST;
  if (counts.samples <= 0 || !decided(enough)) return null;
  let few = counts.samples;
  while (enough - few > 1) {
    const guess = Math.floor((few + enough) / 2);
    if (decided(guess)) enough = guess;
    else few = guess;
  }
  return enough - counts.samples;
}

/** The same for an interval whose half-width shrinks with the square root of the samples. */
export function furtherSamplesScaled(value: number, interval: Interval, limit: number, samples: number): number | null {
  const half = limit > value ? interval.high - value : value - interval.low;
  const factor = (half / Math.abs(limit - value)) ** 2;
  if (!Number.isFinite(factor) || factor > MOST) return null;
  // Rounding must not cost a sample.
  return Math.max(1, Math.ceil(samples * (factor - 1) - 1e-9));
}
