/**
 * How much an output varies over the samples: the squared deviations that a constant prediction would leave. Each
 * position of the output has a mean of its own; where outputs change size from batch to batch, one mean serves all.
 */

/** Relative size of float32 rounding, with room for a few operators. */
const ROUNDING = 1e-6;

export class Spread {
  #positions: Welford[] | undefined;
  #size = -1;
  readonly #pooled = new Welford();

  /** @param values an output of `samples` samples, sample by sample */
  add(values: Float32Array, samples: number): void {
    const size = values.length / samples;
    if (this.#size === -1) {
      this.#size = size;
      if (Number.isInteger(size)) this.#positions = Array.from({ length: size }, () => new Welford());
    }
    if (size !== this.#size) this.#positions = undefined;
    values.forEach((value, i) => {
      if (!Number.isFinite(value)) return;
      this.#pooled.add(value);
      this.#positions?.[i % size]?.add(value);
    });
  }

  /** Sum of squared deviations from the mean; 0 where they are no more than what rounding leaves of a constant. */
  total(): number {
    const total = this.#positions?.reduce((sum, position) => sum + position.squares, 0) ?? this.#pooled.squares;
    const { count, mean, squares } = this.#pooled;
    const scale = squares + count * mean ** 2;
    return total > ROUNDING ** 2 * scale ? total : 0;
  }
}

/** Running mean and sum of squared deviations (Welford). */
class Welford {
  count = 0;
  mean = 0;
  squares = 0;

  add(value: number): void {
    this.count += 1;
    const delta = value - this.mean;
    this.mean += delta / this.count;
    this.squares += delta * (value - this.mean);
  }
}
