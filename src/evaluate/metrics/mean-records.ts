/** One number per sample, whose mean is the metric. */
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
import { chanceOfError, orChance } from './chance.js';
import { growingFloats, weightedMean } from './records.js';
import { column, part, within, type State } from './state.js';
import { numbersOf, requireSameShape, widthOf } from './values.js';
import { OutputWatch } from './watches.js';

export abstract class MeanRecords implements Accumulator {
  protected readonly records = growingFloats();
  protected readonly outputs = new OutputWatch();

  abstract add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;

  value(weights?: Uint32Array): number {
    return weightedMean(this.records.values, weights);
  }

  hits(): null {
    return null;
  }

  state(): State {
    return new Map([['records', this.records.values], ...within('outputs', this.outputs.state())]);
  }

  absorb(state: State): void {
    this.records.append(column(state, 'records'));
    this.outputs.absorb(part(state, 'outputs'));
  }

  findings(): Finding[] {
    return this.outputs.findings();
  }
}

/** Mean over samples of the mean over a sample's elements of a loss of output minus target. */
export class ElementLoss extends MeanRecords {
  private readonly targets = new OutputWatch();

  /** Of each sample's target: the mean over its elements, and that of their squares. */
  private readonly means = growingFloats();
  private readonly squares = growingFloats();

  /** `ofConstant`: what the figure is at most where the mean target is predicted, from the targets' variance. */
  constructor(private readonly loss: (difference: number) => number, private readonly ofConstant: (variance: number) => number) {
    super();
  }

  add(output: HostTensor, target: HostTensor | undefined): void {
    requireSameShape(output, target);
    const width = widthOf(output);
    const given = numbersOf(output);
    const wanted = numbersOf(target);
    for (let sample = 0; sample < (output.dims[0] ?? 0); sample++) {
      this.outputs.sample(given, sample, width);
      this.targets.sample(wanted, sample, width);
      let [sum, mean, square] = [0, 0, 0];
      for (let i = sample * width; i < (sample + 1) * width; i++) {
        const value = wanted[i] as number;
        sum += this.loss((given[i] as number) - value);
        mean += value / width;
        square += (value * value) / width;
      }
      this.records.push(sum / width);
      this.means.push(mean);
      this.squares.push(square);
    }
  }

  override state(): State {
    return new Map([...super.state(), ...within('targets', this.targets.state()), ['means', this.means.values], ['squares', this.squares.values]]);
  }

  override absorb(state: State): void {
    super.absorb(state);
    this.targets.absorb(part(state, 'targets'));
    this.means.append(column(state, 'means'));
    this.squares.append(column(state, 'squares'));
  }

  override findings(): Finding[] {
    const variance = weightedMean(this.squares.values, undefined) - weightedMean(this.means.values, undefined) ** 2;
    return orChance([...targetFindings(this.targets), ...this.outputs.findings()], () => chanceOfError(this.value(), this.ofConstant(Math.max(0, variance))));
  }
}

/** The same watch, looking at targets. */
export function targetFindings(watch: OutputWatch): Finding[] {
  return watch.findings().map((finding) => ({
    ...finding, about: 'targets', code: finding.code === 'not-finite' ? 'not-finite' : 'constant-target',
    text: finding.text.startsWith('NaN') ? finding.text.replace('outputs', 'targets') : 'the target is the same for every sample',
  }));
}
