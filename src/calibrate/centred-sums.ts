/**
 * Means and centred products of rows that come batch by batch. Each batch is centred by its own mean inside
 * onnxruntime, where float32 then keeps the digits in which the covariance lies; what the means of batches add is put
 * in here, in float64 (Chan, Golub and LeVeque 1983).
 */
import { addOuter } from '../kernels/symmetric.js';

/** Sums over rows of u [d], of u u^T, and, where a second vector v [e] comes with each row, of u v^T. */
export class CentredSums {
  #rows = 0;
  readonly #means: { u: Float64Array; v: Float64Array };
  readonly #gram: Float64Array;
  readonly #cross: Float64Array;

  /** @param wanted d for the products of u with itself, 0 without them */
  constructor(readonly wanted: number, readonly d: number, readonly e = 0) {
    this.#means = { u: new Float64Array(d), v: new Float64Array(e) };
    this.#gram = new Float64Array(wanted * wanted);
    this.#cross = new Float64Array(d * e);
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * @param gram [d x d], sum of (u - mean u)(u - mean u)^T over the batch
   * @param cross [d x e], sum of (u - mean u)(v - mean v)^T
   */
  add(rows: number, meanU: ArrayLike<number>, gram: ArrayLike<number>, meanV: ArrayLike<number> = [], cross: ArrayLike<number> = []): void {
    const total = this.#rows + rows;
    const weight = (this.#rows * rows) / total;
    const { u, v } = this.#means;
    const stepU = Float64Array.from(u, (mean, i) => (meanU[i] as number) - mean);
    const stepV = Float64Array.from(v, (mean, i) => (meanV[i] as number) - mean);
    addAll(this.#gram, gram);
    addAll(this.#cross, cross);
    if (this.wanted > 0) addOuter(this.#gram, stepU, stepU, weight);
    if (this.e > 0) addOuter(this.#cross, stepU, stepV, weight);
    stepU.forEach((step, i) => { u[i] = (u[i] as number) + (step * rows) / total; });
    stepV.forEach((step, i) => { v[i] = (v[i] as number) + (step * rows) / total; });
    this.#rows = total;
  }

  /** Means, and sums divided by the rows; the sums are divided in place, so ask once. */
  finish(): { rows: number; meanU: Float64Array; covariance: Float64Array; meanV: Float64Array; cross: Float64Array } {
    const divide = (values: Float64Array): Float64Array => {
      for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / this.#rows;
      return values;
    };
    return { rows: this.#rows, meanU: this.#means.u, covariance: divide(this.#gram), meanV: this.#means.v, cross: divide(this.#cross) };
  }
}

function addAll(sum: Float64Array, part: ArrayLike<number>): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (part[i] as number);
}
