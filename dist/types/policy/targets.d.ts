import type { CountedCost } from './types.js';
import { type Quantity } from './units.js';
export type Parsed<T> = {
    readonly ok: true;
    readonly value: T;
} | {
    readonly ok: false;
    readonly reason: string;
};
/** `2x`, above 1. */
export declare function parseFactor(text: string): Parsed<number>;
/** `2x`, above 1; or what may be left: a count or bytes. */
export declare function parseAmount(kind: CountedCost, text: string): Parsed<{
    readonly factor: number;
} | {
    readonly most: number;
}>;
/** `30%` or 0.3, strictly between 0 and 1. */
export declare function parseShare(written: string | number): Parsed<number>;
/** `1pp`, above 0 and below 100: the most that a share of right answers may fall. */
export declare function parseDrop(written: string | number): Parsed<number>;
/** A check's limit in any unit; whether the unit fits the check is the gate's to say. */
export declare function parseLimit(written: string | number): Parsed<Quantity>;
