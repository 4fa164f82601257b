/** Per-sample records in typed arrays that grow: 1 to 8 bytes a value, however large the outputs are. */

import type { Column } from './state.js';

type Records = Column | Uint16Array;

const FIRST_CAPACITY = 1024;

export class Growing<T extends Records> {
  private buffer: T;
  private count = 0;

  constructor(private readonly make: (length: number) => T) {
    this.buffer = make(FIRST_CAPACITY);
  }

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.buffer.length) {
      const larger = this.make(2 * this.count);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.count++] = value;
  }

  append(values: ArrayLike<number>): void {
    let capacity = this.buffer.length;
    while (capacity < this.count + values.length) capacity *= 2;
    if (capacity > this.buffer.length) {
      const larger = this.make(capacity);
      larger.set(this.buffer.subarray(0, this.count));
      this.buffer = larger;
    }
    this.buffer.set(values, this.count);
    this.count += values.length;
  }

  /** The values so far; a view, valid until the next `push`. */
  get values(): T {
    return this.buffer.subarray(0, this.count) as T;
  }
}

/** One bit a sample. */
export class Bits {
  private readonly bytes = growingBytes();
  private last = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(bit: boolean): void {
    if (bit) this.last |= 1 << (this.count & 7);
    this.count++;
    if ((this.count & 7) !== 0) return;
    this.bytes.push(this.last);
    this.last = 0;
  }

  /** Eight samples a byte, the first in the lowest bit; bits beyond the last sample are 0. */
  packed(): Uint8Array {
    const whole = this.bytes.values;
    const packed = new Uint8Array(Math.ceil(this.count / 8));
    packed.set(whole);
    if ((this.count & 7) !== 0) packed[whole.length] = this.last;
    return packed;
  }

  append(packed: Column, count: number): void {
    // Parts end with a batch, nearly always with a byte.
    const whole = (this.count & 7) === 0 ? count >> 3 : 0;
    this.bytes.append(packed.subarray(0, whole));
    this.count += 8 * whole;
    for (let i = 8 * whole; i < count; i++) this.push((((packed[i >> 3] as number) >> (i & 7)) & 1) === 1);
  }

  toFloats(): Float64Array {
    const packed = this.packed();
    return Float64Array.from({ length: this.count }, (_, i) => ((packed[i >> 3] as number) >> (i & 7)) & 1);
  }
}

/** How many samples have which pair of bits; both of one length. */
export function countPairs(dense: Bits, pruned: Bits): { both: number; denseOnly: number; prunedOnly: number; neither: number } {
  const [a, b] = [dense.packed(), pruned.packed()];
  let [both, denseOnly, prunedOnly] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += onesIn((a[i] as number) & (b[i] as number));
    denseOnly += onesIn((a[i] as number) & ~(b[i] as number));
    prunedOnly += onesIn(~(a[i] as number) & (b[i] as number));
  }
  return { both, denseOnly, prunedOnly, neither: dense.length - both - denseOnly - prunedOnly };
}

/** Set bits of a byte. */
function onesIn(byte: number): number {
  let ones = byte - ((byte >> 1) & 0x55);
  ones = (ones & 0x33) + ((ones >> 2) & 0x33);
  return (ones + (ones >> 4)) & 0x0f;
}

export const growingFloats = (): Growing<Float64Array> => new Growing((length) => new Float64Array(length));
export const growingIntegers = (): Growing<Int32Array> => new Growing((length) => new Int32Array(length));
export const growingBytes = (): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length));

/** Sum of a column, sample i counted `weights[i]` times. */
export function weightedSum(column: ArrayLike<number>, weights: Uint32Array | undefined): number {
  let sum = 0;
  if (weights === undefined) for (let i = 0; i < column.length; i++) sum += column[i] as number;
  else for (let i = 0; i < column.length; i++) sum += (weights[i] as number) * (column[i] as number);
  return sum;
}

/** Mean of a column; NaN where nothing is counted. */
export function weightedMean(column: ArrayLike<number>, weights: Uint32Array | undefined): number {
  const total = weights === undefined ? column.length : weightedSum(weights, undefined);
  return total > 0 ? weightedSum(column, weights) / total : Number.NaN;
}
