/** One number per sample, whose mean is the metric. */
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
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

  constructor(private readonly loss: (difference: number) => number) {
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
      let sum = 0;
      for (let i = sample * width; i < (sample + 1) * width; i++) sum += this.loss((given[i] as number) - (wanted[i] as number));
      this.records.push(sum / width);
    }
  }

  override state(): State {
    return new Map([...super.state(), ...within('targets', this.targets.state())]);
  }

  override absorb(state: State): void {
    super.absorb(state);
    this.targets.absorb(part(state, 'targets'));
  }

  override findings(): Finding[] {
    return [...targetFindings(this.targets), ...this.outputs.findings()];
  }
}

/** The same watch, looking at targets. */
export function targetFindings(watch: OutputWatch): Finding[] {
  return watch.findings().map((finding) => ({
    ...finding, about: 'targets', code: finding.code === 'not-finite' ? 'not-finite' : 'constant-target',
    text: finding.text.startsWith('NaN') ? finding.text.replace('outputs', 'targets') : 'the target is the same for every sample',
  }));
}
