/** From scores and a target to the units that go. */
import type { StructuredStep } from '../policy/types.js';
import { orderSteps, removedAfter, shortestPrefix, stepsWithinRatio } from './allocate.js';
import type { Scored, Tradeoff } from './allocate.js';
import { selectionOf } from './budget.js';
import type { Budget, Chosen } from './budget.js';
import { BUCKETS, cheapestPlans } from './knapsack.js';
import { lossAt } from './sensitivity.js';
import type { Sensitivity } from './sensitivity.js';

/** How far past its target a cut may go before smaller blocks are taken: past it alignment would cost quality that nobody asked for. */
const MOST_OVERSHOOT = 1.05;

/** The smallest cut that meets the target. Where whole blocks overshoot it, halves of them are tried, then quarters. */
export async function selectUnits(budget: Budget, scored: readonly Scored[], step: StructuredStep, sensitivity?: Sensitivity): Promise<Chosen> {
  let best = await selectBlocks(budget, scored, step, sensitivity);
  for (let finer = budget.finer?.(); finer !== undefined && best.achieved > MOST_OVERSHOOT * best.wanted; finer = finer.finer?.()) {
    const chosen = await selectBlocks(finer, scored, step, sensitivity);
    if (chosen.reached && chosen.achieved < best.achieved) best = chosen;
  }
  return best;
}

async function selectBlocks(budget: Budget, scored: readonly Scored[], step: StructuredStep, sensitivity?: Sensitivity): Promise<Chosen> {
  const { target, allocation } = step;
  if (sensitivity !== undefined && target.kind !== 'ratio') return selectByKnapsack(budget, scored, sensitivity);
  const steps = orderSteps(scored, step, (group) => budget.counts(group), sensitivity === undefined ? undefined : tradeoffOf(budget, scored, sensitivity));
  const choose = (count: number): Promise<Chosen> => budget.measure(selectionOf(scored, removedAfter(steps, count)));
  if (target.kind === 'ratio') {
    const units = scored.reduce((sum, { group }) => sum + group.units.length, 0);
    return choose(stepsWithinRatio(steps, allocation, target.ratio, units));
  }
  return choose(await shortestPrefix(steps.length, async (count) => (await choose(count)).reached) ?? steps.length);
}

/**
 * The plan with the least measured loss that meets the target. Losses and savings of groups are added up as if each
 * were alone, so the savings asked for are raised until the cut as a whole meets it.
 */
async function selectByKnapsack(budget: Budget, scored: readonly Scored[], sensitivity: Sensitivity): Promise<Chosen> {
  const tradeoff = tradeoffOf(budget, scored, sensitivity);
  const plans = cheapestPlans(scored.map(({ group: { name }, group }) => ({
    group: name,
    options: budget.counts(group).filter((removed) => Number.isFinite(tradeoff.loss(name, removed)))
      .map((removed) => ({ removed, loss: tradeoff.loss(name, removed), saved: tradeoff.saved(name, removed) })),
  })));
  const most = new Map(scored.map(({ group }) => [group.name, budget.counts(group).at(-1) ?? 0]));
  const choose = (buckets: number): Promise<Chosen> => budget.measure(selectionOf(scored, plans(buckets) ?? most));
  return choose(await shortestPrefix(BUCKETS, async (buckets) => (await choose(buckets)).reached) ?? BUCKETS);
}

/** Losses as measured; savings of each group alone, in what the target names. */
function tradeoffOf(budget: Budget, scored: readonly Scored[], sensitivity: Sensitivity): Tradeoff {
  const entries = new Map(scored.map((entry) => [entry.group.name, entry]));
  return {
    loss: (group, removed) => lossAt(sensitivity.get(group) ?? [], removed),
    saved: (group, removed) => {
      const entry = entries.get(group);
      return entry === undefined || removed === 0 ? 0 : budget.saved(entry, removed);
    },
  };
}
