/** Targets in words. */
import { UserError } from '../errors.js';
import type { CostName, Target } from '../policy/types.js';
/** Dense over pruned, of any cost. */
export declare const factorTarget: (kind: CostName, factor: number) => Target;
/** Whether time is what is spent: it is measured on this machine. */
export declare const isTimed: (target: Target) => boolean;
/** What was asked for: `2x fewer macs`, `30 % of the units`. */
export declare function wantedText(target: Target): string;
/** How far it went: a share of the units, what is left, else dense over pruned (of multiply-adds, where the target names no cost). */
export declare function amountText(target: Target, { achieved, left }: {
    readonly achieved: number;
    readonly left: number;
}): string;
/** What a factor is of. */
export declare const COST_WORDS: {
    readonly macs: "fewer macs";
    readonly params: "fewer params";
    readonly size: "fewer bytes";
    readonly latency: "less latency";
};
/** A budget that the model keeps as it is. */
export declare function nothingToPrune(target: Target, dense: {
    readonly achieved: number;
    readonly left: number;
}): UserError;
/** @param refusals what stood in the way, where something did */
export declare function losslessError(refusals: readonly {
    readonly name: string;
    readonly reason: string;
}[]): UserError;
