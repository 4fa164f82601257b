/**
 * Structured Optimal Brain Surgeon: units leave one after the other, and the weights that stay make up for each (Hassibi
 * and Stork 1993; per layer as in OBC, Frantar and Alistarh 2022; blocks of inputs as in ZipLM, Kurtic et al. 2023).
 *
 * For a layer y = W u with Sigma the covariance of u, V = (Sigma + D)^-1 and P the inputs of one unit, taking it out adds
 *     rho(P) = sum over rows w of w_P (V_PP)^-1 w_P^T
 * to the squared error, and leaves
 *     W <- W - W_P (V_PP)^-1 V_P,:        V <- V - V_:,P (V_PP)^-1 V_P,:
 * After any number of removals W is the least-squares refit of the dense outputs on the inputs that are left, ridge
 * D = lambda * mean(diag Sigma) towards the dense weights. A unit that several layers read is rated by the sum of its errors,
 * each relative to the variance of its layer's output.
 */
import { cholesky, inverseFromCholesky } from '../kernels/cholesky.js';
import { meanDiagonal, withRidge } from '../kernels/symmetric.js';

/** Share of the mean input variance added to the diagonal: dead inputs have none of their own. */
const RIDGE = 1e-3;
/** Inputs that vary less than this share of the mean are constants: the bias has what they add, and their weights are zero. */
const CONSTANT = 1e-10;

/** A layer that reads the units. */
export interface ReaderInput {
  /** [rows x d], one row per output (and tap, where inputs are channels). */
  readonly weights: Float64Array;
  readonly d: number;
  /** [d x d]; undefined: inputs are taken as independent. */
  readonly covariance: Float64Array | undefined;
  /** [d] */
  readonly variance: Float64Array;
  /** Inputs of each unit. */
  readonly units: readonly (readonly number[])[];
}

export class Elimination {
  readonly #readers: readonly Reader[];
  readonly #open: Set<number>;

  constructor(inputs: readonly ReaderInput[]) {
    this.#readers = inputs.map((input) => new Reader(input));
    this.#open = new Set(inputs[0]?.units.keys() ?? []);
  }

  get open(): ReadonlySet<number> {
    return this.#open;
  }

  /** Share of the output variance lost with this unit, added over the layers. */
  error(unit: number): number {
    return this.#readers.reduce((sum, reader) => sum + reader.error(unit), 0);
  }

  /** The unit whose removal adds the least error; ties go to the lower index. */
  leastHarmful(): { readonly unit: number; readonly error: number } {
    let best = { unit: -1, error: Infinity };
    for (const unit of this.#open) {
      const error = this.error(unit);
      if (best.unit < 0 || error < best.error) best = { unit, error };
    }
    return best;
  }

  remove(unit: number): void {
    this.#open.delete(unit);
    for (const reader of this.#readers) reader.remove(unit);
  }

  /** Per layer, the weights as they now are, [rows x d]; zero for inputs that left. */
  weights(): Float64Array[] {
    return this.#readers.map((reader) => reader.weights());
  }
}

/** Inputs are kept in the order of their units, so that each unit is one run of columns. */
class Reader {
  readonly #d: number;
  readonly #rows: number;
  /** Input at each column. */
  readonly #order: Int32Array;
  /** First column of each unit, and one past its last. */
  readonly #runs: readonly (readonly [number, number])[];
  readonly #weights: Float64Array;
  readonly #inverse: Float64Array | undefined;
  readonly #variance: Float64Array;
  readonly #total: number;
  readonly #gone = new Set<number>();

