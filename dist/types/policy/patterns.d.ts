/**
 * `keep` and `only` patterns: `*` stands for any run of characters (`/` included), every other character for itself.
 * Matching is prune's business; here only what could never be meant is refused.
 */
/** Why a text is no pattern; undefined where it is one. */
export declare function patternProblem(pattern: string): string | undefined;
