import type { Group } from './types.js';
/** Whether `*` (any run of characters) and literal text match the whole name; linear, since both come from strangers. */
export declare function matches(pattern: string, name: string): boolean;
/**
 * The items that some pattern matches by one of their names. `known` are further names of the model that a pattern may
 * match without hitting an item.
 *
 * @throws UserError `pattern-unmatched` where a pattern matches nothing: a typo there would silently prune what was
 *   meant to be kept.
 */
export declare function matchNames<T>(items: readonly T[], namesOf: (item: T) => readonly string[], patterns: readonly string[], known?: readonly string[]): Set<T>;
export declare function matchGroups(groups: readonly Group[], patterns: readonly string[], known: readonly string[]): Set<string>;
