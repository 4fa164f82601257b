/** Mean over classes of the share of their samples that is predicted right. */
import type { MetricDefinition } from './accumulator.js';
import { ClassRecords, type ClassCounts } from './class-records.js';

/** Over classes that have samples (in a bootstrap draw a rare one may have none). */
function meanRecall({ labelled, right }: ClassCounts): number {
  let sum = 0;
  let present = 0;
  for (let c = 0; c < labelled.length; c++) {
    if (labelled[c] === 0) continue;
    sum += (right[c] as number) / (labelled[c] as number);
    present++;
  }
  return sum / present;
}

export const balancedAccuracy: MetricDefinition = {
  name: 'balanced-accuracy',
  higherIsBetter: true,
  needsTarget: true,
  title: () => 'balanced accuracy',
  create: (spec) => new ClassRecords(spec, meanRecall, 1),
};
