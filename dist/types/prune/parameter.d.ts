import type { Prunable } from './prunable.js';
export interface ParameterValues {
    /** Row-major. */
    readonly data: Float32Array;
    readonly dims: readonly number[];
}
/** Stored, or moved about (reshaped, transposed) from what is stored. A weight filled with one value counts as ones: all units are equal. */
export declare function parameterValues(prunable: Prunable, name: string): ParameterValues;
