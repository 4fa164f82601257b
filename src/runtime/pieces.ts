/**
 * Batches that outgrow memory, of the processor or of a device: halved until they fit. onnxruntime gives back what a failed
 * run had taken, and the session stays usable (seen with its CPU, CUDA and WebGPU providers), so only the batch at hand is
 * run again.
 */
import { isOutOfMemory } from '../errors.js';
import type { Feeds, HostTensor, Port } from './types.js';

type Results = ReadonlyMap<string, HostTensor>;

/** Runs batches for one session; what it learned of memory holds for all later ones. */
export class Pieces {
  #most = Infinity;

  constructor(
    private readonly inputs: readonly Port[],
    private readonly run: (feeds: Feeds, outputs?: readonly string[]) => Promise<Results>,
    private readonly onShrink: (samples: number) => void,
  ) {}

  async *of(feeds: Feeds, outputs?: readonly string[]): AsyncGenerator<Results> {
    const samples = this.#samples(feeds);
    for (let start = 0; start < samples;) {
      const end = this.#endOf(start, samples);
      let results: Results;
      try {
        results = await this.run(end - start === samples ? feeds : rows(feeds, this.inputs, samples, start, end), outputs);
      } catch (thrown) {
        if (!isOutOfMemory(thrown) || end - start < 2) throw thrown;
        this.#most = Math.ceil((end - start) / 2);
        this.onShrink(this.#most);
        continue;
      }
      yield results;
      start = end;
    }
  }

  /** Pieces are never all of one size, but of one sample: an axis that is as long as every piece cannot be taken for that of the samples. */
  #endOf(start: number, samples: number): number {
    const end = Math.min(samples, start + this.#most);
    return end === samples && end - start === this.#most && start > 0 && start % this.#most === 0 && this.#most > 1 ? end - 1 : end;
  }

  /** Of a batch that can be cut; 1, which cannot, where no input's first axis is free, or where their sizes differ. */
  #samples(feeds: Feeds): number {
    const sizes = this.inputs.filter(isFree).map(({ name }) => feeds.get(name)?.dims[0]);
    const [first = 1] = sizes;
    return first > 0 && sizes.every((size) => size === first) ? first : 1;
  }
}

/** An input of a fixed size is the same for every piece. */
const isFree = ({ dims }: Port): boolean => dims.length > 0 && typeof dims[0] !== 'number';

/** Rows [start, end) of every free input: views, no copies. */
function rows(feeds: Feeds, inputs: readonly Port[], samples: number, start: number, end: number): Feeds {
  return new Map(inputs.flatMap((input): [string, HostTensor][] => {
    const { name } = input;
    const tensor = feeds.get(name);
    if (tensor === undefined) return [];
    if (!isFree(input)) return [[name, tensor]];
    const row = tensor.data.length / samples;
    return [[name, { ...tensor, dims: [end - start, ...tensor.dims.slice(1)], data: tensor.data.subarray(start * row, end * row) }]];
  }));
}
