/** Mean absolute error, over the elements of a sample and over samples. */
import type { MetricDefinition } from './accumulator.js';
import { ElementLoss } from './mean-records.js';

export const mae: MetricDefinition = {
  name: 'mae',
  higherIsBetter: false,
  needsTarget: true,
  title: () => 'mean absolute error',
  create: () => new ElementLoss(Math.abs, Math.sqrt),
};
