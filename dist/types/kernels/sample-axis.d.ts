/** Whether the pieces that a batch was cut to can be put together again. */
/**
 * @param sizes of one axis of a value, in each piece; pieces are not all of one size unless that is 1 (runtime/pieces.ts)
 * @param samples of the whole batch
 */
export declare function runsOverSamples(sizes: readonly number[], samples: number): boolean;
