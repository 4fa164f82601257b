/**
 * Time steps before samples, say, or a mean over the batch: what the whole batch would give is not known.
 *
 * @param sizes of the first axis of an output, in each piece
 * @throws UserError `out-of-memory` where they do not add up to the samples
 */
export declare function refuseUncut(name: string, sizes: readonly number[], samples: number): void;
