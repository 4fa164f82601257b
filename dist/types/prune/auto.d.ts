import type { Scored } from './allocate.js';
import type { Evidence } from './evidence.js';
import type { Chosen } from './select.js';
import type { StructuredRequest } from './structured.js';
/** Chooses units among the groups still open. */
export type Allocate = (open: readonly Scored[]) => Promise<Chosen>;
/** By the order of scores or shares that the step names. */
export declare function fixedAllocation({ prunable, step }: StructuredRequest): Allocate;
/**
 * By measured sensitivity; the fixed allocations are candidates too, and the one with the least loss on split B is taken.
 *
 * @param rated the same request with the model that candidates are measured on
 */
export declare function autoAllocation(request: StructuredRequest, rated: StructuredRequest, evidence: Evidence, scored: readonly Scored[]): Promise<Allocate>;
