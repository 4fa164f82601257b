import { describe, expect, it } from 'vitest';
import type { LimitUnit } from '../../src/policy/types.js';
import { parseQuantity } from '../../src/policy/units.js';

const quantity = (value: number, unit: LimitUnit): unknown => ({ ok: true, quantity: { value, unit } });

describe('parseQuantity', () => {
  it.each<[string | number, number, LimitUnit]>([
    ['1pp', 0.01, 'pp'], ['-1.0pp', -0.01, 'pp'], ['7pp', 0.07, 'pp'], ['+0.5 pp', 0.005, 'pp'], ['100pp', 1, 'pp'],
    ['1%', 0.01, 'relative'], ['40 %', 0.4, 'relative'], ['29%', 0.29, 'relative'],
    ['2x', 2, 'x'], ['1.3 x', 1.3, 'x'],
    ['250 KiB', 256_000, 'bytes'], ['1.5MiB', 1_572_864, 'bytes'], ['1 GiB', 2 ** 30, 'bytes'], ['250 kB', 250_000, 'bytes'],
    ['1.1 MB', 1_100_000, 'bytes'], ['2GB', 2e9, 'bytes'], ['12 B', 12, 'bytes'],
    ['5 ms', 5, 'ms'], ['250us', 0.25, 'ms'], ['1.5 s', 1500, 'ms'],
    ['500k', 500_000, 'count'], ['1.3 M', 1_300_000, 'count'], ['2G', 2e9, 'count'],
    ['0.5', 0.5, 'none'], ['.5', 0.5, 'none'], [0.5, 0.5, 'none'], [0, 0, 'none'], ['1e-3', 0.001, 'none'], ['1e3 ms', 1000, 'ms'],
    ['  2x  ', 2, 'x'],
  ])('reads %j', (text, value, unit) => {
    expect(parseQuantity(text)).toEqual(quantity(value, unit));
  });

  it.each([
    '', 'x', 'pp', 'one pp', '1 KB', '1K', '1kb', '1Mb', '5m', '5 msec', '2X', '1PP', '1p', '1,5pp', '1 500 ms', '1..2', '--1',
    '1e999', '0x10', 'NaN', 'Infinity', '1 percent', '2xx', '1e', '−1pp',
  ])('refuses %j with a reason', (text) => {
    const parsed = parseQuantity(text);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.reason).toMatch(/\w/);
  });

  it('refuses numbers that are none', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(parseQuantity(value).ok).toBe(false);
  });

  it('names the accepted forms for an unknown unit, and both readings of an ambiguous one', () => {
    expect(parseQuantity('5 msec')).toMatchObject({ reason: expect.stringContaining('5 ms (us, ms, s)') });
    expect(parseQuantity('5 KB')).toMatchObject({ reason: expect.stringContaining('kB or KiB') });
  });
});
