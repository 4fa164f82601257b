/** Several hypotheses at once. */
/**
 * Holm's adjusted p-values, in the order given: rejecting those at most alpha keeps the chance of any false rejection
 * within alpha, however the hypotheses depend on each other (S. Holm, Scand. J. Stat. 6 (1979) 65-70).
 */
export declare function holmAdjusted(pValues: readonly number[]): number[];
