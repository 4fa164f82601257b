/** "Did you mean": the nearest of a few known words to a word that is not one of them. */
/**
 * The candidate that `word` most likely stands for: the same but for letter case, hyphens and underscores, or at
 * most a third of its letters wrong; else one that it is short for (`acc`, or `f1` of `macro-f1`). Undefined where none is
 * near. Ties: the first candidate.
 */
export declare function nearest(word: string, candidates: readonly string[]): string | undefined;
/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
export declare function editDistance(a: string, b: string): number;
