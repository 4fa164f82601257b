/** Norms of the weights that make a unit (Li et al. 2017, "Pruning Filters for Efficient ConvNets"). */
import { axisNorms } from '../../kernels/norms.js';
import type { Criterion, CriterionContext } from './criterion.js';
import { columnsOf, sumOverUnits } from './criterion.js';

function norms(context: CriterionContext, norm: 'l1' | 'square'): Float64Array {
  return sumOverUnits(context, columnsOf(context.group, 'producer'), (column) => {
    const use = context.group.axes[column];
    if (use === undefined) throw new RangeError('column of no axis');
    const { data, dims } = context.weights(use.tensor);
    return axisNorms(data, dims, use.axis, norm);
  });
}

export const l1: Criterion = { name: 'l1', needs: 'nothing', comparable: false, score: (context) => norms(context, 'l1') };

export const l2: Criterion = { name: 'l2', needs: 'nothing', comparable: false, score: (context) => norms(context, 'square').map(Math.sqrt) };
