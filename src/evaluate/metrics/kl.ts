/** Kullback-Leibler divergence KL(dense || pruned) in nats, mean over samples: how far class probabilities moved. */
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, remark, type Finding, type MetricDefinition } from './accumulator.js';
import { MeanRecords } from './mean-records.js';
import { holdsProbabilities, isDistribution, unlabelledGrid, type ScoreGrid } from './scores.js';
import { maybe, scalars, type State } from './state.js';
import { shapeText } from './values.js';

/** Probabilities that underflowed to 0 count as this, so that the divergence stays finite. */
const SMALLEST = 1e-12;

const READINGS = ['probabilities', 'logits'] as const;
type Reading = (typeof READINGS)[number];

class Kl extends MeanRecords {
  private reading: Reading | undefined;

  add(output: HostTensor, _target: HostTensor | undefined, dense: HostTensor): void {
    const own = unlabelledGrid(output, dense);
    const reference = unlabelledGrid(dense, dense);
    if (own.classes < 2) throw new Misfit(`the output has shape ${shapeText(output)}, and a single score is no distribution over classes: use agreement`);
    this.reading ??= holdsProbabilities(reference) ? 'probabilities' : 'logits';
    const p = new Float64Array(own.classes);
    const q = new Float64Array(own.classes);
    for (let sample = 0; sample < own.samples; sample++) {
      this.outputs.sample(own.values, sample, own.positions * own.classes);
      let sum = 0;
      for (let position = 0; position < own.positions; position++) {
        this.distribution(reference, sample, position, p);
        this.distribution(own, sample, position, q);
        sum += divergence(p, q);
      }
      this.records.push(sum / own.positions);
    }
  }

  private distribution(grid: ScoreGrid, sample: number, position: number, into: Float64Array): void {
    const start = grid.start(sample, position);
    for (let c = 0; c < into.length; c++) into[c] = grid.values[start + c * grid.step] as number;
    if (this.reading === 'logits') softmax(into);
    else if (!isDistribution(grid, sample, position) && into.every(Number.isFinite)) {
      throw new Misfit('some rows of the output are probabilities (they sum to 1) and some are not');
    }
  }

  override state(): State {
    return new Map([...super.state(), ['reading', maybe(this.reading === undefined ? undefined : READINGS.indexOf(this.reading))]]);
  }

  /** Throws `Misfit` where the outputs were read in another way before: one machine would have met both. */
  override absorb(state: State): void {
    const [index] = scalars(state, 'reading');
    const reading = index === undefined ? undefined : READINGS[index];
    if (this.reading !== undefined && reading !== undefined && reading !== this.reading) {
      throw new Misfit('some rows of the output are probabilities (they sum to 1) and some are not');
    }
    this.reading ??= reading;
    super.absorb(state);
  }

  override findings(): Finding[] {
    const how = this.reading === 'probabilities' ? 'the outputs are probabilities and are taken as they are' : 'the outputs are logits: softmax makes them probabilities';
    return this.reading === undefined ? super.findings() : [remark(how, 'targets'), ...super.findings()];
  }
}

/** In place; the largest logit is subtracted first. */
function softmax(logits: Float64Array): void {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp((logits[c] as number) - largest);
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) / sum;
}

function divergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < p.length; c++) {
    const mass = p[c] as number;
    if (mass > 0) sum += mass * Math.log(Math.max(mass, SMALLEST) / Math.max(q[c] as number, SMALLEST));
  }
  // Rounding can leave a hair below zero.
  return Math.max(0, sum);
}

export const kl: MetricDefinition = {
  name: 'kl',
  higherIsBetter: false,
  needsTarget: false,
  title: () => 'KL divergence from the dense model',
  create: () => new Kl(),
};
