/** Intersection over union of a binary mask, over the pixels of all samples together. */
import type { MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import { blocking, ofSamples, type Accumulator, type Finding, type MetricDefinition } from './accumulator.js';
import { chanceOfIou, orChance } from './chance.js';
import { growingFloats, weightedSum } from './records.js';
import { column, scalars, type Column, type State } from './state.js';
import { numbersOf, requireSameShape, widthOf } from './values.js';

class Iou implements Accumulator {
  private readonly intersections = growingFloats();
  private readonly unions = growingFloats();
  private pixels = 0;
  private marked = 0;
  private predicted = 0;
  private oddMask = false;
  private broken = 0;

  constructor(private readonly spec: MetricSpec) {}

  add(output: HostTensor, target: HostTensor | undefined): void {
    requireSameShape(output, target);
    const width = widthOf(output);
    const scores = numbersOf(output);
    const mask = numbersOf(target);
    for (let sample = 0; sample < (output.dims[0] ?? 0); sample++) this.sample(scores, mask, sample * width, width);
  }

  private sample(scores: ArrayLike<number>, mask: ArrayLike<number>, start: number, width: number): void {
    let both = 0;
    let predicted = 0;
    let marked = 0;
    let finite = true;
    for (let i = start; i < start + width; i++) {
      const score = scores[i] as number;
      const truth = mask[i] as number;
      finite &&= Number.isFinite(score);
      // Masks are stored as 0 and 1, or as 0 and 255.
      this.oddMask ||= truth !== 0 && truth !== 1 && truth !== 255;
      const guess = score > this.spec.threshold;
      if (guess) predicted++;
      if (truth !== 0) marked++;
      if (guess && truth !== 0) both++;
    }
    if (!finite) this.broken++;
    this.pixels += width;
    this.predicted += predicted;
    this.marked += marked;
    this.intersections.push(both);
    this.unions.push(predicted + marked - both);
  }

  value(weights?: Uint32Array): number {
    const union = weightedSum(this.unions.values, weights);
    return union > 0 ? weightedSum(this.intersections.values, weights) / union : Number.NaN;
  }

  hits(): null {
    return null;
  }

  state(): State {
    return new Map<string, Column>([
      ['intersections', this.intersections.values], ['unions', this.unions.values],
      ['counts', Float64Array.of(this.pixels, this.marked, this.predicted, this.broken, Number(this.oddMask))],
    ]);
  }

  absorb(state: State): void {
    this.intersections.append(column(state, 'intersections'));
    this.unions.append(column(state, 'unions'));
    const [pixels = 0, marked = 0, predicted = 0, broken = 0, odd = 0] = scalars(state, 'counts');
    this.pixels += pixels;
    this.marked += marked;
    this.predicted += predicted;
    this.broken += broken;
    this.oddMask ||= odd === 1;
  }

  findings(): Finding[] {
    const findings: Finding[] = [];
    if (this.oddMask) findings.push(blocking('labels-out-of-range', 'the target mask has values other than 0 and 1 (or 255)', 'targets'));
    if (this.marked === 0) findings.push(blocking('one-class', 'no pixel of any target mask is marked', 'targets'));
    if (this.marked === this.pixels) findings.push(blocking('one-class', 'every pixel of every target mask is marked', 'targets'));
    if (this.broken > 0) findings.push(blocking('not-finite', `NaN or infinite outputs in ${ofSamples(this.broken, this.unions.length)}`));
    else if (this.predicted === 0) findings.push(blocking('constant-predictions', `no pixel of any sample is above ${this.spec.threshold}`));
    else if (this.predicted === this.pixels) findings.push(blocking('constant-predictions', `every pixel of every sample is above ${this.spec.threshold}`));
    return orChance(findings, () => chanceOfIou(this.value(), this.marked / this.pixels));
  }
}

export const iou: MetricDefinition = {
  name: 'iou',
  higherIsBetter: true,
  needsTarget: true,
  title: ({ threshold }) => `IoU at ${threshold}`,
  create: (spec) => new Iou(spec),
};
