import { Evidence } from './evidence.js';
import type { Scored } from './allocate.js';
import type { StructuredRequest } from './structured.js';
import type { Group, Refusal } from './types.js';
/** Nothing is run where neither criterion nor allocation asks for it. */
export declare function gatherEvidence(request: StructuredRequest, groups: readonly Group[]): Promise<Evidence>;
/** Groups that cannot be scored go to `refused` with the reason. */
export declare function scoreGroups(request: StructuredRequest, evidence: Evidence, groups: readonly Group[], refused: Map<string, Refusal>): Scored[];
