/** Right answers and answers per sample: one answer a sample, or one for each position of a sequence or a map. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
import { Bits, countPairs, growingFloats, weightedSum } from './records.js';
import { column, part, scalars, within, type Column, type State } from './state.js';
import { PredictionWatch } from './watches.js';

export abstract class HitRecords implements Accumulator {
  protected readonly predictions: PredictionWatch;
  /** One bit a sample while each has a single answer; counts of both once one has several. */
  private single: Bits | undefined = new Bits();
  private readonly right = growingFloats();
  private readonly answers = growingFloats();

  constructor(protected readonly spec: MetricSpec) {
    this.predictions = new PredictionWatch(spec.threshold);
  }

  abstract add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;

  /** The next sample: how many of its answers are right. */
  protected push(right: number, answers: number): void {
    if (answers === 1 && this.single !== undefined) return this.single.push(right === 1);
    this.unfold();
    this.right.push(right);
    this.answers.push(answers);
  }

  private unfold(): void {
    if (this.single === undefined) return;
    const right = this.single.toFloats();
    this.single = undefined;
    this.right.append(right);
    this.answers.append(right.fill(1));
  }

  /** Right answers over answers. */
  value(weights?: Uint32Array): number {
    if (this.single !== undefined && weights === undefined) return this.single.length > 0 ? countPairs(this.single, this.single).both / this.single.length : Number.NaN;
    this.unfold();
    const answers = weightedSum(this.answers.values, weights);
    return answers > 0 ? weightedSum(this.right.values, weights) / answers : Number.NaN;
  }

  /** Null where samples have several answers: those of one sample are not independent of each other. */
  hits(): Bits | null {
    return this.single ?? null;
  }

  state(): State {
    const kept: [string, Column][] = this.single === undefined
      ? [['right', this.right.values], ['answers', this.answers.values]]
      : [['bits', this.single.packed()], ['samples', Float64Array.of(this.single.length)]];
    return new Map([...kept, ...within('predictions', this.predictions.state())]);
  }

  absorb(state: State): void {
    this.predictions.absorb(part(state, 'predictions'));
    const bits = state.get('bits');
    const samples = bits === undefined ? 0 : scalars(state, 'samples')[0] ?? 0;
    if (bits !== undefined && this.single !== undefined) return this.single.append(bits, samples);
    this.unfold();
    const more = new Bits();
    if (bits !== undefined) more.append(bits, samples);
    this.right.append(bits === undefined ? column(state, 'right') : more.toFloats());
    this.answers.append(bits === undefined ? column(state, 'answers') : new Uint8Array(samples).fill(1));
  }

  findings(): Finding[] {
    return this.predictions.findings();
  }

  /** A changed sample may change all its answers. */
  readonly discrete = {
    records: (): ArrayLike<number> => {
      this.unfold();
      return this.right.values;
    },
    leverage: (mask?: Uint8Array): number => {
      this.unfold();
      const answers = mask === undefined ? this.answers.values : this.answers.values.map((one, i) => one * (mask[i] as number));
      return answers.reduce((most, one) => Math.max(most, one), 0) / weightedSum(answers, undefined);
    },
  };
}
