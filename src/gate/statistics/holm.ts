/** Several hypotheses at once. */

/**
 * Holm's adjusted p-values, in the order given: rejecting those at most alpha keeps the chance of any false rejection
 * within alpha, however the hypotheses depend on each other (S. Holm, Scand. J. Stat. 6 (1979) 65-70).
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * (pValues[index] as number)));
    adjusted[index] = largest;
  });
  return adjusted;
}
