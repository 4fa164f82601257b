/** Share of answers whose label is among the `top` highest scores. */
import type { HostTensor } from '../../runtime/types.js';
import { ChanceWatch, orChance } from './chance.js';
import { Misfit, type Finding, type MetricDefinition } from './accumulator.js';
import { HitRecords } from './hit-records.js';
import { labelledGrid, predictedClass, rankOf, type ScoreGrid } from './scores.js';
import { part, within, type State } from './state.js';
import { numbersOf, requireTarget } from './values.js';
import { LabelWatch } from './watches.js';

class Accuracy extends HitRecords {
  private readonly labels = new LabelWatch();
  private readonly chance = new ChanceWatch();

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
      this.push(right, grid.positions);
    }
  }

  /** 1 where right; out-of-range labels are a finding and count as wrong. */
  private answer(grid: ScoreGrid, sample: number, position: number, label: number): number {
    const predicted = predictedClass(grid, sample, position, this.spec.threshold);
    this.predictions.prediction(predicted);
    if (!this.labels.label(label, grid.classes)) return 0;
    this.chance.answer(label, predicted);
    if (this.spec.top === 1) return predicted === label ? 1 : 0;
    return rankOf(grid, sample, position, label) < this.spec.top ? 1 : 0;
  }

  override state(): State {
    return new Map([...super.state(), ...within('labels', this.labels.state()), ...within('chance', this.chance.state())]);
  }

  override absorb(state: State): void {
    super.absorb(state);
    this.labels.absorb(part(state, 'labels'));
    this.chance.absorb(part(state, 'chance'));
  }

  override findings(): Finding[] {
    return orChance([...this.labels.findings(), ...super.findings()], () => this.chance.findings());
  }
}

export const accuracy: MetricDefinition = {
  name: 'accuracy',
  higherIsBetter: true,
  needsTarget: true,
  title: ({ top }) => top === 1 ? 'accuracy' : `top-${top} accuracy`,
  create: (spec) => new Accuracy(spec),
};
