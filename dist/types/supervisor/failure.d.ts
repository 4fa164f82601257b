/** What a run that did not finish says: an ERROR report naming stage and model, never a pass. */
import type { Progress } from '../request.js';
import type { Report, ReportError } from '../report/types.js';
import type { Ending } from './child.js';
export interface Limits {
    readonly timeLimitSeconds: number;
    readonly memoryLimitBytes: number;
}
type Failed = Exclude<Ending, {
    kind: 'report';
}>;
/** The error behind an ending that is no report; `progress` is the last thing the worker said. */
export declare function errorOf(ending: Failed, progress: Progress | undefined, limits: Limits): ReportError;
export declare function failureReport(error: ReportError, startedAt: Date, endedAt: Date): Report;
export {};
