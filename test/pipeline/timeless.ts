/** What a run measured, without what is different each time it is measured: times, and memory of the process. */
import type { MeasurePair } from '../../src/report/types.js';

const MEASURED = new Set(['latency', 'latencies', 'speedup', 'operators', 'settings', 'residentBytes', 'residentBaseBytes', 'arenaBytes', 'energy']);

export function timeless(measures: MeasurePair | null): MeasurePair | null {
  return JSON.parse(JSON.stringify(measures, (key, value: unknown) => (MEASURED.has(key) ? null : value))) as MeasurePair | null;
}
