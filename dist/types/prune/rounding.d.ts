import type { Model } from '../onnx/ir.js';
import type { HostTensor } from '../runtime/types.js';
/** Differences above this share are taken for no rounding, however badly a value is computed. */
export declare const MOST_ROUNDING = 0.01;
/** Draws, of which the largest move counts. */
export declare const DRAWS = 4;
/**
 * The model with each float32 weight moved by up to `units` units in the last place, by seed. Single numbers stay: an exponent
 * of 2 that is no longer 2 knows no negative numbers.
 */
export declare function nudged(model: Model, seed: string, units?: number): Model;
/** What a value may differ by, as a share of its largest element, from how far two runs are apart that differ by rounding alone. */
export declare function allowance(value: HostTensor | undefined, again: HostTensor | undefined): number;
