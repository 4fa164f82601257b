/**
 * `keep` and `only` patterns: `*` stands for any run of characters (`/` included), every other character for itself.
 * Matching is prune's business; here only what could never be meant is refused.
 */

/** Why a text is no pattern; undefined where it is one. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'a pattern cannot be empty';
  if (/[\u0000-\u001f\u007f]/.test(pattern)) return 'a pattern cannot hold control characters';
  return undefined;
}
