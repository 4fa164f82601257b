/**
 * Quantities as people write them (`1pp`, `40%`, `250 KiB`, `5 ms`, `2x`) to canonical values and back.
 *
 * Scaling by powers of ten is done on the decimal text, not on the number, so that `7pp` is exactly 0.07 and every
 * canonical value has a text that reads back as the same number.
 */
import type { LimitUnit } from './types.js';

/** Canonical: shares as fractions, bytes, milliseconds, factors, counts. */
export interface Quantity {
  readonly value: number;
  readonly unit: LimitUnit;
}

export type ParsedQuantity =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly reason: string };

/** How a suffix scales: by 10^`shift` (on the text), then by `times` (exact: a power of two). */
interface Suffix {
  readonly unit: LimitUnit;
  readonly shift: number;
  readonly times: number;
}

const decimal = (unit: LimitUnit, shift: number): Suffix => ({ unit, shift, times: 1 });
const binary = (power: number): Suffix => ({ unit: 'bytes', shift: 0, times: 2 ** power });

const SUFFIXES: ReadonlyMap<string, Suffix> = new Map([
  ['', decimal('none', 0)],
  ['pp', decimal('pp', -2)],
  ['%', decimal('relative', -2)],
  ['x', decimal('x', 0)],
  ['B', decimal('bytes', 0)], ['kB', decimal('bytes', 3)], ['MB', decimal('bytes', 6)], ['GB', decimal('bytes', 9)],
  ['KiB', binary(10)], ['MiB', binary(20)], ['GiB', binary(30)],
  ['us', decimal('ms', -3)], ['ms', decimal('ms', 0)], ['s', decimal('ms', 3)],
  ['k', decimal('count', 3)], ['M', decimal('count', 6)], ['G', decimal('count', 9)],
]);

/** Suffixes that people write and that mean two things. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ['KB', 'KB means 1,000 bytes to some and 1,024 to others: write kB or KiB'],
  ['K', 'K is a count to some and 1,024 bytes to others: write k or KiB'],
  ['Kb', 'Kb may be bits or bytes: write kB or KiB'],
  ['kb', 'kb may be bits or bytes: write kB or KiB'],
  ['Mb', 'Mb may be bits or bytes: write MB or MiB'],
  ['mb', 'mb may be bits or bytes: write MB or MiB'],
  ['Gb', 'Gb may be bits or bytes: write GB or GiB'],
  ['m', 'm may be milli or million: write M for a million or ms for milliseconds'],
  ['p', 'p may be percent or percentage points: write % or pp'],
  ['percent', 'percent may be relative or absolute: write % (relative to dense) or pp (percentage points)'],
]);

/** What a quantity may look like, for error messages. */
export const ACCEPTED_FORMS = '1pp, 1%, 2x, 250 KiB (B, kB, MB, GB, KiB, MiB, GiB), 5 ms (us, ms, s), 500k (k, M, G) or 0.5';

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?/;

/** Reads a quantity; a number is taken as written without a unit. Never throws: a refusal carries its reason. */
export function parseQuantity(written: string | number): ParsedQuantity {
  const text = String(written).trim();
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return { ok: false, reason: `expected a number and its unit, such as ${ACCEPTED_FORMS}` };
  const name = text.slice(digits.length).trim();
  const suffix = SUFFIXES.get(name);
  if (suffix === undefined) return { ok: false, reason: refusalOf(name) };
  const value = shifted(digits, suffix.shift) * suffix.times;
  if (!Number.isFinite(value)) return { ok: false, reason: 'the number is too large' };
  return { ok: true, quantity: { value, unit: suffix.unit } };
}

function refusalOf(name: string): string {
  if (name.startsWith(',')) return 'a comma is read neither as a decimal point nor as a separator of thousands: write 1.5 or 1500';
  return AMBIGUOUS.get(name) ?? `unknown unit ${JSON.stringify(name.slice(0, 20))}: expected a form such as ${ACCEPTED_FORMS}`;
}

/** The number `digits` x 10^shift, rounded once. */
function shifted(digits: string, shift: number): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + shift}`);
}

/** A text that `parseQuantity` reads as exactly this quantity, in the largest unit that keeps it short. `value` is finite. */
export function formatQuantity({ value, unit }: Quantity): string {
  switch (unit) {
    case 'pp': return `${shiftedText(value, 2)}pp`;
    case 'relative': return `${shiftedText(value, 2)}%`;
    case 'x': return `${value}x`;
    case 'ms': return `${value} ms`;
    case 'bytes': return formatBytes(value);
    case 'count': return formatCount(value);
    case 'none': return String(value);
  }
}

/** The text of value x 10^shift that, shifted back, is `value` again. */
function shiftedText(value: number, shift: number): string {
  const text = String(value);
  const nice = String(shifted(text, shift));
  if (shifted(nice, -shift) === value) return nice;
  const [mantissa = '', exponent = '0'] = text.split('e');
  return `${mantissa}e${Number(exponent) + shift}`;
}

const BYTE_UNITS: readonly (readonly [string, number])[] = [['GiB', 2 ** 30], ['MiB', 2 ** 20], ['KiB', 2 ** 10]];
const COUNT_UNITS: readonly (readonly [string, number])[] = [['G', 9], ['M', 6]];

function formatBytes(value: number): string {
  const fits = BYTE_UNITS.find(([, size]) => Math.abs(value) >= size && isShort(value / size));
  return fits === undefined ? `${value} B` : `${value / fits[1]} ${fits[0]}`;
}

/** Always with a suffix: without one it would read back as a number without a unit. */
function formatCount(value: number): string {
  const fits = COUNT_UNITS.find(([, shift]) => Math.abs(value) >= 10 ** shift && isShort(Number(shiftedText(value, -shift))));
  const [name, shift] = fits ?? ['k', 3];
  return `${shiftedText(value, -shift)}${name}`;
}

/** At most two decimals. */
function isShort(value: number): boolean {
  return /^-?\d+(\.\d\d?)?$/.test(String(value));
}
