/**
 * Exact Optimal Brain Surgeon, one weight at a time (B. Hassibi and D. Stork, 1993; row by row as in OBC, E. Frantar and
 * D. Alistarh, NeurIPS 2022). With A the inverse covariance of the inputs of the weights still there,
 *
 *     cost of w_j: w_j^2 / A_jj        w -= w_j / A_jj A_:,j        A -= A_:,j A_j,: / A_jj
 *
 * Each output row is taken down to nothing on its own; a layer then loses the weights with the least cost over its rows.
 */
import { cholesky, inverseFromCholesky } from '../../kernels/cholesky.js';
import type { Structure } from './structure.js';
import type { Problem } from './sweep.js';

/** The order in which rows lose their weights, and what each loss adds to the squared error of the output. */
export interface Removal {
  readonly outputs: number;
  readonly inputs: number;
  /** [outputs x steps]: input removed at each step, and the cost of the step. */
  readonly order: Int32Array;
  readonly cost: Float64Array;
  readonly steps: number;
}

/** Multiply-adds over all layers that are bearable: about two minutes. */
export const MOST_WORK = 1.2e11;

interface Size { readonly outputs: number; readonly inputs: number }

/** The layers that it is affordable for: the small ones first, as many as the work allows together. */
export function affordable<T>(layers: readonly T[], sizeOf: (layer: T) => Size, mostWork = MOST_WORK): Set<T> {
  const costs = layers.map((layer, i) => ({ layer, i, work: workOf(sizeOf(layer)) })).sort((a, b) => a.work - b.work || a.i - b.i);
  let left = mostWork;
  return new Set(costs.filter(({ work }) => (left -= work) >= 0).map(({ layer }) => layer));
}

const workOf = ({ outputs, inputs }: Size): number => (outputs * inputs ** 3) / 6;

/**
 * @param structure `pattern`: a group of m stops losing when n are left; else any weight may go
 * @param steps weights that each row loses at most
 */
export function removalOf({ weights, outputs, inputs: d, covariance }: Problem, structure: Structure, steps = d): Removal {
  const inverse = inverseFromCholesky(cholesky(covariance, d), d);
  const removal = { outputs, inputs: d, order: new Int32Array(outputs * steps).fill(-1), cost: new Float64Array(outputs * steps).fill(Infinity), steps };
  for (let row = 0; row < outputs; row++) new RowSurgeon(weights.slice(row * d, (row + 1) * d), inverse, structure).run(removal, row);
  return removal;
}

/** Rows and columns of removed weights are dropped from memory once they are this share of it. */
const COMPACT_AT = 0.85;

class RowSurgeon {
  /** Original input of each place. */
  #inputs: Int32Array;
  #weights: Float64Array;
  #inverse: Float64Array;
  #alive: Uint8Array;
  readonly #left: Int32Array | undefined;

  constructor(weights: Float64Array, inverse: Float64Array, private readonly structure: Structure) {
    this.#weights = weights;
    this.#inverse = Float64Array.from(inverse);
    this.#inputs = Int32Array.from(weights, (_, i) => i);
    this.#alive = new Uint8Array(weights.length).fill(1);
    if (structure.kind === 'pattern') {
      this.#left = Int32Array.from({ length: Math.ceil(weights.length / structure.m) }, (_, group) => Math.min(structure.m, weights.length - group * structure.m));
    }
  }

