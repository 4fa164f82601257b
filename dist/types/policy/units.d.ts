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
export type ParsedQuantity = {
    readonly ok: true;
    readonly quantity: Quantity;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** What a quantity may look like, for error messages. */
export declare const ACCEPTED_FORMS = "1pp, 1%, 2x, 250 KiB (B, kB, MB, GB, KiB, MiB, GiB), 5 ms (us, ms, s), 500k (k, M, G) or 0.5";
/** Reads a quantity; a number is taken as written without a unit. Never throws: a refusal carries its reason. */
export declare function parseQuantity(written: string | number): ParsedQuantity;
