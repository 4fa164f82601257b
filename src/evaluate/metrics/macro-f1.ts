/** Mean over classes of F1 = 2 right / (labelled + predicted). */
import type { MetricDefinition } from './accumulator.js';
import { ClassRecords, type ClassCounts } from './class-records.js';

/** Over classes that are labelled or predicted at all; a class that is never right counts 0. */
function meanF1({ labelled, predicted, right }: ClassCounts): number {
  let sum = 0;
  let present = 0;
  for (let c = 0; c < labelled.length; c++) {
    const mentions = (labelled[c] as number) + (predicted[c] as number);
    if (mentions === 0) continue;
    sum += (2 * (right[c] as number)) / mentions;
    present++;
  }
  return sum / present;
}

export const macroF1: MetricDefinition = {
  name: 'macro-f1',
  higherIsBetter: true,
  needsTarget: true,
  title: () => 'macro F1',
  // A changed prediction leaves one class and enters another.
  create: (spec) => new ClassRecords(spec, meanF1, 2),
};
