/** Two streams of samples as one. */
import type { Batch, Samples } from '../data/types.js';

/** Those of `a`, then those of `b`; a batch holds samples of one of them. */
export function unionOf(a: Samples, b: Samples): Samples {
  return {
    count: a.count + b.count, hasTarget: a.hasTarget && b.hasTarget, description: a.description,
    sha256: a.sha256 === b.sha256 ? a.sha256 : `${a.sha256} ${b.sha256}`,
    async* batches(size): AsyncIterable<Batch> {
      yield* a.batches(size);
      yield* b.batches(size);
    },
    subset: (positions) => unionOf(a.subset(positions.filter((position) => position < a.count)), b.subset(positions.flatMap((position) => (position < a.count ? [] : [position - a.count])))),
    sampleHashes: async () => [...await a.sampleHashes(), ...await b.sampleHashes()],
  };
}
