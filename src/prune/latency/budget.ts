/** A budget in milliseconds: only counts that were timed and pay are bought, and the whole model's time decides. */
import type { StructuredStep } from '../../policy/types.js';
import { measureSelection } from '../budget.js';
import type { Budget } from '../budget.js';
import type { Prunable } from '../prunable.js';
import type { Group } from '../types.js';
import type { LatencyMeter } from './meter.js';

export async function latencyBudget(prunable: Prunable, step: StructuredStep, meter: LatencyMeter, open: readonly Group[]): Promise<Budget> {
  const paying = new Map<string, readonly number[]>();
  for (const group of open) paying.set(group.name, await meter.measure(group));
  return {
    counts: (group) => paying.get(group.name) ?? [],
    saved: ({ group }, removed) => meter.saved(group.name, removed),
    // A cut that cannot be written is found out, and its group refused, when it is made: until then it counts as no faster.
    measure: async (selection) => measureSelection(prunable, step, selection, open, await meter.speedup(selection) ?? 1),
  };
}