  run(removal: Removal, row: number): void {
    let alive = this.#inputs.length;
    for (let step = 0; step < removal.steps; step++) {
      const place = this.#cheapest();
      if (place < 0) return;
      const at = row * removal.steps + step;
      removal.order[at] = this.#inputs[place] as number;
      removal.cost[at] = (this.#weights[place] as number) ** 2 / this.#pivot(place);
      this.#remove(place);
      alive--;
      if (alive < COMPACT_AT * this.#inputs.length) this.#compact(alive);
    }
  }

  #pivot(place: number): number {
    return this.#inverse[place * this.#inputs.length + place] as number;
  }

  #cheapest(): number {
    let best = -1;
    let least = Infinity;
    for (let place = 0; place < this.#inputs.length; place++) {
      if (this.#alive[place] === 0 || !this.#mayGo(this.#inputs[place] as number)) continue;
      const cost = (this.#weights[place] as number) ** 2 / this.#pivot(place);
      if (cost < least) [best, least] = [place, cost];
    }
    return best;
  }

  #mayGo(input: number): boolean {
    return this.structure.kind !== 'pattern' || (this.#left?.[Math.floor(input / this.structure.m)] ?? 0) > this.structure.n;
  }

  #remove(place: number): void {
    const d = this.#inputs.length;
    const a = this.#inverse;
    const w = this.#weights;
    // Symmetric: only the upper half is kept up to date.
    const pivotRow = Float64Array.from(w, (_, k) => a[k < place ? k * d + place : place * d + k] as number);
    const pivot = pivotRow[place] as number;
    const share = (w[place] as number) / pivot;
    for (let i = 0; i < d; i++) {
      const factor = (pivotRow[i] as number) / pivot;
      w[i] = (w[i] as number) - share * (pivotRow[i] as number);
      if (this.#alive[i] === 0 || factor === 0) continue;
      const at = i * d;
      for (let k = i; k < d; k++) a[at + k] = (a[at + k] as number) - factor * (pivotRow[k] as number);
    }
    w[place] = 0;
    this.#alive[place] = 0;
    if (this.structure.kind === 'pattern' && this.#left !== undefined) {
      const group = Math.floor((this.#inputs[place] as number) / this.structure.m);
      this.#left[group] = (this.#left[group] as number) - 1;
    }
  }

  #compact(alive: number): void {
    const d = this.#inputs.length;
    const places = Int32Array.from({ length: d }, (_, i) => i).filter((i) => this.#alive[i] === 1);
    const inverse = new Float64Array(alive * alive);
    places.forEach((from, i) => { places.forEach((column, k) => { inverse[i * alive + k] = this.#inverse[from * d + column] as number; }); });
    this.#inverse = inverse;
    this.#weights = Float64Array.from(places, (i) => this.#weights[i] as number);
    this.#inputs = places.map((i) => this.#inputs[i] as number);
    this.#alive = new Uint8Array(alive).fill(1);
  }
}

/** Mask with `zeros` zeros, cheapest first over all rows (`row`: as many in each; a pattern: all it allows). */
export function removeCheapest({ outputs, inputs, order, cost, steps }: Removal, structure: Structure, zeros: number): Uint8Array {
  const mask = new Uint8Array(outputs * inputs).fill(1);
  const counts = structure.kind === 'free' ? freeCounts(cost, outputs, steps, zeros)
    : Int32Array.from({ length: outputs }, (_, row) => (structure.kind === 'pattern' ? steps : Math.round(((row + 1) * zeros) / outputs) - Math.round((row * zeros) / outputs)));
  counts.forEach((count, row) => {
    for (let step = 0; step < count; step++) {
      const input = order[row * steps + step] as number;
      if (input >= 0) mask[row * inputs + input] = 0;
    }
  });
  return mask;
}

/** A row's costs may fall after a dear step; what counts is the dearest so far, or a row would be cut in the middle. */
function freeCounts(cost: Float64Array, outputs: number, steps: number, zeros: number): Int32Array {
  const running = Float64Array.from(cost);
  for (let row = 0; row < outputs; row++) {
    for (let step = 1; step < steps; step++) {
      const at = row * steps + step;
      running[at] = Math.max(running[at] as number, running[at - 1] as number);
    }
  }
  const cheapest = Uint32Array.from(running, (_, i) => i).sort((a, b) => (running[a] as number) - (running[b] as number) || a - b).subarray(0, zeros);
  const counts = new Int32Array(outputs);
  for (const at of cheapest) counts[Math.floor(at / steps)] = (counts[Math.floor(at / steps)] as number) + 1;
  return counts;
}
