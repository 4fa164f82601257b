/** A part of the samples, where all of them would tell little more. */
import type { Samples } from '../data/types.js';
import { evenlySpaced } from '../kernels/spacing.js';

/** At most so many, evenly spaced, in whole batches: a model may insist on the size. */
export function fewOf(samples: Samples, most: number, batch: number): Samples {
  const whole = Math.max(batch, most - (most % batch));
  return samples.count <= whole ? samples : samples.subset(evenlySpaced(samples.count, whole));
}
