/** Right answers and answers per sample: one answer a sample, or one for each position of a sequence or a map. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Accumulator, Finding } from './accumulator.js';
import { growingFloats, weightedSum } from './records.js';
import { PredictionWatch } from './watches.js';

export abstract class HitRecords implements Accumulator {
  protected readonly predictions: PredictionWatch;
  private readonly right = growingFloats();
  private readonly answers = growingFloats();
  private single = true;

  constructor(protected readonly spec: MetricSpec) {
    this.predictions = new PredictionWatch(spec.threshold);
  }

  abstract add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;

  /** The next sample: how many of its answers are right. */
  protected push(right: number, answers: number): void {
    this.right.push(right);
    this.answers.push(answers);
    this.single &&= answers === 1;
  }

  /** Right answers over answers. */
  value(weights?: Uint32Array): number {
    const answers = weightedSum(this.answers.values, weights);
    return answers > 0 ? weightedSum(this.right.values, weights) / answers : Number.NaN;
  }

  /** Null where samples have several answers: those of one sample are not independent of each other. */
  hits(): Uint8Array | null {
    return this.single ? Uint8Array.from(this.right.values) : null;
  }

  findings(): Finding[] {
    return this.predictions.findings();
  }

  /** A changed sample may change all its answers. */
  readonly discrete = {
    records: (): ArrayLike<number> => this.right.values,
    leverage: (): number => {
      const answers = this.answers.values;
      return answers.reduce((most, one) => Math.max(most, one), 0) / weightedSum(answers, undefined);
    },
  };
}
