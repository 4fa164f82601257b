/**
 * Slices of the held-out samples: which part each sample belongs to, by its label and by each named column, and every
 * metric on each part. A byte a sample is kept, two where there are more than 256 values. A part of another machine is absorbed in the order of the samples,
 * so that what is found does not depend on how they were shared.
 */
import type { Batch } from '../data/types.js';
import { UserError } from '../errors.js';
import { CLASS_SLICES, pairedDropInterval } from '../gate/statistics/index.js';
import type { SliceResult } from '../report/types.js';
import type { HostTensor } from '../runtime/types.js';
import { sliceDrops, type DropOptions } from './interval.js';
import type { Lane, Side } from './lane.js';
import { Growing } from './metrics/records.js';
import { numbersOf } from './metrics/values.js';

/** More values than this make no slices that anybody reads, and each must be judged. */
export const MOST_SLICES = 1000;

/** What one machine found of one way to divide the samples, as plain JSON. */
export interface SlicingRecord {
  readonly by: string;
  /** In the order in which they came. */
  readonly values: readonly number[];
  /** Position in `values` of each sample, one byte each up to 256 values, else two; empty where the samples cannot be divided. */
  readonly codes: string;
  readonly divides: boolean;
}

type Codes = Uint8Array | Uint16Array;

/** Values of which a code fits a byte. */
const NARROW = 256;

/** One way to divide the samples. */
class Slicing {
  private codes = new Growing<Codes>((length) => new Uint8Array(length));
  private readonly byValue = new Map<number, number>();
  /** False once a label was no whole number, or there are too many of them: classes are a guess that may be wrong. */
  private divides = true;

  constructor(readonly by: string) {}

  /** @throws UserError `slices-too-many` where the policy names the column */
  add(values: HostTensor | undefined, samples: number): void {
    const numbers = values === undefined ? [] : numbersOf(values);
    if (numbers.length !== samples) return void this.giveUp();
    for (let i = 0; i < samples; i++) this.push(numbers[i] as number);
  }

  private push(value: number): void {
    if (!this.divides) return;
    const code = this.codeOf(value);
    if (code !== undefined) this.codes.push(code);
  }

  /** Undefined where the samples turn out not to be divided. */
  private codeOf(value: number): number | undefined {
    if (this.by === CLASS_SLICES && !Number.isInteger(value)) return this.giveUp();
    const known = this.byValue.get(value);
    if (known !== undefined) return known;
    const code = this.byValue.size;
    this.byValue.set(value, code);
    if (code >= MOST_SLICES) return this.giveUp();
    if (code === NARROW) this.widen();
    return code;
  }

  private widen(): void {
    const wide = new Growing<Codes>((length) => new Uint16Array(length));
    wide.append(this.codes.values);
    this.codes = wide;
  }

  private giveUp(): undefined {
    this.divides = false;
    if (this.by === CLASS_SLICES) return undefined;
    throw new UserError({
      code: 'slices-too-many', message: `The column '${this.by}' has more than ${MOST_SLICES} values: it tells samples apart, not slices.`,
      where: 'data.heldout.slices in the policy', fix: 'Name columns of a few values in `slices`; put numbers into bands first.',
    });
  }

  record(): SlicingRecord {
    const { buffer, byteOffset, byteLength } = this.codes.values;
    return {
      by: this.by, values: [...this.byValue.keys()], divides: this.divides,
      codes: this.divides ? Buffer.from(buffer, byteOffset, byteLength).toString('base64') : '',
    };
  }

  absorb({ values, codes, divides }: SlicingRecord): void {
    if (!divides) return void this.giveUp();
    if (!this.divides) return;
    const bytes = Uint8Array.from(Buffer.from(codes, 'base64'));
    const theirs: Codes = values.length > NARROW ? new Uint16Array(bytes.buffer) : bytes;
    // In the order in which they came, so that an unknown value is met where one machine would meet it.
    const own = values.map((value) => this.codeOf(value));
    if (!this.divides) return;
    if (theirs.some((code) => code >= values.length)) throw new Error(`a part gives samples a ${this.by} that it does not list`);
    if (own.every((code, i) => code === i)) return this.codes.append(theirs);
    for (const code of theirs) this.codes.push(own[code] as number);
  }

  /** Codes of the values in ascending order; none where the samples are not divided. */
  private ascending(): (readonly [value: number, code: number])[] {
    return this.divides ? [...this.byValue].sort(([a], [b]) => a - b) : [];
  }

  requireLength(samples: number): void {
    if (this.divides && this.codes.length !== samples) throw new Error(`a part says of ${String(this.codes.length)} of ${String(samples)} samples which ${this.by} they are of`);
  }

  get values(): number {
    return this.ascending().length;
  }

