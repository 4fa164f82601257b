import type { Preprocess } from '../policy/types.js';
import type { ElementType, HostTensor } from '../runtime/types.js';
import type { Fit } from './fit.js';
/** y = (x / scale - mean) / std per channel. */
export type Normalization = Pick<Preprocess, 'scale' | 'mean' | 'std'>;
/** [n, ...stored sample] to [n, ...fit.dims]; the result shares no memory with its argument. */
export type Convert = (stored: HostTensor) => HostTensor;
export declare function isIdentity({ scale, mean, std }: Normalization): boolean;
/**
 * How a column becomes an input of `type`. Floating-point types are normalised in float64 and rounded once; integer
 * types take the values as they are. `shown` is the column, for errors.
 * @throws UserError (the converter) `data-lossy-cast` where an integer type cannot hold a value exactly
 */
export declare function makeConverter(type: ElementType, fit: Fit, normalization: Normalization, shown: string): Convert;
/**
 * To float32, inexact results to the neighbour with an odd last bit. Rounding that once more to float16 then gives what
 * rounding the float64 value directly would (Boldo and Melquiond, 2008).
 */
export declare function roundToOdd(wide: Float64Array | Float32Array): Float32Array;
