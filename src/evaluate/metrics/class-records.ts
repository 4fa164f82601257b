/** Label and prediction of each sample: what balanced accuracy and macro F1 are made from. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, type Accumulator, type Finding } from './accumulator.js';
import { ChanceWatch, orChance } from './chance.js';
import { growingIntegers } from './records.js';
import { labelledGrid, predictedClass } from './scores.js';
import { numbersOf, requireTarget, shapeText } from './values.js';
import { column, part, scalars, within, type Column, type State } from './state.js';
import { LabelWatch, PredictionWatch } from './watches.js';

/** Per class: samples of it, predictions of it, and both at once. */
export interface ClassCounts {
  readonly labelled: Float64Array;
  readonly predicted: Float64Array;
  readonly right: Float64Array;
}

export type ClassSummary = (counts: ClassCounts) => number;

export class ClassRecords implements Accumulator {
  private readonly labels = growingIntegers();
  private readonly predictions = growingIntegers();
  private readonly labelWatch = new LabelWatch();
  private readonly predictionWatch: PredictionWatch;
  private classes = 2;

  /** `reach`: by how many classes' shares a single changed prediction moves the figure. */
  constructor(private readonly spec: MetricSpec, private readonly summary: ClassSummary, private readonly reach: number) {
    this.predictionWatch = new PredictionWatch(spec.threshold);
  }

  add(output: HostTensor, target: HostTensor | undefined): void {
    const grid = labelledGrid(output, target);
    if (grid.positions !== 1) throw new Misfit(`${this.spec.name} takes one label a sample, and the output ${shapeText(output)} has several positions`);
    const labels = numbersOf(requireTarget(target));
    this.classes = Math.max(2, grid.classes);
    for (let sample = 0; sample < grid.samples; sample++) {
      this.predictionWatch.sample(grid, sample);
      const predicted = predictedClass(grid, sample, 0, this.spec.threshold);
      this.predictionWatch.prediction(predicted);
      const label = labels[sample] as number;
      this.labels.push(this.labelWatch.label(label, grid.classes) ? label : 0);
      this.predictions.push(predicted);
    }
  }

  value(weights?: Uint32Array): number {
    return this.summary(this.counts(weights));
  }

  private counts(weights?: Uint32Array): ClassCounts {
    const [labelled, predicted, right] = [0, 1, 2].map(() => new Float64Array(this.classes)) as [Float64Array, Float64Array, Float64Array];
    const labels = this.labels.values;
    const predictions = this.predictions.values;
    for (let i = 0; i < labels.length; i++) {
      const weight = weights === undefined ? 1 : weights[i] as number;
      const label = labels[i] as number;
      const guess = predictions[i] as number;
      labelled[label] = (labelled[label] as number) + weight;
      predicted[guess] = (predicted[guess] as number) + weight;
      if (label === guess) right[label] = (right[label] as number) + weight;
    }
    return { labelled, predicted, right };
  }

  private chance(): ChanceWatch {
    const watch = new ChanceWatch();
    const [labels, predictions] = [this.labels.values, this.predictions.values];
    for (let i = 0; i < labels.length; i++) watch.answer(labels[i] as number, predictions[i] as number);
    return watch;
  }

  hits(): null {
    return null;
  }

  state(): State {
    return new Map<string, Column>([
      ['labels', this.labels.values], ['predictions', this.predictions.values], ['classes', Int32Array.of(this.classes)],
      ...within('labelWatch', this.labelWatch.state()), ...within('predictionWatch', this.predictionWatch.state()),
    ]);
  }

  absorb(state: State): void {
    this.labels.append(column(state, 'labels'));
    this.predictions.append(column(state, 'predictions'));
    // As `add` does: the last batch decides.
    if (column(state, 'labels').length > 0) this.classes = scalars(state, 'classes')[0] ?? this.classes;
    this.labelWatch.absorb(part(state, 'labelWatch'));
    this.predictionWatch.absorb(part(state, 'predictionWatch'));
  }

  /** One sample of the rarest class weighs most. */
  readonly discrete = {
    records: (): ArrayLike<number> => this.predictions.values,
    leverage: (mask?: Uint8Array): number => {
      const present = this.counts(mask === undefined ? undefined : Uint32Array.from(mask)).labelled.filter((count) => count > 0);
      return this.reach / (present.length * Math.min(...present));
    },
  };

  findings(): Finding[] {
    return orChance([...this.labelWatch.findings(), ...this.predictionWatch.findings()], () => this.chance().findings());
  }
}
