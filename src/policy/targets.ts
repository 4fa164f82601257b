/** The two shapes of "how much": a factor with its unit, and a share. */
import { quote } from './explain.js';
import type { CountedCost } from './types.js';
import { parseQuantity, type Quantity } from './units.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** `2x`, above 1. */
export function parseFactor(text: string): Parsed<number> {
  const parsed = parseQuantity(text);
  if (!parsed.ok) return refuse(`expected a factor such as 2x; found ${quote(text)}`);
  const { value, unit } = parsed.quantity;
  if (unit === 'none') return refuse(`expected a factor with its unit; found ${quote(text)}; did you mean "${value}x"?`);
  if (unit !== 'x') return refuse(`expected a factor such as 2x; found ${quote(text)}`);
  if (value <= 1) return refuse(`expected a factor above 1 (dense over pruned); found ${quote(text)}`);
  return { ok: true, value };
}

/** The unit of what may be left, and how it is written. */
const LEFT = { macs: { unit: 'count', example: '20M' }, params: { unit: 'count', example: '250k' }, size: { unit: 'bytes', example: '256 KiB' } } as const;

/** `2x`, above 1; or what may be left: a count or bytes. */
export function parseAmount(kind: CountedCost, text: string): Parsed<{ readonly factor: number } | { readonly most: number }> {
  const parsed = parseQuantity(text);
  const { unit, example } = LEFT[kind];
  if (parsed.ok && parsed.quantity.unit === unit) {
    const { value } = parsed.quantity;
    return value > 0 ? { ok: true, value: { most: value } } : refuse(`expected more than nothing, such as ${example}; found ${quote(text)}`);
  }
  if (parsed.ok && parsed.quantity.unit !== 'x' && parsed.quantity.unit !== 'none') return refuse(`expected a factor such as 2x, or what may be left, such as ${example}; found ${quote(text)}`);
  const factor = parseFactor(text);
  return factor.ok ? { ok: true, value: { factor: factor.value } } : factor;
}

/** `30%` or 0.3, strictly between 0 and 1. */
export function parseShare(written: string | number): Parsed<number> {
  const parsed = parseQuantity(written);
  const found = typeof written === 'number' ? String(written) : quote(written);
  const expected = 'expected a share between 0 and 1, such as 30% or 0.3';
  if (!parsed.ok || (parsed.quantity.unit !== 'none' && parsed.quantity.unit !== 'relative')) return refuse(`${expected}; found ${found}`);
  const { value, unit } = parsed.quantity;
  if (value > 0 && value < 1) return { ok: true, value };
  const meantPercent = unit === 'none' && value > 1 && value < 100;
  return refuse(`${expected}; found ${found}${meantPercent ? `; did you mean "${value}%"?` : ''}`);
}

/** `1pp`, above 0 and below 100: the most that a share of right answers may fall. */
export function parseDrop(written: string | number): Parsed<number> {
  const parsed = parseQuantity(written);
  const found = typeof written === 'number' ? String(written) : quote(written);
  if (!parsed.ok || parsed.quantity.unit !== 'pp') return refuse(`expected percentage points such as 1pp; found ${found}`);
  const { value } = parsed.quantity;
  return value > 0 && value < 1 ? { ok: true, value } : refuse(`expected more than 0pp and less than 100pp; found ${found}`);
}

/** A check's limit in any unit; whether the unit fits the check is the gate's to say. */
export function parseLimit(written: string | number): Parsed<Quantity> {
  const parsed = parseQuantity(written);
  if (parsed.ok) return { ok: true, value: parsed.quantity };
  return refuse(`${parsed.reason}; found ${typeof written === 'number' ? written : quote(written)}`);
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

