/** Eyes on what would make a figure meaningless: values that are not finite, answers that never change, odd labels. */
import { blocking, ofSamples, remark, type Finding } from './accumulator.js';
import type { ScoreGrid } from './scores.js';
import { column, maybe, part, scalars, within, type Column, type State } from './state.js';

/** Whether something takes more than one value. */
class Variety {
  private first: number | undefined;
  varied = false;

  see(value: number): void {
    if (this.first === undefined) this.first = value;
    else if (value !== this.first) this.varied = true;
  }

  get only(): number | undefined {
    return this.varied ? undefined : this.first;
  }

  state(): State {
    return new Map<string, Column>([['first', maybe(this.first)], ['varied', Uint8Array.of(Number(this.varied))]]);
  }

  absorb(state: State): void {
    for (const value of scalars(state, 'first')) this.see(value);
    this.varied ||= scalars(state, 'varied')[0] === 1;
  }
}

/** Watches predicted classes and the scores they come from. */
export class PredictionWatch {
  private readonly variety = new Variety();
  private samples = 0;
  private broken = 0;
  private single = false;

  constructor(private readonly threshold: number) {}

  /** One call per sample, with the predictions of all its positions. */
  sample(grid: ScoreGrid, sample: number): void {
    this.samples++;
    this.single ||= grid.classes === 1;
    if (!finiteRow(grid.values, sample, grid.positions * grid.classes)) this.broken++;
  }

  prediction(label: number): void {
    this.variety.see(label);
  }

  state(): State {
    return new Map<string, Column>([...within('variety', this.variety.state()), ['counts', Float64Array.of(this.samples, this.broken, Number(this.single))]]);
  }

  absorb(state: State): void {
    const [samples = 0, broken = 0, single = 0] = scalars(state, 'counts');
    this.variety.absorb(part(state, 'variety'));
    this.samples += samples;
    this.broken += broken;
    this.single ||= single === 1;
  }

  findings(): Finding[] {
    const findings: Finding[] = [];
    if (this.single) findings.push(remark(`the output is a single score: read as two classes, positive above ${this.threshold}`));
    if (this.broken > 0) findings.push(notFinite(this.broken, this.samples));
    else if (this.samples > 1 && this.variety.only !== undefined) {
      findings.push(blocking('constant-predictions', `every prediction is class ${this.variety.only}: a model that always gives the same answer is no evidence`));
    }
    return findings;
  }
}

/** Watches class labels. */
export class LabelWatch {
  private readonly variety = new Variety();
  private labels = 0;
  private odd = 0;
  private example: number | undefined;
  private classes = 2;
  private lowest = Number.POSITIVE_INFINITY;
  private highest = Number.NEGATIVE_INFINITY;

  /** True where the label names one of the classes. */
  label(label: number, classes: number): boolean {
    this.labels++;
    this.lowest = Math.min(this.lowest, label);
    this.highest = Math.max(this.highest, label);
    this.classes = Math.max(2, classes);
    if (Number.isInteger(label) && label >= 0 && label < this.classes) {
      this.variety.see(label);
      return true;
    }
    this.odd++;
    this.example ??= label;
    return false;
  }

  state(): State {
    return new Map<string, Column>([
      ...within('variety', this.variety.state()), ['counts', Float64Array.of(this.labels, this.odd, this.classes, this.lowest, this.highest)], ['example', maybe(this.example)],
    ]);
  }

  absorb(state: State): void {
    const [labels = 0, odd = 0, classes = 2, lowest = Number.POSITIVE_INFINITY, highest = Number.NEGATIVE_INFINITY] = scalars(state, 'counts');
    this.lowest = Math.min(this.lowest, lowest);
    this.highest = Math.max(this.highest, highest);
    this.variety.absorb(part(state, 'variety'));
    this.labels += labels;
    this.odd += odd;
    if (labels > 0) this.classes = classes;
    this.example ??= scalars(state, 'example')[0];
  }

  /** The commonest mistake: counting from 1. */
  private shift(): string {
    return this.lowest >= 1 && this.highest === this.classes ? `; they run up to ${this.highest} and none is 0, as though counted from 1` : '';
  }

  findings(): Finding[] {
    if (this.odd > 0) {
      return [blocking('labels-out-of-range', `${this.odd.toLocaleString('en-US')} of ${this.labels.toLocaleString('en-US')} labels are not a class index from 0 to ${this.classes - 1}, the first is ${this.example ?? ''}${this.shift()}`, 'targets')];
    }
    if (this.labels > 1 && this.variety.only !== undefined) {
      return [blocking('one-class', `all labels are class ${this.variety.only}: data of one class cannot show what a model tells apart`, 'targets')];
    }
    return [];
  }
}

/** Watches whole output rows. Keeps the first row, and only until another one differs from it. */
export class OutputWatch {
  private first: Float64Array | undefined;
  private varied = false;
  private samples = 0;
  private broken = 0;

  sample(values: ArrayLike<number>, sample: number, width: number): void {
    this.samples++;
    if (!finiteRow(values, sample, width)) this.broken++;
    if (this.varied) return;
    const start = sample * width;
    this.first ??= Float64Array.from({ length: width }, (_, i) => values[start + i] as number);
    if (this.first.length !== width || this.first.some((value, i) => value !== values[start + i])) this.varied = true;
  }

  state(): State {
    return new Map<string, Column>([
      ['first', this.first ?? new Float64Array()], ['counts', Float64Array.of(this.samples, this.broken, Number(this.varied))],
    ]);
  }

  absorb(state: State): void {
    const [samples = 0, broken = 0, varied = 0] = scalars(state, 'counts');
    if (samples === 0) return;
    const row = Float64Array.from(column(state, 'first'));
    this.varied ||= varied === 1 || (this.first !== undefined && (row.length !== this.first.length || row.some((value, i) => value !== this.first?.[i])));
    this.first ??= row;
    this.samples += samples;
    this.broken += broken;
  }

  findings(): Finding[] {
    if (this.broken > 0) return [notFinite(this.broken, this.samples)];
    if (this.samples < 2 || this.varied) return [];
    return [blocking('constant-predictions', 'the output is the same for every sample: a model that ignores its input is no evidence')];
  }
}

function finiteRow(values: ArrayLike<number>, sample: number, width: number): boolean {
  for (let i = sample * width; i < (sample + 1) * width; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

const notFinite = (broken: number, samples: number): Finding => blocking('not-finite', `NaN or infinite outputs in ${ofSamples(broken, samples)}`);
