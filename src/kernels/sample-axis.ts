/** Whether the pieces that a batch was cut to can be put together again; and that. */
import { UserError } from '../errors.js';

/**
 * @param sizes of one axis of a value, in each piece; pieces are not all of one size unless that is 1 (runtime/pieces.ts)
 * @param samples of the whole batch
 */
function runsOverSamples(sizes: readonly number[], samples: number): boolean {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sum === samples && (sizes.length < 2 || new Set(sizes).size > 1 || sizes[0] === 1);
}

/**
 * Time steps before samples, say, or a mean over the batch: what the whole batch would give is not known.
 *
 * @param sizes of the first axis of an output, in each piece
 * @throws UserError `out-of-memory` where they do not add up to the samples
 */
export function refuseUncut(name: string, sizes: readonly number[], samples: number): void {
  if (sizes.length < 2 || runsOverSamples(sizes, samples)) return;
  throw new UserError({
    code: 'out-of-memory', message: `Memory does not hold a batch of ${String(samples)} samples, which cannot be cut: the first axis of "${name}" does not run over samples.`,
    where: name, fix: 'use a runner with more memory, or export the model with samples on the first axis of every output',
  });
}
