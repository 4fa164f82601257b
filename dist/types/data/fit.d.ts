/**
 * How one stored sample becomes what the model's input wants. `s` is the stored shape, `w` the wanted one, both without
 * the batch axis; sizes that the model leaves open fit anything.
 *
 * 1. `layout` given and `w` has three axes: an image. Stored images are rows x columns x channels (HWC) or rows x
 *    columns; channels are moved to where `layout` says. A stored CHW array is taken as such where HWC does not fit, or
 *    where its first axis plainly holds the channels (at most 4 of them, and more than 4 in the last axis).
 * 2. Equal rank and fitting sizes: as stored.
 * 3. The same sizes but for axes of size 1: reshaped (so [H,W], [H,W,1] and [1,H,W] fit each other, and a number fits [1]).
 * 4. `w` is one axis of exactly as many elements: flattened, row-major. An image with several channels needs `layout`
 *    for that, which says in which order.
 * 5. `s` is one axis and `w`, of the same number of elements, has at most two axes longer than 1: unflattened.
 * 6. Anything else is an error that says both sides.
 *
 * Colour: stored images are taken as RGB; `color: BGR` reverses the channels, before mean and std are applied.
 */
import type { Preprocess } from '../policy/types.js';
type Wanted = readonly (number | string | null)[];
export interface Fit {
    /** Shape fed for one sample. */
    readonly dims: readonly number[];
    /** Output position to input position; undefined where the order stays. */
    readonly gather: Int32Array | undefined;
    /** Axis of channels in the output before flattening: `count` of them, each `inner` elements apart. */
    readonly channels: {
        readonly count: number;
        readonly inner: number;
    };
    readonly isImage: boolean;
    /** For people; empty where nothing is done. */
    readonly how: string;
}
export interface FitOptions {
    readonly layout: Preprocess['layout'];
    readonly color: Preprocess['color'];
    /** Rows, columns, channels for certain: decoded or resized. */
    readonly isPixels: boolean;
    /** Entries of mean and std: tells which axis holds the channels where no layout does. */
    readonly statistics: number;
}
/** The plan, or why there is none: a clause for the end of a sentence, and what to do. */
export type FitResult = {
    readonly fit: Fit;
} | {
    readonly why: string;
    readonly fix: string;
};
export declare function fitSample(stored: readonly number[], wanted: Wanted, options: FitOptions): FitResult;
export {};
