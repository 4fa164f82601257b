import type { Prunable } from '../prune/prunable.js';
import type { StructuredResult } from '../prune/structured.js';
import type { GroupReport } from '../report/types.js';
/** Groups of a model that nothing was removed from yet. */
export declare function describeGroups(prunable: Prunable, result?: StructuredResult): GroupReport[];
