import type { ReportError } from '../report/types.js';
/** The same errors with files of the workspace relative to it, by its name and by what its links lead to. */
export declare function placedInside(errors: readonly ReportError[], workspace: string): Promise<ReportError[]>;
