/** Coefficient of determination of a single target: 1 - squared error over the target's own variation. */
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, type Accumulator, type Finding, type MetricDefinition } from './accumulator.js';
import { targetFindings } from './mean-records.js';
import { chanceOfR2, orChance } from './chance.js';
import { growingFloats, weightedMean } from './records.js';
import { column, part, within, type Column, type State } from './state.js';
import { numbersOf, requireSameShape, shapeText, widthOf } from './values.js';
import { OutputWatch } from './watches.js';

class R2 implements Accumulator {
  private readonly errors = growingFloats();
  private readonly wanted = growingFloats();
  private readonly outputs = new OutputWatch();
  private readonly targets = new OutputWatch();

  add(output: HostTensor, target: HostTensor | undefined): void {
    requireSameShape(output, target);
    if (widthOf(output) !== 1) throw new Misfit(`r2 is for one value a sample, and the output has shape ${shapeText(output)}: use mse`);
    const given = numbersOf(output);
    const wanted = numbersOf(target);
    for (let sample = 0; sample < given.length; sample++) {
      this.outputs.sample(given, sample, 1);
      this.targets.sample(wanted, sample, 1);
      this.errors.push(((given[sample] as number) - (wanted[sample] as number)) ** 2);
      this.wanted.push(wanted[sample] as number);
    }
  }

  value(weights?: Uint32Array): number {
    const wanted = this.wanted.values;
    const errors = this.errors.values;
    const mean = weightedMean(wanted, weights);
    let variation = 0;
    let error = 0;
    for (let i = 0; i < wanted.length; i++) {
      const weight = weights === undefined ? 1 : weights[i] as number;
      variation += weight * ((wanted[i] as number) - mean) ** 2;
      error += weight * (errors[i] as number);
    }
    return variation > 0 ? 1 - error / variation : Number.NaN;
  }

  hits(): null {
    return null;
  }

  state(): State {
    return new Map<string, Column>([
      ['errors', this.errors.values], ['wanted', this.wanted.values], ...within('outputs', this.outputs.state()), ...within('targets', this.targets.state()),
    ]);
  }

  absorb(state: State): void {
    this.errors.append(column(state, 'errors'));
    this.wanted.append(column(state, 'wanted'));
    this.outputs.absorb(part(state, 'outputs'));
    this.targets.absorb(part(state, 'targets'));
  }

  findings(): Finding[] {
    return orChance([...targetFindings(this.targets), ...this.outputs.findings()], () => chanceOfR2(this.value()));
  }
}

export const r2: MetricDefinition = {
  name: 'r2',
  higherIsBetter: true,
  needsTarget: true,
  title: () => 'R²',
  create: () => new R2(),
};
