/**
 * Quantities as people write them (`1pp`, `40%`, `250 KiB`, `5 ms`, `2x`) to canonical values.
 *
 * Scaling by powers of ten is done on the decimal text, not on the number, so that `7pp` is exactly 0.07.
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
