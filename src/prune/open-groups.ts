/** Which groups a step may cut: all but those too narrow and those that the policy keeps. */
import { allNames } from '../onnx/graph.js';
import type { StructuredStep } from '../policy/types.js';
import { matchGroups } from './patterns.js';
import type { Prunable } from './prunable.js';
import type { Group } from './types.js';

/** Names of groups that stay whole, with the reason. Throws UserError `pattern-unmatched`. */
export function keptByPolicy(prunable: Prunable, step: StructuredStep): Map<string, string> {
  const { groups } = prunable.analysis;
  const known = [...allNames(prunable.model.graph)];
  const kept = new Map<string, string>();
  for (const group of groups) if (group.units.length < 2) kept.set(group.name, 'all its channels hang together');
  for (const name of matchGroups(groups, step.keep, known)) kept.set(name, 'kept by the policy');
  if (step.only !== undefined) {
    const only = matchGroups(groups, step.only, known);
    for (const group of groups) if (!only.has(group.name)) kept.set(group.name, 'not among `only` in the policy');
  }
  return kept;
}

export function openGroups(prunable: Prunable, step: StructuredStep): Group[] {
  const kept = keptByPolicy(prunable, step);
  return prunable.analysis.groups.filter((group) => !kept.has(group.name));
}
