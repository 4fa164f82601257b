/** A part of the samples, where all of them would tell little more. */
import type { Samples } from '../data/types.js';
import { evenlySpaced } from '../kernels/spacing.js';

/** At most so many, evenly spaced. */
export function fewOf(samples: Samples, most: number): Samples {
  return samples.count <= most ? samples : samples.subset(evenlySpaced(samples.count, most));
}
