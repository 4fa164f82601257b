/** Batch-norm scales: |gamma| of a unit's channels (Liu et al. 2017, "Network Slimming"). */
import type { Criterion, CriterionContext } from './criterion.js';
import { columnsOf, sumOverUnits } from './criterion.js';

function score(context: CriterionContext): Float64Array | string {
  const { group } = context;
  const batchNorms = group.axes.flatMap((use) => (context.operator(use.node) === 'BatchNormalization' ? [use.node] : []));
  // A batch norm's vectors come in input order: scale, bias, mean, variance.
  const scales = columnsOf(group, 'vector').filter((column) => {
    const use = group.axes[column];
    return use !== undefined && batchNorms.includes(use.node) && group.axes.findIndex((other) => other.node === use.node && other.role === 'vector') === column;
  });
  if (scales.length === 0) return 'bn-scale needs a BatchNormalization here; where it is folded into the weights use wifv';
  return sumOverUnits(context, scales, (column) => {
    const use = group.axes[column];
    if (use === undefined) throw new RangeError('column of no axis');
    return Float64Array.from(context.weights(use.tensor).data, Math.abs);
  });
}

export const bnScale: Criterion = { name: 'bn-scale', needs: 'nothing', comparable: false, score };
