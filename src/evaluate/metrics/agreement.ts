/** Share of answers that equal the dense model's: top-1 agreement, without labels. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding, MetricDefinition } from './accumulator.js';
import { HitRecords } from './records.js';
import { predictedClass, unlabelledGrid } from './scores.js';
import { PredictionWatch } from './watches.js';

class Agreement implements Accumulator {
  private readonly records = new HitRecords();
  private readonly predictions: PredictionWatch;

  constructor(private readonly spec: MetricSpec) {
    this.predictions = new PredictionWatch(spec.threshold);
  }

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
      this.records.push(same, own.positions);
    }
  }

  value(weights?: Uint32Array): number {
    return this.records.value(weights);
  }

  get discrete(): Accumulator['discrete'] {
    return this.records.discrete;
  }

  hits(): Uint8Array | null {
    return this.records.hits();
  }

  findings(): Finding[] {
    return this.predictions.findings();
  }
}

export const agreement: MetricDefinition = {
  name: 'agreement',
  higherIsBetter: true,
  needsTarget: false,
  title: () => 'top-1 agreement with the dense model',
  create: (spec) => new Agreement(spec),
};
