/** Models whose prune came from an earlier run, since nothing that it depends on changed: said once, for all of them. */
import { NAME_LIMIT, prose } from './escape.js';
import type { ModelReport } from './types.js';

const SAID = 'Not pruned again: nothing that the prune depends on has changed';

/** The note of such a model; `key` names what it depends on. */
export function reusedNote(key: string): string {
  return `${SAID} (${key.slice(0, 12)}). The result of an earlier run was taken from the cache and measured anew.`;
}

export const isReused = ({ notes }: ModelReport): boolean => notes.some((note) => note.startsWith(SAID));

const MOST_NAMES = 30;

/** One line under the table of models; empty where every model was pruned in this run. */
export function reusedLine(models: readonly ModelReport[]): string {
  const reused = models.filter(isReused);
  if (reused.length === 0) return '';
  const names = reused.slice(0, MOST_NAMES).map(({ name }) => prose(name, NAME_LIMIT)).join(', ');
  const more = reused.length > MOST_NAMES ? ` and ${reused.length - MOST_NAMES} more` : '';
  return `Pruned in this run: ${models.length - reused.length} of ${models.length}. Unchanged, from the cache and measured anew: ${names}${more}.`;
}
