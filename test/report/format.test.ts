import { describe, expect, it } from 'vitest';
import { bytes, change, counts, decimalsToTell, factor, fixed, grouped, inUnit, limitInUnit, milliseconds, percent, points, rangeInUnit, significant, trimmed, twoSided } from '../../src/report/format.js';

describe('numbers', () => {
  it('have a typographic minus, and no negative zero', () => {
    expect([fixed(-3.46, 1), fixed(-0.04, 1), fixed(2, 1, { sign: true }), fixed(0, 1, { sign: true })]).toEqual(['−3.5', '0.0', '+2.0', '0.0']);
  });

  it('keep significant digits only', () => {
    expect([0, 0.9120, 0.00830, 123.456, 1.5e-7, -2e10, 999.6].map((value) => significant(value))).toEqual(['0', '0.912', '0.0083', '123', '1.5e-7', '−2e+10', '1000']);
    expect(significant(0.0023, 3, { sign: true })).toBe('+0.0023');
  });

  it('are percentages, points, factors', () => {
    expect([percent(0.916), percent(-0.52, 0, { sign: true }), points(0.035), factor(1.567), trimmed(97.5), grouped(12_345_678)])
      .toEqual(['91.6 %', '−52 %', '3.5 pp', '1.57x', '97.5', '12,345,678']);
  });

  it('95 % one-sided is 90 % two-sided', () => {
    expect([0.95, 0.975, 0.9].map(twoSided)).toEqual(['90 % CI', '95 % CI', '80 % CI']);
  });
});

describe('pairs share a unit', () => {
  it.each([
    [bytes(88_064, 41_984), '86 → 41 KiB'], [bytes(1_153_434, 524_288), '1.10 → 0.50 MiB'], [bytes(900, 450), '900 → 450 bytes'], [bytes(2048), '2.0 KiB'],
    [counts(2_700_000, 1_300_000), '2.7 → 1.3 M'], [counts(41e6, 20e6), '41 → 20 M'], [counts(4064, 2048), '4.1 → 2.0 k'], [counts(7, 3), '7 → 3'], [counts(0, 0), '0 → 0'],
    [milliseconds(1.54, 0.98), '1.54 → 0.98 ms'], [milliseconds(6.1, 5.9), '6.1 → 5.9 ms'], [milliseconds(120.4, 80.2), '120 → 80 ms'],
    [milliseconds(0.0523, 0.0411), '0.052 → 0.041 ms'],
  ])('%s', (text, wanted) => expect(text).toBe(wanted));

  it('values that differ are not printed alike', () => {
    expect(bytes(100_000, 99_990)).toBe('97.7 → 97.6 KiB');
    expect(decimalsToTell([1.04, 1], 1)).toBe(2);
    expect(decimalsToTell([0.1 + 0.2, 0.3], 1)).toBe(1);
  });
});

describe('changes and limits', () => {
  it.each([[change(100, 48), '−52 %'], [change(100, 100), '±0 %'], [change(1000, 985), '−1.5 %'], [change(100_000, 99_999), '±0 %'], [change(0, 0), '±0 %'], [change(0, 5), 'from 0'], [change(100, 120), '+20 %']])(
    '%s', (text, wanted) => expect(text).toBe(wanted));

  it('a value shows enough decimals to be told from its limit', () => {
    expect(inUnit(0.0104, 'pp', [0.01])).toBe('1.04 pp');
    expect(inUnit(0.035, 'pp', [0.02])).toBe('3.5 pp');
    expect(inUnit(1.2996, 'x', [1.3])).toBe('1.2996x');
  });

  it.each([['pp', 0.01, '1 pp'], ['relative', 0.4, '40 %'], ['x', 1.3, '1.3x'], ['bytes', 256_000, '250 KiB'], ['ms', 5, '5 ms'], ['count', 500_000, '500 k'], ['none', 0.01, '0.01']] as const)(
    'limit in %s', (unit, value, wanted) => expect(limitInUnit(value, unit)).toBe(wanted));

  it('ranges name the unit once', () => {
    expect([rangeInUnit(-0.014, 0.037, 'pp'), rangeInUnit(1.497, 1.712, 'x'), rangeInUnit(0.871, 0.938, 'relative'), rangeInUnit(1, 2, 'ms')])
      .toEqual(['−1.4 to 3.7 pp', '1.50 to 1.71x', '87.1 to 93.8 %', '1 ms to 2 ms']);
  });
});
