/** McNemar's test: description only. It asks whether two models are equally right, not whether a drop keeps a margin. */
import { incompleteBeta } from './beta.js';

/**
 * Exact two-sided p-value that samples only one model gets right fall to either side alike (Q. McNemar, Psychometrika 12
 * (1947) 153-157; exact binomial form). 1 where the models are right on the same samples.
 */
export function mcnemar({ denseOnly, prunedOnly }: { readonly denseOnly: number; readonly prunedOnly: number }): number {
  const discordant = denseOnly + prunedOnly;
  const fewer = Math.min(denseOnly, prunedOnly);
  if (discordant === 0 || 2 * fewer === discordant) return 1;
  // P(X <= fewer) = I_(1/2)(discordant - fewer, fewer + 1).
  return Math.min(1, 2 * incompleteBeta(0.5, discordant - fewer, fewer + 1));
}
