/**
 * Which sizes to give the dimensions that a model leaves open. Exports promise more freedom than they have: a batch
 * that must be 1, a picture that must be a multiple of 32. Only running tells, so sizes are tried, small ones first.
 */
import type { ValueInfo } from '../onnx/ir.js';
import type { Feeds } from './types.js';
/** A dimension to choose: a symbolic name (shared by all that bear it) or one nameless axis. */
export interface FreeDim {
    readonly key: string;
    /** The first axis of an input: usually 1 runs. */
    readonly batch: boolean;
    /** The size real data has. */
    readonly real: number | undefined;
}
/** Size by `FreeDim.key`. */
export type Sizes = ReadonlyMap<string, number>;
/** An input with its axes: a size, or the key of a free dimension. */
export interface InputShape {
    readonly name: string;
    readonly axes: readonly (number | string)[];
}
export declare function inputShapes(inputs: readonly ValueInfo[], ranks: ReadonlyMap<string, number>): InputShape[];
export declare function freeDims(inputs: readonly InputShape[], feeds: Feeds | undefined): FreeDim[];
export declare function dimsOf(axes: InputShape['axes'], sizes: Sizes): number[];
/**
 * Sizes to try, in order: (1) those of real data with batches of 1, then with its own batch; (2) batches of 1 and
 * one size for the rest; (3) the same with each subset of the rest at 1; (4) one size for everything; (5) other batches.
 */
export declare function firstSizes(dims: readonly FreeDim[]): Generator<Sizes>;
/**
 * Second sizes to try: as many dimensions changed as possible, batches by one and the rest by one of `CHANGES`.
 * Whoever runs them goes on with `furtherSizes` for what has not changed.
 */
export declare function secondSizes(dims: readonly FreeDim[], first: Sizes): Generator<Sizes>;
export declare function furtherSizes(dims: readonly FreeDim[], current: Sizes, dim: FreeDim): Generator<Sizes>;