  /** The samples of each value, in ascending order. */
  parts(): Part[] {
    const codes = this.codes.values;
    return this.ascending().map(([value, code]) => {
      const mask = new Uint8Array(codes.length);
      let samples = 0;
      for (let i = 0; i < codes.length; i++) if (codes[i] === code) samples += mask[i] = 1;
      return { by: this.by, value: String(value), mask, samples };
    });
  }

  /** How many samples of each value are right, in ascending order, from one pass: a mask for each would be as many bytes as samples. */
  counts(dense: Uint8Array | undefined, pruned: Uint8Array | undefined): Counts[] {
    const ascending = this.ascending();
    const codes = this.codes.values;
    const sums = new Float64Array(4 * ascending.length);
    for (let i = 0; i < codes.length; i++) {
      const at = 4 * (codes[i] as number);
      const a = bitAt(dense, i);
      const b = bitAt(pruned, i);
      sums[at] = (sums[at] as number) + 1;
      sums[at + 1] = (sums[at + 1] as number) + a;
      sums[at + 2] = (sums[at + 2] as number) + b;
      sums[at + 3] = (sums[at + 3] as number) + (a & b);
    }
    return ascending.map(([value, code]) => {
      const [samples = 0, right = 0, rightPruned = 0, both = 0] = sums.subarray(4 * code, 4 * code + 4);
      return { by: this.by, value: String(value), samples, dense: right, pruned: rightPruned, both };
    });
  }
}

/** Of one value: samples, and which of them are right. */
interface Counts {
  readonly by: string;
  readonly value: string;
  readonly samples: number;
  readonly dense: number;
  readonly pruned: number;
  readonly both: number;
}

export interface Part {
  readonly by: string;
  readonly value: string;
  readonly samples: number;
  /** 1 for each sample of the part. */
  readonly mask: Uint8Array;
}

export class Slices {
  private readonly classes = new Slicing(CLASS_SLICES);
  private readonly named = new Map<string, Slicing>();

  add({ indices, target, slices = new Map() }: Batch): void {
    this.classes.add(target, indices.length);
    for (const [name, values] of slices) this.namedAs(name).add(values, indices.length);
  }

  private namedAs(name: string): Slicing {
    const slicing = this.named.get(name) ?? new Slicing(name);
    this.named.set(name, slicing);
    return slicing;
  }

  records(): SlicingRecord[] {
    return [this.classes, ...this.named.values()].map((slicing) => slicing.record());
  }

  /** Goes on from a part that another machine looked at; `samples`: of this part and all before it. Throws where one is divided otherwise. */
  absorb(records: readonly SlicingRecord[], samples: number): void {
    for (const record of records) (record.by === CLASS_SLICES ? this.classes : this.namedAs(record.by)).absorb(record);
    for (const slicing of [this.classes, ...this.named.values()]) slicing.requireLength(samples);
  }

  /**
   * The metric on every part; empty where it has no value. Classes divide metrics of right or wrong answers only: of the
   * others one class alone says nothing.
   */
  resultsOf(lane: Lane, sides: readonly Side[], options: DropOptions): SliceResult[] {
    if (sides.some((side) => lane.value(side) === null)) return [];
    const hits = sides.map((side) => lane.accumulator(side).hits());
    if (hits.every((one) => one !== null)) {
      const [dense, pruned] = hits.map((one) => one.packed());
      const slicings = [...this.classes.values > 1 ? [this.classes] : [], ...this.named.values()];
      return slicings.flatMap((slicing) => slicing.counts(dense, pruned)).map((counts) => hitResult(counts, sides.length > 1, options));
    }
    const named = [...this.named.values()].flatMap((slicing) => slicing.parts());
    if (sides.length < 2) return named.map((part) => ({ ...head(part), dense: finite(lane.accumulator('dense').value(Uint32Array.from(part.mask))), pruned: null, drop: null, dropInterval: null, paired: null }));
    return sliceDrops(lane, named, options).map((drop, i) => ({ ...head(named[i] as Part), ...drop, paired: null }));
  }
}

const head = ({ by, value, samples }: Part): Pick<SliceResult, 'by' | 'value' | 'samples'> => ({ by, value, samples });
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function hitResult({ by, value, samples, ...right }: Counts, isPair: boolean, { confidence }: DropOptions): SliceResult {
  const dense = right.dense / samples;
  if (!isPair) return { by, value, samples, dense, pruned: null, drop: null, dropInterval: null, paired: null };
  const paired = { denseOnly: right.dense - right.both, prunedOnly: right.pruned - right.both };
  return {
    by, value, samples, dense, pruned: right.pruned / samples, drop: (paired.denseOnly - paired.prunedOnly) / samples,
    dropInterval: pairedDropInterval({ ...paired, samples }, confidence), paired,
  };
}

const bitAt = (packed: Uint8Array | undefined, i: number): number => ((packed?.[i >> 3] ?? 0) >> (i & 7)) & 1;
