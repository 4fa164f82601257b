/** Area under the ROC curve of two classes: the chance that a positive sample outscores a negative one, ties half. */
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, type Accumulator, type Finding, type MetricDefinition } from './accumulator.js';
import { chanceOfAuc, orChance } from './chance.js';
import { growingBytes, growingFloats } from './records.js';
import { labelledGrid } from './scores.js';
import { column, part, within, type Column, type State } from './state.js';
import { numbersOf, requireTarget, shapeText } from './values.js';
import { LabelWatch, OutputWatch } from './watches.js';

class RocAuc implements Accumulator {
  private readonly scores = growingFloats();
  private readonly labels = growingBytes();
  private readonly labelWatch = new LabelWatch();
  private readonly outputs = new OutputWatch();
  /** Samples by ascending score; made once all are in. */
  private order: Uint32Array | undefined;

  /** [N, 1] is the score itself; of [N, 2] the second column minus the first, which orders logits and probabilities alike. */
  add(output: HostTensor, target: HostTensor | undefined): void {
    const grid = labelledGrid(output, target);
    if (grid.positions !== 1 || grid.classes > 2) throw new Misfit(`ROC AUC is for two classes, and the output has shape ${shapeText(output)}`);
    const labels = numbersOf(requireTarget(target));
    for (let sample = 0; sample < grid.samples; sample++) {
      this.outputs.sample(grid.values, sample, grid.classes);
      const first = grid.values[sample * grid.classes] as number;
      this.scores.push(grid.classes === 1 ? first : (grid.values[sample * 2 + 1] as number) - first);
      const label = labels[sample] as number;
      this.labels.push(this.labelWatch.label(label, 2) ? label : 0);
    }
    this.order = undefined;
  }

  value(weights?: Uint32Array): number {
    const scores = this.scores.values;
    const labels = this.labels.values;
    this.order ??= Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] as number) - (scores[b] as number));
    let negatives = 0;
    let positives = 0;
    let wins = 0;
    for (let i = 0; i < this.order.length;) {
      const score = scores[this.order[i] as number];
      let tiedNegatives = 0;
      let tiedPositives = 0;
      for (; i < this.order.length && scores[this.order[i] as number] === score; i++) {
        const sample = this.order[i] as number;
        const weight = weights === undefined ? 1 : weights[sample] as number;
        if (labels[sample] === 1) tiedPositives += weight;
        else tiedNegatives += weight;
      }
      wins += tiedPositives * (negatives + tiedNegatives / 2);
      negatives += tiedNegatives;
      positives += tiedPositives;
    }
    return positives * negatives > 0 ? wins / (positives * negatives) : Number.NaN;
  }

  private chance(): Finding[] {
    const positives = this.labels.values.reduce((sum, label) => sum + label, 0);
    return chanceOfAuc(this.value(), positives, this.labels.length - positives);
  }

  hits(): null {
    return null;
  }

  state(): State {
    return new Map<string, Column>([
      ['scores', this.scores.values], ['labels', this.labels.values], ...within('labelWatch', this.labelWatch.state()), ...within('outputs', this.outputs.state()),
    ]);
  }

  absorb(state: State): void {
    this.scores.append(column(state, 'scores'));
    this.labels.append(column(state, 'labels'));
    this.labelWatch.absorb(part(state, 'labelWatch'));
    this.outputs.absorb(part(state, 'outputs'));
    this.order = undefined;
  }

  findings(): Finding[] {
    return orChance([...this.labelWatch.findings(), ...this.outputs.findings()], () => this.chance());
  }
}

export const rocAuc: MetricDefinition = {
  name: 'roc-auc',
  higherIsBetter: true,
  needsTarget: true,
  title: () => 'ROC AUC',
  create: () => new RocAuc(),
};
