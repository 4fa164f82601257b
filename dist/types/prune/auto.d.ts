/** Who gives up how much: by the fixed orders, or by what was measured (`auto`). */
import type { Scored } from './allocate.js';
import type { Budget, Chosen } from './budget.js';
import type { Evidence } from './evidence.js';
import { CutMeter } from './sensitivity.js';
import type { Sensitivity } from './sensitivity.js';
import type { StructuredRequest } from './structured.js';
/** Chooses units among the groups still open. */
export type Allocate = (open: readonly Scored[]) => Promise<Chosen>;
/** The budget over the groups still open. */
export type BudgetOf = (open: readonly Scored[]) => Promise<Budget>;
/** By the order of scores or shares that the step names. */
export declare function fixedAllocation({ step }: StructuredRequest, budgetOf: BudgetOf): Allocate;
/**
 * By measured sensitivity; the fixed allocations are candidates too, and the one with the least loss on split B is taken.
 *
 * @param rated the same request with the model that candidates are measured on
 */
export declare function autoAllocation(request: StructuredRequest, rated: StructuredRequest, evidence: Evidence, scored: readonly Scored[], budgetOf: BudgetOf): Promise<Allocate>;
/** Cuts each group alone at the counts that the budget allows. */
export declare function measureCurves(request: StructuredRequest, meter: CutMeter, scored: readonly Scored[], budget: Budget): Promise<{
    meter: CutMeter;
    curves: Sensitivity;
}>;
