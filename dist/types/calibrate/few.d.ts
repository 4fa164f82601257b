/** A part of the samples, where all of them would tell little more. */
import type { Samples } from '../data/types.js';
/** At most so many, evenly spaced. */
export declare function fewOf(samples: Samples, most: number): Samples;
