/**
 * Weighted input feature variance (An et al. 2024, FLAP): how much output a unit moves, Var(x_j) * |W_:,j|^2, summed
 * over its consumers after standardising per consumer. It reads activations, so folded batch norms do not mislead it.
 */
import { axisNorms } from '../../kernels/norms.js';
import type { Criterion, CriterionContext } from './criterion.js';

function score(context: CriterionContext): Float64Array | string {
  const { group } = context;
  const total = new Float64Array(group.units.length);
  let consumers = 0;
  group.axes.forEach((use, column) => {
    if (use.role !== 'consumer') return;
    const moments = context.moments(use.value);
    if (moments === undefined) return;
    const { data, dims } = context.weights(use.tensor);
    const squares = axisNorms(data, dims, use.axis, 'square');
    const own = Float64Array.from(group.units, (unit) =>
      (unit.positions[column] ?? []).reduce((sum, position) => sum + (moments.variance[position] ?? 0) * (squares[position] ?? 0), 0));
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    own.forEach((value, unit) => { total[unit] = (total[unit] as number) + (mean > 0 ? value / mean : 0); });
    consumers++;
  });
  return consumers === 0 ? 'no weight reads it, so its effect cannot be measured' : total;
}

export const wifv: Criterion = { name: 'wifv', needs: 'variance', comparable: true, score };
