/**
 * Mean magnitude of a unit's activation where the next layers read it, after the non-linearity (Polyak and Wolf 2015; the mean
 * activation of Molchanov et al. 2017). It says how much a unit speaks, not whether others could say it: a baseline.
 */
import type { Criterion, CriterionContext } from './criterion.js';

function score(context: CriterionContext): Float64Array | string {
  const { group } = context;
  const total = new Float64Array(group.units.length);
  const seen = new Set<string>();
  group.axes.forEach((use, column) => {
    const magnitude = use.role === 'consumer' && !seen.has(use.value) ? context.moments(use.value)?.magnitude : undefined;
    if (magnitude === undefined) return;
    seen.add(use.value);
    const own = group.units.map((unit) => (unit.positions[column] ?? []).reduce((sum, position) => sum + (magnitude[position] ?? 0), 0));
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    own.forEach((value, unit) => { total[unit] = (total[unit] as number) + (mean > 0 ? value / mean : 0); });
  });
  return seen.size === 0 ? 'no weight reads it, so its activation cannot be measured' : total;
}

export const activation: Criterion = { name: 'activation', needs: 'magnitude', comparable: false, score };
