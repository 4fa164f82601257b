/** How places in a policy are written in messages. */
import type { Segment } from './document.js';
/** `models[0].prune[1].keep`; keys that are no plain words in quotes: `inputs["a b"]`. */
export declare function formatPath(path: readonly Segment[]): string;
