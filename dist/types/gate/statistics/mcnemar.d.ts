/**
 * Exact two-sided p-value that samples only one model gets right fall to either side alike (Q. McNemar, Psychometrika 12
 * (1947) 153-157; exact binomial form). 1 where the models are right on the same samples.
 */
export declare function mcnemar({ denseOnly, prunedOnly }: {
    readonly denseOnly: number;
    readonly prunedOnly: number;
}): number;
