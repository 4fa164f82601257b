/** Two streams of samples as one. */
import type { Samples } from '../data/types.js';
/** Those of `a`, then those of `b`; a batch holds samples of one of them. */
export declare function unionOf(a: Samples, b: Samples): Samples;
