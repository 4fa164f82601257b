import type { Report } from '../report/types.js';
import type { Part } from '../request.js';
import type { Draft, ModelRun } from './model-run.js';
type Merge = Extract<Part, {
    kind: 'merge';
}>;
/** The report that the pruning job left. Throws UserError `shard-missing`. */
export declare function prunedReport({ from }: Merge): Promise<Report>;
export declare function mergeModel(run: ModelRun, merge: Merge, report: Report, draft: Draft): Promise<void>;
export {};
