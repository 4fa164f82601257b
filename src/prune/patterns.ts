/** `keep` and `only` patterns over node, output and weight names: `*` stands for any run of characters. */
import { UserError } from '../errors.js';
import type { Group } from './types.js';

/** Whether `*` (any run of characters) and literal text match the whole name; linear, since both come from strangers. */
export function matches(pattern: string, name: string): boolean {
  const [first, ...rest] = pattern.split('*') as [string, ...string[]];
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from + last.length <= name.length;
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
    const hits = items.filter((item) => namesOf(item).some((name) => matches(pattern, name)));
    if (hits.length === 0 && !known.some((name) => matches(pattern, name))) throw unmatched(pattern);
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
