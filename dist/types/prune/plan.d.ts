import type { RepairName, StructuredStep } from '../policy/types.js';
import type { DropSearch, Plan, PlanStep, StructuredPlanStep } from './plan.gen.js';
import type { StructuredResult } from './structured.js';
import type { Prunable } from './prunable.js';
import type { Selection } from './types.js';
export type { Plan } from './plan.gen.js';
export interface PlanParts {
    readonly model: Plan['model'];
    readonly policy: string | null;
    readonly seed: number;
    readonly steps: readonly PlanStep[];
    readonly repair: Plan['repair'];
}
export declare function makePlan(parts: PlanParts): Plan;
/** The bytes of plan.json: stable key order, so that equal decisions give equal files. */
export declare function serializePlan(plan: Plan): string;
export declare function planHash(plan: Plan): string;
/** @param repair the repairs that were kept */
export declare function structuredPlanStep(prunable: Prunable, step: StructuredStep, result: StructuredResult, repair: readonly RepairName[], search?: DropSearch): StructuredPlanStep;
/**
 * The selection a plan's step holds, for this model.
 * @throws UserError `plan-mismatch` where the model has no such group, or one of another size
 */
export declare function selectionOfPlan(prunable: Prunable, step: StructuredPlanStep): Selection;
/** Units that a plan merges into others before they go, by group. */
export declare function mergesOfPlan(step: StructuredPlanStep): Map<string, Map<number, number>>;
/** @throws UserError `plan-invalid` with the place in the file that does not fit schemas/plan.schema.json */
export declare function parsePlan(text: string, where: string): Plan;
