/**
 * Structured Optimal Brain Surgeon: how much output error is left when a unit goes *and the others make up for it*.
 * Greedy: the least harmful unit goes first, then the remaining weights are updated and the next is chosen. Errors are
 * relative to the variance of each consumer's output and summed over the consumers, so units of different groups compare.
 */
import { Elimination } from '../elimination.js';
import type { Criterion, CriterionContext } from './criterion.js';

/** Relative step that keeps equal errors in the order of removal. */
const TIE = 1e-12;

function score(context: CriterionContext): Float64Array | string {
  const readers = context.group.axes.flatMap((use, column) => (use.role === 'consumer' ? context.reader(column) ?? [] : []));
  if (readers.length === 0) return 'no weight reads it, so its effect cannot be measured';
  const scores = new Float64Array(context.group.units.length);
  const elimination = new Elimination(readers);
  let floor = 0;
  for (let rank = 1; elimination.open.size > 0; rank++) {
    const { unit, error } = elimination.leastHarmful();
    elimination.remove(unit);
    // Later removals never rank before earlier ones, also where rounding or compensation says so.
    floor = Math.max(floor, error);
    scores[unit] = floor * (1 + rank * TIE) + rank * Number.MIN_VALUE;
  }
  return scores;
}

export const obs: Criterion = { name: 'obs', needs: 'covariance', comparable: true, score };
