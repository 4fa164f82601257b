/** How places in a policy are written in messages. */
import type { Segment } from './document.js';
import { quote } from './explain.js';

/** `models[0].prune[1].keep`; keys that are no plain words in quotes: `inputs["a b"]`. */
export function formatPath(path: readonly Segment[]): string {
  return path.map((segment, index) => {
    if (typeof segment === 'number') return `[${segment}]`;
    if (!/^[A-Za-z_$][\w$-]{0,63}$/.test(segment)) return `[${quote(segment)}]`;
    return index === 0 ? segment : `.${segment}`;
  }).join('');
}
