/** Targets in words. */
import { UserError } from '../errors.js';
import type { Target } from '../policy/types.js';
/** What was asked for: `2x fewer macs`, `30 % of the units`. */
export declare function wantedText(target: Target): string;
/** How far it went: a share of the units, else dense over pruned (of multiply-adds, where the target names no cost). */
export declare function amountText({ kind }: Target, achieved: number): string;
/** @param refusals what stood in the way, where something did */
export declare function losslessError(refusals: readonly {
    readonly name: string;
    readonly reason: string;
}[]): UserError;
