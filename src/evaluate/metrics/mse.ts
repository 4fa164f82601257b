/** Mean squared error, over the elements of a sample and over samples. */
import type { MetricDefinition } from './accumulator.js';
import { ElementLoss } from './mean-records.js';

export const mse: MetricDefinition = {
  name: 'mse',
  higherIsBetter: false,
  needsTarget: true,
  title: () => 'mean squared error',
  create: () => new ElementLoss((difference) => difference * difference, (variance) => variance),
};
