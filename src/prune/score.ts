/** How important each unit of each group is, from weights and from what calibration says of the layers that read it. */
import { criterionNamed } from './criteria/registry.js';
import { Evidence } from './evidence.js';
import type { Scored } from './allocate.js';
import { parameterValues } from './parameter.js';
import type { ParameterValues } from './parameter.js';
import type { StructuredRequest } from './structured.js';
import type { Group, Refusal } from './types.js';

/** Nothing is run where neither criterion nor allocation asks for it. */
export async function gatherEvidence(request: StructuredRequest, groups: readonly Group[]): Promise<Evidence> {
  const { step } = request;
  const { needs } = criterionNamed(step.criterion);
  if (needs === 'nothing' && step.allocation !== 'auto') return Evidence.NONE;
  const onProgress = (detail: string): void => { request.onProgress?.('score', detail); };
  return Evidence.gather({ ...request, onProgress }, groups, { covariance: needs === 'covariance' || step.allocation === 'auto', magnitude: needs === 'magnitude' });
}

/** Groups that cannot be scored go to `refused` with the reason. */
export function scoreGroups(request: StructuredRequest, evidence: Evidence, groups: readonly Group[], refused: Map<string, Refusal>): Scored[] {
  const { prunable, step, seed } = request;
  const criterion = criterionNamed(step.criterion);
  request.onProgress?.('score', criterion.name);
  const cache = new Map<string, ParameterValues>();
  const weights = (name: string) => {
    const known = cache.get(name) ?? parameterValues(prunable, name);
    cache.set(name, known);
    return known;
  };
  return groups.flatMap((group) => {
    const operator = (node: number): string => prunable.model.graph.nodes[node]?.opType ?? '';
    const reader = (column: number) => evidence.reader(group, column, weights);
    const scores = criterion.score({ group, weights, reader, moments: (value) => evidence.moments.get(value), operator, seed });
    if (typeof scores !== 'string' && scores.every(Number.isFinite)) return [{ group, scores, comparable: criterion.comparable }];
    const reason = typeof scores === 'string' ? scores : 'its weights or activations are not finite';
    refused.set(group.name, { name: group.name, reason, units: group.units.length });
    return [];
  });
}
