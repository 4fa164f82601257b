/** `keep` and `only` patterns over node, output and weight names: `*` stands for any run of characters. */
import { UserError } from '../errors.js';
import type { Group } from './types.js';

function toRegExp(pattern: string): RegExp {
  const escaped = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'su');
}

/**
 * Names of the groups that some pattern matches.
 * @throws UserError `pattern-unmatched` where a pattern matches no node, output or weight of the model: a typo there
 *   would silently prune what was meant to be kept.
 */
export function matchGroups(groups: readonly Group[], patterns: readonly string[], known: readonly string[]): Set<string> {
  const matched = new Set<string>();
  for (const pattern of patterns) {
    const regExp = toRegExp(pattern);
    const hits = groups.filter((group) => regExp.test(group.name) || group.aliases.some((alias) => regExp.test(alias)));
    if (hits.length === 0 && !known.some((name) => regExp.test(name))) {
      throw new UserError({
        code: 'pattern-unmatched',
        message: `The pattern "${pattern}" matches no node, output or weight of the model.`,
        where: 'keep/only in the policy',
        fix: 'Run `prune-gate inspect MODEL` to see the names; `*` stands for any run of characters.',
      });
    }
    for (const group of hits) matched.add(group.name);
  }
  return matched;
}
