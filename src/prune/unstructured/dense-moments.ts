/** Moments of the dense model's layers, a pass over the samples for as many layers as fit in memory. */
import type { Model } from '../../onnx/ir.js';
import { fewOf } from '../../calibrate/few.js';
import { MOST_SAMPLES } from '../repair/rows.js';
import type { SparseLayer } from './layer.js';
import { inputMoments, passesOf } from '../repair/input-moments.js';
import type { InputMoments, MomentsRequest } from '../repair/input-moments.js';

export class DenseMoments {
  readonly #passes: readonly (readonly number[])[];
  /** The pass in memory: layer to moments. */
  #current: ReadonlyMap<number, InputMoments | undefined> = new Map();

  constructor(private readonly request: MomentsRequest, private readonly model: Model, private readonly layers: readonly SparseLayer[]) {
    let at = 0;
    this.#passes = passesOf(layers.map(({ plan }) => plan)).map((pass) => pass.map(() => at++));
  }

  /** Of a layer by its index; cheap where indices are asked for in ascending order. Undefined where not finite. */
  async of(index: number): Promise<InputMoments | undefined> {
    if (!this.#current.has(index)) {
      const pass = this.#passes.find((indices) => indices.includes(index)) ?? [];
      // The pass before goes first: two at a time would not fit.
      this.#current = new Map();
      const found = await inputMoments({ ...this.request, samples: fewOf(this.request.samples, MOST_SAMPLES, this.request.batch) }, this.model, pass.map((i) => (this.layers[i] as SparseLayer).plan));
      this.#current = new Map(pass.map((i, k) => [i, found[k]]));
    }
    return this.#current.get(index);
  }
}
