/** "Did you mean": the nearest of a few known words to a word that is not one of them. */

/** Longer words are never typos of our keys; comparing them would only cost time. */
const LONGEST = 64;

/**
 * The candidate that `word` most likely stands for: the same but for letter case, hyphens and underscores, or at
 * most a third of its letters wrong; else one that it is short for (`acc`, or `f1` of `macro-f1`). Undefined where none is
 * near. Ties: the first candidate.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  const plainWord = plain(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(plainWord, plain(candidate));
    if (distance < bestDistance && distance <= allowed(plainWord, candidate)) [best, bestDistance] = [candidate, distance];
  }
  return best ?? candidates.find((candidate) => isShortFor(word.toLowerCase(), candidate));
}

const SHORTEST = 2;

function isShortFor(word: string, candidate: string): boolean {
  return word.length >= SHORTEST && (candidate.startsWith(word) || candidate.split('-').includes(word));
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

function allowed(word: string, candidate: string): number {
  return Math.floor(Math.max(word.length, candidate.length) / 3);
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, last, beforeLast));
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function cell(a: string, b: string, i: number, j: number, row: number[], last: number[], beforeLast: number[]): number {
  const at = (cells: number[], index: number): number => cells[index] ?? Number.POSITIVE_INFINITY;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  const steps = [at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + same];
  return Math.min(...steps, swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY);
}
