/** plan.json: every decision of a prune, in plain JSON, and how to replay it. */
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import planSchema from '../../schemas/plan.schema.json' with { type: 'json' };
import { UserError } from '../errors.js';
import type { RepairName, StructuredStep } from '../policy/types.js';
import { VERSION } from '../version.js';
import type { DropSearch, Plan, PlanStep, StructuredPlanStep } from './plan.gen.js';
import type { StructuredResult } from './structured.js';
import type { Prunable } from './prunable.js';
import type { Refusal, Selection } from './types.js';

export type { Plan } from './plan.gen.js';

export interface PlanParts {
  readonly model: Plan['model'];
  readonly policy: string | null;
  readonly seed: number;
  readonly steps: readonly PlanStep[];
  readonly repair: Plan['repair'];
}

export function makePlan(parts: PlanParts): Plan {
  return { version: 1, tool: { name: 'prune-gate', version: VERSION }, ...parts };
}

/** The bytes of plan.json: stable key order, so that equal decisions give equal files. */
export function serializePlan(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

export function planHash(plan: Plan): string {
  return createHash('sha256').update(serializePlan(plan)).digest('hex');
}

/** @param repair the repairs that were kept */
export function structuredPlanStep(prunable: Prunable, step: StructuredStep, result: StructuredResult, repair: readonly RepairName[], search?: DropSearch): StructuredPlanStep {
  const units = new Map(prunable.analysis.groups.map((group) => [group.name, group.units.length]));
  const groups = [...result.chosen.selection.removed].map(([name, removed]) => ({
    name, units: units.get(name) ?? 0, removed: [...removed],
    ...(result.merged?.has(name) === true ? { merged: [...result.merged.get(name) ?? []].map(([unit, into]) => ({ unit, into })) } : {}),
  }));
  const refused = [...result.refused.values(), ...prunable.analysis.refusals].map(plainRefusal);
  return {
    method: 'structured', criterion: step.criterion, allocation: step.allocation, target: step.target, align: step.align, groups, refused,
    ...(result.latency === undefined ? {} : { latency: result.latency }),
    ...(search === undefined ? {} : { search }),
    repair: [...repair],
  };
}

function plainRefusal({ name, reason, operator, node, units }: Refusal): Refusal {
  return { name, reason, ...(operator === undefined ? {} : { operator }), ...(node === undefined ? {} : { node }), units };
}

/**
 * The selection a plan's step holds, for this model.
 * @throws UserError `plan-mismatch` where the model has no such group, or one of another size
 */
export function selectionOfPlan(prunable: Prunable, step: StructuredPlanStep): Selection {
  const units = new Map(prunable.analysis.groups.map((group) => [group.name, group.units.length]));
  for (const group of step.groups) {
    if (units.get(group.name) === group.units && group.removed.every((unit) => unit < group.units)) continue;
    throw new UserError({
      code: 'plan-mismatch',
      message: `The plan removes units of a group "${group.name}" of ${String(group.units)}; this model has ${units.has(group.name) ? `one of ${String(units.get(group.name))}` : 'none of that name'}.`,
      where: 'plan.json',
      fix: 'Replay a plan on the model it was made for (its sha256 is in the plan).',
    });
  }
  return { removed: new Map(step.groups.map((group) => [group.name, [...group.removed].sort((a, b) => a - b)])) };
}

/** Units that a plan merges into others before they go, by group. */
export function mergesOfPlan(step: StructuredPlanStep): Map<string, Map<number, number>> {
  return new Map(step.groups.flatMap(({ name, merged }) => (merged === undefined ? [] : [[name, new Map(merged.map(({ unit, into }) => [unit, into]))] as const])));
}

const validatePlan = new Ajv2020({ discriminator: true, allowUnionTypes: true }).addVocabulary(['tsType', 'expected']).compile<Plan>(planSchema);

/** @throws UserError `plan-invalid` with the place in the file that does not fit schemas/plan.schema.json */
export function parsePlan(text: string, where: string): Plan {
  const found: unknown = JSON.parse(text);
  if (validatePlan(found)) return found;
  const [issue] = validatePlan.errors ?? [];
  throw new UserError({ code: 'plan-invalid', message: `The plan does not fit its schema: ${issue?.instancePath ?? ''} ${issue?.message ?? ''}.`, where });
}
