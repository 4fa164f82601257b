/** A device's budget is a list of critical checks by another name. */
import type { Budget } from './policy-file.gen.js';

export interface BudgetLimit {
  readonly key: keyof Budget;
  /** As in the gate's table of thresholds. */
  readonly check: string;
  readonly written: string | number;
}

export const BUDGET_CHECKS: Readonly<Record<keyof Budget, string>> = {
  flash: 'flash.pruned', ram: 'ram.pruned', macs: 'macs.pruned', resident: 'resident.pruned', latency: 'latency.pruned',
};

/** In the order of the table, whatever the file's. */
export function budgetLimits(budget: Budget): BudgetLimit[] {
  return (Object.keys(BUDGET_CHECKS) as (keyof Budget)[]).flatMap((key) => {
    const written = budget[key];
    return written === undefined ? [] : [{ key, check: BUDGET_CHECKS[key], written }];
  });
}
