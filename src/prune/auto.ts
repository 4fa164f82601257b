/** Who gives up how much: by the fixed orders, or by what was measured (`auto`). */
import type { Scored } from './allocate.js';
import type { Budget, Chosen } from './budget.js';
import type { Evidence } from './evidence.js';
import { reselectUnits } from './reselect.js';
import { selectUnits } from './select.js';
import { CutMeter, measureSensitivity } from './sensitivity.js';
import type { Sensitivity } from './sensitivity.js';
import type { StructuredRequest } from './structured.js';

/** Chooses units among the groups still open. */
export type Allocate = (open: readonly Scored[]) => Promise<Chosen>;

/** The budget over the groups still open. */
export type BudgetOf = (open: readonly Scored[]) => Promise<Budget>;

/** By the order of scores or shares that the step names. */
export function fixedAllocation({ step }: StructuredRequest, budgetOf: BudgetOf): Allocate {
  return async (open) => selectUnits(await budgetOf(open), open, step);
}

/**
 * By measured sensitivity; the fixed allocations are candidates too, and the one with the least loss on split B is taken.
 *
 * @param rated the same request with the model that candidates are measured on
 */
export async function autoAllocation(request: StructuredRequest, rated: StructuredRequest, evidence: Evidence, scored: readonly Scored[], budgetOf: BudgetOf): Promise<Allocate> {
  const { step, decide } = request;
  if (decide === undefined) throw new Error('auto allocation needs calibration split B');
  const { meter, curves: sensitivity } = request.measured?.sensitivity ?? await measureCurves(request, await CutMeter.open(rated, evidence, decide), scored, await budgetOf(scored));
  if (request.measured !== undefined) request.measured.sensitivity = { meter, curves: sensitivity };
  return async (open) => {
    // Streams that several layers add to are read by many others: cutting them may look cheap one at a time and is not.
    const inner = open.filter(({ group }) => group.axes.filter((use) => use.role === 'producer').length === 1);
    const budget = await budgetOf(open);
    const measured = [await selectUnits(budget, open, step, sensitivity)];
    for (const shape of SHAPES) measured.push(await selectUnits(budget, inner, step, shaped(sensitivity, shape)));
    const fixed: Chosen[] = [];
    for (const allocation of ['global', 'uniform'] as const) fixed.push(await selectUnits(budget, open, { ...step, allocation }));
    return reselected(budget, rated, meter, await bestOf(meter, measured, fixed));
  };
}

/** Cuts each group alone at the counts that the budget allows. */
export async function measureCurves(request: StructuredRequest, meter: CutMeter, scored: readonly Scored[], budget: Budget): Promise<{ meter: CutMeter; curves: Sensitivity }> {
  const counts = new Map(scored.map(({ group }) => [group.name, budget.counts(group)]));
  const curves = await measureSensitivity(meter, scored, counts, (done) => {
    request.onProgress?.('score', `sensitivity of group ${String(done)} of ${String(scored.length)}`);
  }).finally(() => meter.close());
  return { meter, curves };
}

/** What the sum of the measured losses leaves out, tried both ways. */
interface Shape {
  /** Losses of several cuts do not just add up: below 1 few groups give much, above 1 many give a little. */
  readonly power: number;
  /** The last group of the model counts e^depth times what the first does: the layers behind an early cut make up for it. */
  readonly depth: number;
}

/** Found on ResNet-20 at 1.5x and 2x, where they beat powers of 0.75 and 1.5 and negative depths. */
const SHAPES: readonly Shape[] = [{ power: 1, depth: 0 }, { power: 1, depth: 1 }, { power: 1, depth: 2 }, { power: 0.5, depth: 0 }];

/** @param sensitivity in the order of the groups' readers */
function shaped(sensitivity: Sensitivity, { power, depth }: Shape): Sensitivity {
  const last = Math.max(1, sensitivity.size - 1);
  return new Map([...sensitivity].map(([name, points], at) => {
    const weight = Math.exp((depth * at) / last);
    return [name, points.map(({ removed, loss }) => ({ removed, loss: weight * loss ** power }))];
  }));
}

/**
 * The candidate with the least output loss after the repair it would get, on a part of the samples. What a plain refit
 * leaves ranks them poorly, since a sequential one often mends it; fixed plans take part only where it already is the least.
 */
async function bestOf(meter: CutMeter, measured: readonly Chosen[], fixed: readonly Chosen[]): Promise<Winner> {
  const all = distinct([...measured, ...fixed]);
  const [best] = await byLoss(all, (candidate) => meter.loss(candidate.selection));
  const finalists = distinct([...all.filter((candidate) => measured.includes(candidate)), ...(best === undefined ? [] : [best.chosen])]);
  const [winner] = finalists.length < 2 ? [] : await byLoss(finalists, (candidate) => meter.repairedLoss(candidate.selection));
  const chosen = winner?.chosen ?? best?.chosen ?? finalists[0] ?? all[0];
  if (chosen === undefined) throw new Error('no candidate to choose from');
  return { chosen, loss: winner?.loss };
}

interface Winner {
  readonly chosen: Chosen;
  /** After the repair it would get, where that was measured. */
  readonly loss: number | undefined;
}

/** The same counts with units chosen on what earlier cuts leave, where the loss after repair is less with them. */
async function reselected(budget: Budget, rated: StructuredRequest, meter: CutMeter, { chosen, loss }: Winner): Promise<Chosen> {
  const { calibration, decide, step } = rated;
  if (step.criterion !== 'obs' || calibration === undefined || decide === undefined || !step.repair.includes('sequential')) return chosen;
  rated.onProgress?.('score', 'units again, on pruned activations');
  const selection = await reselectUnits({ ...rated, samples: calibration, judge: decide }, chosen.selection);
  if (selection === undefined) return chosen;
  const before = loss ?? (await meter.repairedLoss(chosen.selection)) ?? Infinity;
  const after = (await meter.repairedLoss(selection)) ?? Infinity;
  return after < before ? budget.measure(selection) : chosen;
}

/** Each selection once; only those that reach the target, where any does. */
function distinct(candidates: readonly Chosen[]): Chosen[] {
  const reached = candidates.filter((candidate) => candidate.reached);
  const known = new Map<string, Chosen>();
  for (const candidate of reached.length > 0 ? reached : candidates) {
    const key = JSON.stringify([...candidate.selection.removed]);
    if (!known.has(key)) known.set(key, candidate);
  }
  return [...known.values()];
}

/** Best first; ties as they were given. What cannot be measured is left out. */
async function byLoss(candidates: readonly Chosen[], lossOf: (candidate: Chosen) => Promise<number | undefined>): Promise<{ chosen: Chosen; loss: number }[]> {
  const rated: { chosen: Chosen; loss: number }[] = [];
  for (const chosen of candidates) {
    const loss = await lossOf(chosen);
    if (loss !== undefined) rated.push({ chosen, loss });
  }
  return rated.sort((a, b) => a.loss - b.loss);
}
