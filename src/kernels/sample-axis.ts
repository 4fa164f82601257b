/** Whether the pieces that a batch was cut to can be put together again. */

/**
 * @param sizes of one axis of a value, in each piece; pieces are not all of one size unless that is 1 (runtime/pieces.ts)
 * @param samples of the whole batch
 */
export function runsOverSamples(sizes: readonly number[], samples: number): boolean {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sum === samples && (sizes.length < 2 || new Set(sizes).size > 1 || sizes[0] === 1);
}
