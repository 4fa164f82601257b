/** Share of answers whose label is among the `top` highest scores. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, type Accumulator, type Finding, type MetricDefinition } from './accumulator.js';
import { HitRecords } from './records.js';
import { labelledGrid, predictedClass, rankOf, type ScoreGrid } from './scores.js';
import { numbersOf, requireTarget } from './values.js';
import { LabelWatch, PredictionWatch } from './watches.js';

class Accuracy implements Accumulator {
  private readonly records = new HitRecords();
  private readonly predictions: PredictionWatch;
  private readonly labels = new LabelWatch();

  constructor(private readonly spec: MetricSpec) {
    this.predictions = new PredictionWatch(spec.threshold);
  }

  add(output: HostTensor, target: HostTensor | undefined): void {
    const grid = labelledGrid(output, target);
    const { top } = this.spec;
    if (top > 1 && top >= grid.classes) throw new Misfit(`top-${top} of ${grid.classes} classes is always right`);
    const labels = numbersOf(requireTarget(target));
    for (let sample = 0; sample < grid.samples; sample++) {
      this.predictions.sample(grid, sample);
      let right = 0;
      for (let position = 0; position < grid.positions; position++) {
        right += this.answer(grid, sample, position, labels[sample * grid.positions + position] as number);
      }
      this.records.push(right, grid.positions);
    }
  }

  /** 1 where right; out-of-range labels are a finding and count as wrong. */
  private answer(grid: ScoreGrid, sample: number, position: number, label: number): number {
    const predicted = predictedClass(grid, sample, position, this.spec.threshold);
    this.predictions.prediction(predicted);
    if (!this.labels.label(label, grid.classes)) return 0;
    if (this.spec.top === 1) return predicted === label ? 1 : 0;
    return rankOf(grid, sample, position, label) < this.spec.top ? 1 : 0;
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
    return [...this.labels.findings(), ...this.predictions.findings()];
  }
}

export const accuracy: MetricDefinition = {
  name: 'accuracy',
  higherIsBetter: true,
  needsTarget: true,
  title: ({ top }) => top === 1 ? 'accuracy' : `top-${top} accuracy`,
  create: (spec) => new Accuracy(spec),
};
