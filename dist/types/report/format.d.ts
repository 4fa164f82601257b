/**
 * Numbers for people. A value and its limit are never printed alike unless they are alike; the minus sign is the
 * typographic one, so that it is not taken for a dash in a range.
 */
import type { LimitUnit } from '../policy/types.js';
export interface Signed {
    /** Write `+` before positive values. */
    readonly sign?: boolean;
}
/** `toFixed` with a typographic minus and no negative zero. */
export declare function fixed(value: number, decimals: number, { sign }?: Signed): string;
/** At most `digits` significant digits, no exponent between 1e-4 and 1e9, no zeros at the end. */
export declare function significant(value: number, digits?: number, { sign }?: Signed): string;
/** Fewest decimals, at least `least`, at which the values that differ are printed differently. */
export declare function decimalsToTell(values: readonly number[], least: number): number;
/** 0.916 is `91.6 %`. */
export declare function percent(share: number, decimals?: number, options?: Signed): string;
/** 0.035 is `3.5 pp`: percentage points. */
export declare function points(share: number, decimals?: number, options?: Signed): string;
/** `86 → 41 KiB`; one value alone is `41 KiB`. */
export declare const bytes: (...values: readonly number[]) => string;
/** `2.7 → 1.3 M`. */
export declare const counts: (...values: readonly number[]) => string;
/** `1.54 → 0.98 ms`. */
export declare const milliseconds: (...values: readonly number[]) => string;
/** 1.57 is `1.57x`. */
export declare function factor(value: number, decimals?: number): string;
/** Change from dense to pruned as a share of dense: `−52 %`. */
export declare function change(dense: number, pruned: number): string;
/** Integers with thin grouping: 10000 is `10,000`. */
export declare function grouped(value: number): string;
/** At most four decimals, and none that are zero: 95, 97.5. */
export declare const trimmed: (value: number, { sign }?: Signed) => string;
/** `90 % CI`: two bounds that each hold with 95 % make the two-sided 90 % interval. */
export declare function twoSided(confidence: number): string;
/** A limit as people would write it: `1 pp`, `40 %`, `1.3x`. */
export declare function limitInUnit(limit: number, unit: LimitUnit): string;
/** `2.3 to 4.7 pp`: the unit once, where both ends share it. */
export declare function rangeInUnit(low: number, high: number, unit: LimitUnit, beside?: readonly number[]): string;
/** A value in a limit's unit, with as many decimals as telling it from its limit needs. */
export declare function inUnit(value: number, unit: LimitUnit, beside?: readonly number[]): string;
