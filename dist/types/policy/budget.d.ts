/** A device's budget is a list of critical checks by another name. */
import type { Budget } from './policy-file.gen.js';
export interface BudgetLimit {
    readonly key: keyof Budget;
    /** As in the gate's table of thresholds. */
    readonly check: string;
    readonly written: string | number;
}
export declare const BUDGET_CHECKS: Readonly<Record<keyof Budget, string>>;
/** In the order of the table, whatever the file's. */
export declare function budgetLimits(budget: Budget): BudgetLimit[];
