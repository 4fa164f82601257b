import { describe, expect, it } from 'vitest';
import { furtherSamplesPaired, furtherSamplesScaled } from '../../../src/gate/statistics/sample-size.js';
import { pairedDropInterval } from '../../../src/gate/statistics/paired-proportions.js';
import { proportionInterval } from '../../../src/gate/statistics/proportion.js';

describe('further samples', () => {
  const counts = { denseOnly: 8, prunedOnly: 3, samples: 400 };

  it('are just enough to decide at the same rates', () => {
    const further = furtherSamplesPaired(counts, 0.02, 0.95) ?? 0;
    const at = (samples: number) => pairedDropInterval({ denseOnly: 8 * samples / 400, prunedOnly: 3 * samples / 400, samples }, 0.95);
    expect(at(400).high).toBeGreaterThan(0.02);
    expect(at(400 + further).high).toBeLessThanOrEqual(0.02);
    expect(at(400 + further - 1).high).toBeGreaterThan(0.02);
  });

  it('are unknown where the value sits on its limit', () => {
    expect(furtherSamplesPaired({ denseOnly: 8, prunedOnly: 0, samples: 400 }, 0.02, 0.95)).toBeNull();
    expect(furtherSamplesScaled(0.02, { low: 0, high: 0.04 }, 0.02, 100)).toBeNull();
    expect(furtherSamplesPaired({ denseOnly: 0, prunedOnly: 0, samples: 0 }, 0.02, 0.95)).toBeNull();
  });

  it('scale with the square of the width otherwise: halving it takes four times the samples', () => {
    expect(furtherSamplesScaled(0.01, { low: 0, high: 0.05 }, 0.03, 100)).toBe(300);
    expect(furtherSamplesScaled(0.05, { low: 0.01, high: 0.09 }, 0.03, 100)).toBe(300);
  });
});

describe('exact interval of a proportion', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 5 (95 %).
  it.each([[81, 263, 0.2527, 0.3676], [15, 148, 0.0578, 0.1617], [0, 20, 0, 0.1684], [1, 29, 0.0009, 0.1776]])(
    '%d of %d', (right, samples, low, high) => {
      const interval = proportionInterval(right, samples, 0.975);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    });

  it('reaches its ends exactly', () => {
    expect(proportionInterval(20, 20, 0.95).high).toBe(1);
    expect(proportionInterval(0, 20, 0.95).low).toBe(0);
    expect(proportionInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
  });
});
