/**
 * Slices of the held-out samples: which part each sample belongs to, by its label and by each named column, and every
 * metric on each part. One number a sample is kept. A part of another machine is absorbed in the order of the samples,
 * so that what is found does not depend on how they were shared.
 */
import type { Batch } from '../data/types.js';
import { UserError } from '../errors.js';
import { CLASS_SLICES, pairedDropInterval } from '../gate/statistics/index.js';
import type { SliceResult } from '../report/types.js';
import type { HostTensor } from '../runtime/types.js';
import { sliceDrops, type DropOptions } from './interval.js';
import type { Lane, Side } from './lane.js';
import type { Bits } from './metrics/records.js';
import { growingIntegers } from './metrics/records.js';
import { numbersOf } from './metrics/values.js';

/** More values than this make no slices that anybody reads, and each must be judged. */
export const MOST_SLICES = 1000;

/** What one machine found of one way to divide the samples, as plain JSON. */
export interface SlicingRecord {
  readonly by: string;
  /** In the order in which they came. */
  readonly values: readonly number[];
  /** Position in `values` of each sample; empty where the samples cannot be divided. */
  readonly codes: string;
  readonly divides: boolean;
}

/** One way to divide the samples. */
class Slicing {
  private readonly codes = growingIntegers();
  private readonly byValue = new Map<number, number>();
  /** False once a label was no whole number, or there are too many of them: classes are a guess that may be wrong. */
  private divides = true;

  constructor(readonly by: string) {}

  /** @throws UserError `slices-too-many` where the policy names the column */
  add(values: HostTensor | undefined, samples: number): void {
    const numbers = values === undefined ? [] : numbersOf(values);
    if (numbers.length !== samples) return this.giveUp();
    for (let i = 0; i < samples; i++) this.push(numbers[i] as number);
  }

  private push(value: number): void {
    if (!this.divides) return;
    if (this.by === CLASS_SLICES && !Number.isInteger(value)) return this.giveUp();
    const code = this.byValue.get(value) ?? this.byValue.size;
    if (code === this.byValue.size) this.byValue.set(value, code);
    if (this.byValue.size > MOST_SLICES) return this.giveUp();
    this.codes.push(code);
  }

  private giveUp(): void {
    this.divides = false;
    if (this.by === CLASS_SLICES) return;
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
    if (!divides) return this.giveUp();
    const bytes = Buffer.from(codes, 'base64');
    for (const code of new Int32Array(new Uint8Array(bytes).buffer)) this.push(values[code] ?? Number.NaN);
  }

  /** Values in ascending order with the samples that have them; none where the samples are not divided. */
  parts(): Part[] {
    if (!this.divides) return [];
    const codes = this.codes.values;
    return [...this.byValue].sort(([a], [b]) => a - b).map(([value, code]) => {
      const mask = Uint8Array.from(codes, (one) => Number(one === code));
      return { by: this.by, value: String(value), mask, samples: mask.reduce((sum, one) => sum + one, 0) };
    });
  }
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

  /** Goes on from a part that another machine looked at. */
  absorb(records: readonly SlicingRecord[]): void {
    for (const record of records) (record.by === CLASS_SLICES ? this.classes : this.namedAs(record.by)).absorb(record);
  }

  /**
   * The metric on every part; empty where it has no value. Classes divide metrics of right or wrong answers only: of the
   * others one class alone says nothing.
   */
  resultsOf(lane: Lane, sides: readonly Side[], options: DropOptions): SliceResult[] {
    if (sides.some((side) => lane.value(side) === null)) return [];
    const named = [...this.named.values()].flatMap((slicing) => slicing.parts());
    const hits = sides.map((side) => lane.accumulator(side).hits());
    if (hits.every((one) => one !== null)) return [...this.severalClasses(), ...named].map((part) => hitResult(part, hits, options));
    if (sides.length < 2) return named.map((part) => ({ ...head(part), dense: finite(lane.accumulator('dense').value(Uint32Array.from(part.mask))), pruned: null, drop: null, dropInterval: null, paired: null }));
    return sliceDrops(lane, named, options).map((drop, i) => ({ ...head(named[i] as Part), ...drop, paired: null }));
  }

  private severalClasses(): Part[] {
    const parts = this.classes.parts();
    return parts.length > 1 ? parts : [];
  }
}

const head = ({ by, value, samples }: Part): Pick<SliceResult, 'by' | 'value' | 'samples'> => ({ by, value, samples });
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function hitResult(part: Part, [dense, pruned]: readonly (Bits | null)[], { confidence }: DropOptions): SliceResult {
  const { samples } = part;
  const right = { dense: 0, pruned: 0, both: 0 };
  const [before, after] = [dense?.packed(), pruned?.packed()];
  part.mask.forEach((inside, i) => {
    if (inside === 0) return;
    const [a, b] = [bitAt(before, i), bitAt(after, i)];
    right.dense += a;
    right.pruned += b;
    right.both += a & b;
  });
  if (pruned === undefined) return { ...head(part), dense: right.dense / samples, pruned: null, drop: null, dropInterval: null, paired: null };
  const paired = { denseOnly: right.dense - right.both, prunedOnly: right.pruned - right.both };
  return {
    ...head(part), dense: right.dense / samples, pruned: right.pruned / samples, drop: (paired.denseOnly - paired.prunedOnly) / samples,
    dropInterval: pairedDropInterval({ ...paired, samples }, confidence), paired,
  };
}

const bitAt = (packed: Uint8Array | undefined, i: number): number => ((packed?.[i >> 3] ?? 0) >> (i & 7)) & 1;
