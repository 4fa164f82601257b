/** A part of the samples, where all of them would tell little more. */
import type { Samples } from '../data/types.js';
/** At most so many, evenly spaced, in whole batches: a model may insist on the size. */
export declare function fewOf(samples: Samples, most: number, batch: number): Samples;
