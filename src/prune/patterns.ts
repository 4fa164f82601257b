/** `keep` and `only` patterns over node, output and weight names: `*` stands for any run of characters. */
import { UserError } from '../errors.js';
import type { Group } from './types.js';

function toRegExp(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'su');
}

/**
 * The items that some pattern matches by one of their names. `known` are further names of the model that a pattern may
 * match without hitting an item.
 *
 * @throws UserError `pattern-unmatched` where a pattern matches nothing: a typo there would silently prune what was
 *   meant to be kept.
 */
export function matchNames<T>(items: readonly T[], namesOf: (item: T) => readonly string[], patterns: readonly string[], known: readonly string[] = []): Set<T> {
  const matched = new Set<T>();
  for (const pattern of patterns) {
    const regExp = toRegExp(pattern);
    const hits = items.filter((item) => namesOf(item).some((name) => regExp.test(name)));
    if (hits.length === 0 && !known.some((name) => regExp.test(name))) throw unmatched(pattern);
    for (const item of hits) matched.add(item);
  }
  return matched;
}

export function matchGroups(groups: readonly Group[], patterns: readonly string[], known: readonly string[]): Set<string> {
  const matched = matchNames(groups, (group) => [group.name, ...group.aliases], patterns, known);
  return new Set([...matched].map((group) => group.name));
}

function unmatched(pattern: string): UserError {
  return new UserError({
    code: 'pattern-unmatched',
    message: `The pattern "${pattern}" matches no node, output or weight of the model.`,
    where: 'keep/only in the policy',
    fix: 'Run `prune-gate inspect MODEL` to see the names; `*` stands for any run of characters.',
  });
}
