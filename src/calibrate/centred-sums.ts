/**
 * Means and centred products of rows that come batch by batch. Each batch is centred by its own mean inside
 * onnxruntime, where float32 then keeps the digits in which the covariance lies; what the means of batches add is put
 * in here, in float64 (Chan, Golub and LeVeque 1983).
 */
import { addOuter, mirrorUpper } from '../kernels/symmetric.js';

/** Sums over rows of u [d], of u u^T, and, where a second vector v [e] comes with each row, of u v^T. */
export class CentredSums {
  readonly d: number;
  #rows = 0;
  readonly #means: { u: Float64Array; v: Float64Array };
  readonly #gram: Float64Array;
  readonly #cross: Float64Array;

  /**
   * @param parts sizes of the parts that u comes in, d in all
   * @param wanted whether products of u with itself are
   */
  constructor(private readonly parts: readonly number[], readonly wanted: boolean, readonly e = 0) {
    this.d = parts.reduce((a, b) => a + b, 0);
    this.#means = { u: new Float64Array(this.d), v: new Float64Array(e) };
    this.#gram = new Float64Array(wanted ? this.d ** 2 : 0);
    this.#cross = new Float64Array(this.d * e);
  }

  get rows(): number {
    return this.#rows;
  }

  /**
   * @param gram of each part with itself and those after it, in order: sum of (u - mean u)(u - mean u)^T over the batch
   * @param cross [d x e], sum of (u - mean u)(v - mean v)^T
   */
  add(rows: number, meanU: ArrayLike<number>, gram: readonly ArrayLike<number>[], meanV: ArrayLike<number> = [], cross: ArrayLike<number> = []): void {
    const total = this.#rows + rows;
    const weight = (this.#rows * rows) / total;
    const { u, v } = this.#means;
    const stepU = Float64Array.from(u, (mean, i) => (meanU[i] as number) - mean);
    const stepV = Float64Array.from(v, (mean, i) => (meanV[i] as number) - mean);
    if (this.wanted) this.#addGram(gram, stepU, weight);
    addAll(this.#cross, cross);
    if (this.e > 0) addOuter(this.#cross, stepU, stepV, weight);
    stepU.forEach((step, i) => { u[i] = (u[i] as number) + (step * rows) / total; });
    stepV.forEach((step, i) => { v[i] = (v[i] as number) + (step * rows) / total; });
    this.#rows = total;
  }

  /** Above the diagonal: what lies below mirrors it. */
  #addGram(blocks: readonly ArrayLike<number>[], step: Float64Array, weight: number): void {
    const { parts } = this;
    const starts = parts.map((_, part) => parts.slice(0, part).reduce((a, b) => a + b, 0));
    let next = 0;
    parts.forEach((_, a) => {
      for (let b = a; b < parts.length; b++) this.#addBlock(blocks[next++] ?? [], [starts[a] as number, parts[a] as number], [starts[b] as number, parts[b] as number], step, weight);
    });
  }

  #addBlock(block: ArrayLike<number>, [top, height]: readonly [number, number], [left, width]: readonly [number, number], step: Float64Array, weight: number): void {
    const [d, gram] = [this.d, this.#gram];
    for (let i = 0, at = 0; i < height; i++) {
      const scale = weight * (step[top + i] as number);
      for (let j = 0, to = (top + i) * d + left; j < width; j++, at++, to++) gram[to] = (gram[to] as number) + ((block[at] as number) + scale * (step[left + j] as number));
    }
  }

  /** Means, and sums divided by the rows; the sums are divided in place, so ask once. */
  finish(): { rows: number; meanU: Float64Array; covariance: Float64Array; meanV: Float64Array; cross: Float64Array } {
    const divide = (values: Float64Array): Float64Array => {
      for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / this.#rows;
      return values;
    };
    return { rows: this.#rows, meanU: this.#means.u, covariance: mirrorUpper(divide(this.#gram), this.wanted ? this.d : 0), meanV: this.#means.v, cross: divide(this.#cross) };
  }
}

function addAll(sum: Float64Array, part: ArrayLike<number>): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (part[i] as number);
}
