import type { StructuredStep } from '../policy/types.js';
import type { Prunable } from './prunable.js';
import type { Group } from './types.js';
/** Names of groups that stay whole, with the reason. Throws UserError `pattern-unmatched`. */
export declare function keptByPolicy(prunable: Prunable, step: StructuredStep): Map<string, string>;
export declare function openGroups(prunable: Prunable, step: StructuredStep): Group[];