  constructor({ weights, d, covariance, variance, units }: ReaderInput) {
    this.#d = d;
    this.#rows = d === 0 ? 0 : weights.length / d;
    this.#order = unitOrder(d, units);
    this.#runs = runsOf(units);
    this.#variance = Float64Array.from(this.#order, (input) => variance[input] as number);
    this.#weights = this.#permuted(weights);
    const total = outputVariance(weights, this.#rows, d, covariance, variance);
    this.#total = total > 0 ? total : 1;
    this.#inverse = covariance === undefined ? undefined : this.#invert(covariance);
  }

  error(unit: number): number {
    const [start, end] = this.#runs[unit] as readonly [number, number];
    if (start === end) return 0;
    return (this.#inverse === undefined ? this.#independentError(start, end) : this.#jointError(this.#inverse, start, end)) / this.#total;
  }

  remove(unit: number): void {
    const [start, end] = this.#runs[unit] as readonly [number, number];
    if (this.#inverse !== undefined && end > start) this.#eliminate(this.#inverse, unit, start, end);
    for (let row = 0; row < this.#rows; row++) this.#weights.fill(0, row * this.#d + start, row * this.#d + end);
    this.#gone.add(unit);
  }

  weights(): Float64Array {
    const out = new Float64Array(this.#weights.length);
    for (let at = 0; at < out.length; at++) {
      const column = at % this.#d;
      out[at - column + (this.#order[column] as number)] = this.#weights[at] as number;
    }
    return out;
  }

  #permuted(weights: Float64Array): Float64Array {
    const least = (CONSTANT * this.#variance.reduce((sum, value) => sum + value, 0)) / this.#d;
    return Float64Array.from(weights, (_, at) => {
      const column = at % this.#d;
      if ((this.#variance[column] as number) < least) return 0;
      return weights[at - column + (this.#order[column] as number)] as number;
    });
  }

  #invert(covariance: Float64Array): Float64Array | undefined {
    const d = this.#d;
    const ridge = RIDGE * meanDiagonal(covariance, d);
    if (!(ridge > 0)) return undefined;
    const ordered = new Float64Array(d * d);
    for (let i = 0; i < d; i++) {
      const from = (this.#order[i] as number) * d;
      for (let j = 0; j < d; j++) ordered[i * d + j] = covariance[from + (this.#order[j] as number)] as number;
    }
    return inverseFromCholesky(cholesky(withRidge(ordered, d, ridge), d), d);
  }

  #independentError(start: number, end: number): number {
    let error = 0;
    for (let row = 0; row < this.#rows; row++) {
      for (let column = start; column < end; column++) error += (this.#weights[row * this.#d + column] as number) ** 2 * (this.#variance[column] as number);
    }
    return error;
  }

  /** With V_PP = L L^T, the squared length of L^-1 w_P, over all rows. */
  #jointError(inverse: Float64Array, start: number, end: number): number {
    const width = end - start;
    if (width === 1) return this.#ownError(inverse[start * this.#d + start] as number, start);
    const factor = cholesky(this.#block(inverse, start, end), width);
    const solved = new Float64Array(width);
    let error = 0;
    for (let row = 0; row < this.#rows; row++) {
      const at = row * this.#d + start;
      for (let i = 0; i < width; i++) {
        let value = this.#weights[at + i] as number;
        for (let j = 0; j < i; j++) value -= (factor[i * width + j] as number) * (solved[j] as number);
        solved[i] = value / (factor[i * width + i] as number);
        error += (solved[i] as number) ** 2;
      }
    }
    return error;
  }

  #ownError(precision: number, column: number): number {
    let squares = 0;
    for (let at = column; at < this.#weights.length; at += this.#d) squares += (this.#weights[at] as number) ** 2;
    return precision > 0 ? squares / precision : 0;
  }

  #block(matrix: Float64Array, start: number, end: number): Float64Array {
    const block = new Float64Array((end - start) ** 2);
    for (let i = start, to = 0; i < end; i++) for (let j = start; j < end; j++, to++) block[to] = matrix[i * this.#d + j] as number;
    return block;
  }

  #eliminate(inverse: Float64Array, unit: number, start: number, end: number): void {
    const [d, width] = [this.#d, end - start];
    const own = inverseFromCholesky(cholesky(this.#block(inverse, start, end), width), width);
    const gain = new Float64Array(width * d);
    for (let i = 0; i < width; i++) {
      for (let p = 0; p < width; p++) this.#addRow(gain, i * d, inverse, (start + p) * d, own[i * width + p] as number, unit);
    }
    for (let row = 0; row < this.#rows; row++) this.#subtract(this.#weights, row * d, start, gain, width, unit);
    for (const [from, to] of this.#openRuns(unit)) for (let row = from; row < to; row++) this.#subtract(inverse, row * d, start, gain, width, unit);
  }

  /** target row <- target row - target row at P times gain, on the columns that are left. */
  #subtract(target: Float64Array, at: number, start: number, gain: Float64Array, width: number, unit: number): void {
    for (let p = 0; p < width; p++) this.#addRow(target, at, gain, p * this.#d, -(target[at + start + p] as number), unit);
  }

  #addRow(target: Float64Array, at: number, source: Float64Array, from: number, factor: number, unit: number): void {
    if (factor === 0) return;
    for (const [start, end] of this.#openRuns(unit)) {
      for (let column = start; column < end; column++) target[at + column] = (target[at + column] as number) + factor * (source[from + column] as number);
    }
  }

  #runsWithout: { readonly unit: number; readonly runs: readonly (readonly [number, number])[] } | undefined;

  /** Columns that stay when `unit` goes, as runs. */
  #openRuns(unit: number): readonly (readonly [number, number])[] {
    if (this.#runsWithout?.unit === unit) return this.#runsWithout.runs;
    const last = this.#runs.at(-1)?.[1] ?? 0;
    const runs = [...this.#runs.filter((_, other) => other !== unit && !this.#gone.has(other)), [last, this.#d] as const].reduce<[number, number][]>((joined, [start, end]) => {
      const before = joined.at(-1);
      if (before !== undefined && before[1] === start) before[1] = end;
      else if (end > start) joined.push([start, end]);
      return joined;
    }, []);
    this.#runsWithout = { unit, runs };
    return runs;
  }
}

/** Inputs unit by unit, then those of no unit. */
function unitOrder(d: number, units: readonly (readonly number[])[]): Int32Array {
  const listed = units.flat();
  const seen = new Set(listed);
  return Int32Array.from([...listed, ...Array.from({ length: d }, (_, input) => input).filter((input) => !seen.has(input))]);
}

function runsOf(units: readonly (readonly number[])[]): (readonly [number, number])[] {
  let start = 0;
  return units.map((inputs) => {
    const run = [start, start + inputs.length] as const;
    start = run[1];
    return run;
  });
}

/** tr(W Sigma W^T). */
function outputVariance(weights: Float64Array, rows: number, d: number, covariance: Float64Array | undefined, variance: Float64Array): number {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < d; i++) {
      const weight = weights[row * d + i] as number;
      if (covariance === undefined) total += weight * weight * (variance[i] as number);
      else if (weight !== 0) {
        let sum = 0;
        for (let j = 0; j < d; j++) sum += (covariance[i * d + j] as number) * (weights[row * d + j] as number);
        total += weight * sum;
      }
    }
  }
  return total;
}
