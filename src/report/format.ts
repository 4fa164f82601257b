/**
 * Numbers for people. A value and its limit are never printed alike unless they are alike; the minus sign is the
 * typographic one, so that it is not taken for a dash in a range.
 */
import type { LimitUnit } from '../policy/types.js';

const MINUS = '\u2212';
const MOST_DECIMALS = 6;

export interface Signed {
  /** Write `+` before positive values. */
  readonly sign?: boolean;
}

/** `toFixed` with a typographic minus and no negative zero. */
export function fixed(value: number, decimals: number, { sign = false }: Signed = {}): string {
  const digits = Math.abs(value).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  if (value < 0) return `${MINUS}${digits}`;
  return sign ? `+${digits}` : digits;
}

/** At most `digits` significant digits, no exponent between 1e-4 and 1e9, no zeros at the end. */
export function significant(value: number, digits = 3, { sign = false }: Signed = {}): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return fixSign(value, size.toExponential(digits - 1).replace(/\.?0*e/u, 'e'), sign);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return fixSign(value, String(Number(size.toFixed(decimals))), sign);
}

function fixSign(value: number, digits: string, sign: boolean): string {
  if (value < 0) return `${MINUS}${digits}`;
  return sign ? `+${digits}` : digits;
}

/** Fewest decimals, at least `least`, at which the values that differ are printed differently. */
export function decimalsToTell(values: readonly number[], least: number): number {
  const printed = (decimals: number) => new Set(values.filter(Number.isFinite).map((value) => fixed(value, decimals))).size;
  const distinct = printed(MOST_DECIMALS);
  let decimals = least;
  while (decimals < MOST_DECIMALS && printed(decimals) < distinct) decimals++;
  return decimals;
}

/** 0.916 is `91.6 %`. */
export function percent(share: number, decimals = 1, options: Signed = {}): string {
  return `${fixed(share * 100, decimals, options)} %`;
}

/** 0.035 is `3.5 pp`: percentage points. */
export function points(share: number, decimals = 1, options: Signed = {}): string {
  return `${fixed(share * 100, decimals, options)} pp`;
}

interface Scale {
  readonly unit: string;
  readonly size: number;
}

const BYTES: readonly Scale[] = [
  { unit: 'GiB', size: 2 ** 30 }, { unit: 'MiB', size: 2 ** 20 }, { unit: 'KiB', size: 2 ** 10 }, { unit: 'bytes', size: 1 },
];
const COUNTS: readonly Scale[] = [
  { unit: 'G', size: 1e9 }, { unit: 'M', size: 1e6 }, { unit: 'k', size: 1e3 }, { unit: '', size: 1 },
];
const MILLISECONDS: readonly Scale[] = [{ unit: 'ms', size: 1 }];

/** The largest unit in which the largest value is at least one. */
function scaleFor(values: readonly number[], scales: readonly Scale[]): Scale {
  const largest = Math.max(...values.map(Math.abs));
  return scales.find((scale) => largest >= scale.size) ?? (scales[scales.length - 1] as Scale);
}

function scaled(values: readonly number[], scales: readonly Scale[]): { texts: string[]; unit: string } {
  const { size, unit } = scaleFor(values, scales);
  const inUnit = values.map((value) => value / size);
  if (size === 1 && inUnit.every(Number.isInteger)) return { texts: inUnit.map((value) => fixed(value, 0)), unit };
  const smallest = Math.min(...inUnit.map(Math.abs).filter((value) => value > 0));
  const least = smallest >= 10 ? 0 : smallest >= 1 || !Number.isFinite(smallest) ? 1 : smallest >= 0.1 ? 2 : 3;
  const decimals = Math.min(3, decimalsToTell(inUnit, least));
  return { texts: inUnit.map((value) => fixed(value, decimals)), unit };
}

function joined({ texts, unit }: { texts: string[]; unit: string }): string {
  return `${texts.join(' → ')}${unit === '' ? '' : ` ${unit}`}`;
}

/** `86 → 41 KiB`; one value alone is `41 KiB`. */
export const bytes = (...values: readonly number[]): string => joined(scaled(values, BYTES));

/** `2.7 → 1.3 M`. */
export const counts = (...values: readonly number[]): string => joined(scaled(values, COUNTS));

/** `1.54 → 0.98 ms`. */
export const milliseconds = (...values: readonly number[]): string => joined(scaled(values, MILLISECONDS));

/** 1.57 is `1.57x`. */
export function factor(value: number, decimals = 2): string {
  return `${fixed(value, decimals)}x`;
}

/** Change from dense to pruned as a share of dense: `−52 %`. */
export function change(dense: number, pruned: number): string {
  if (dense === 0) return pruned === 0 ? '±0 %' : 'from 0';
  const share = (pruned - dense) / Math.abs(dense);
  const text = percent(share, Math.abs(share) < 0.1 && share !== 0 ? 1 : 0, { sign: true });
  return share === 0 || /^0(?:\.0)? %$/u.test(text) ? '±0 %' : text;
}

/** Integers with thin grouping: 10000 is `10,000`. */
export function grouped(value: number): string {
  return fixed(value, 0).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** At most four decimals, and none that are zero: 95, 97.5. */
export const trimmed = (value: number, { sign = false }: Signed = {}): string => fixSign(value, String(Number(Math.abs(value).toFixed(4))), sign && value !== 0);

/** `90 % CI`: two bounds that each hold with 95 % make the two-sided 90 % interval. */
export function twoSided(confidence: number): string {
  return `${trimmed((2 * confidence - 1) * 100)} % CI`;
}

/** A limit as people would write it: `1 pp`, `40 %`, `1.3x`. */
export function limitInUnit(limit: number, unit: LimitUnit): string {
  switch (unit) {
    case 'pp': return `${trimmed(limit * 100)} pp`;
    case 'relative': return `${trimmed(limit * 100)} %`;
    case 'x': return `${trimmed(limit)}x`;
    case 'bytes': case 'ms': case 'count': case 'none': return inUnit(limit, unit);
  }
}

/** `2.3 to 4.7 pp`: the unit once, where both ends share it. */
export function rangeInUnit(low: number, high: number, unit: LimitUnit, beside: readonly number[] = []): string {
  const [start, end] = [low, high].map((value) => inUnit(value, unit, beside)) as [string, string];
  return `${unit === 'pp' || unit === 'relative' || unit === 'x' ? start.replace(/(?: pp| %|x)$/u, '') : start} to ${end}`;
}

/** A value in a limit's unit, with as many decimals as telling it from its limit needs. */
export function inUnit(value: number, unit: LimitUnit, beside: readonly number[] = []): string {
  const all = [value, ...beside];
  switch (unit) {
    case 'pp': return points(value, decimalsToTell(all.map((one) => one * 100), 1));
    case 'relative': return percent(value, decimalsToTell(all.map((one) => one * 100), 1));
    case 'x': return factor(value, decimalsToTell(all, 2));
    case 'bytes': return bytes(value);
    case 'ms': return milliseconds(value);
    case 'count': return counts(value);
    case 'none': return significant(value, 4);
  }
}
