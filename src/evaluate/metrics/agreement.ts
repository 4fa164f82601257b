/** Share of answers that equal the dense model's: top-1 agreement, without labels. */
import type { HostTensor } from '../../runtime/types.js';
import type { MetricDefinition } from './accumulator.js';
import { HitRecords } from './hit-records.js';
import { predictedClass, unlabelledGrid } from './scores.js';

class Agreement extends HitRecords {
  add(output: HostTensor, _target: HostTensor | undefined, dense: HostTensor): void {
    const own = unlabelledGrid(output, dense);
    const reference = unlabelledGrid(dense, dense);
    for (let sample = 0; sample < own.samples; sample++) {
      this.predictions.sample(own, sample);
      let same = 0;
      for (let position = 0; position < own.positions; position++) {
        const answer = predictedClass(own, sample, position, this.spec.threshold);
        this.predictions.prediction(answer);
        if (answer === predictedClass(reference, sample, position, this.spec.threshold)) same++;
      }
      this.push(same, own.positions);
    }
  }
}

export const agreement: MetricDefinition = {
  name: 'agreement',
  higherIsBetter: true,
  needsTarget: false,
  title: () => 'top-1 agreement with the dense model',
  create: (spec) => new Agreement(spec),
};
