/** Per-sample records in typed arrays that grow: 1 to 8 bytes a value, however large the outputs are. */

type Records = Float64Array | Int32Array | Uint8Array;

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

  /** The values so far; a view, valid until the next `push`. */
  get values(): T {
    return this.buffer.subarray(0, this.count) as T;
  }
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
