/** Records for the gate's tests. */
import type { Check, LimitUnit } from '../../src/policy/types.js';
import type { MeasurePair, Measures, MetricResult } from '../../src/report/types.js';
import { pairedDropInterval } from '../../src/gate/statistics/paired-proportions.js';

export function check(name: string, bound: 'min' | 'max', value: number, unit: LimitUnit, more: Partial<Check> = {}): Check {
  return { check: name, bound, value, unit, text: `${value} ${unit}`, level: 'critical', line: 7, column: 5, ...more };
}

export function accuracyOf(counts: { both: number; denseOnly: number; prunedOnly: number; neither: number }, confidence = 0.95): MetricResult {
  const samples = counts.both + counts.denseOnly + counts.prunedOnly + counts.neither;
  return {
    id: 'accuracy', metric: 'accuracy', higherIsBetter: true,
    dense: (counts.both + counts.denseOnly) / samples, pruned: (counts.both + counts.prunedOnly) / samples,
    drop: (counts.denseOnly - counts.prunedOnly) / samples,
    dropInterval: pairedDropInterval({ ...counts, samples }, confidence),
    confidence, method: 'accuracy; paired score interval', samples, paired: counts, findings: [],
  };
}

export function regression(more: Partial<MetricResult> = {}): MetricResult {
  return {
    id: 'mse', metric: 'mse', higherIsBetter: false, dense: 0.2, pruned: 0.22, drop: 0.02, dropInterval: { low: 0.01, high: 0.03 },
    confidence: 0.95, method: 'mean squared error; paired BCa bootstrap', samples: 500, paired: null, findings: [], ...more,
  };
}

const measuresOf = (scale: number): Measures => ({
  fileBytes: 100_000 * scale, gzipBytes: 90_000 * scale, parameters: 25_000 * scale, nonZeros: 25_000 * scale, macs: 2_000_000 * scale,
  macsByOperator: { Conv: 2_000_000 * scale }, latency: { medianMs: 2 * scale, p95Ms: 3 * scale, runs: 100, batch: 1, threads: 1 },
});

/** Everything halved; 1.6x faster. */
export function measurePair(more: Partial<MeasurePair> = {}): MeasurePair {
  return { dense: measuresOf(1), pruned: measuresOf(0.5), speedup: { ratio: 1.6, low: 1.55, high: 1.65, noiseFloor: 0.04 }, ...more };
}
