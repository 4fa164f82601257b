import type { Report, ReportError } from './report/types.js';
import type { OnProgress, RunRequest } from './request.js';
export { defaultMemoryLimit } from './supervisor/memory.js';
/** An hour: well inside the six that a hosted job has, so that the report is written before the job is cut off. */
export declare const DEFAULT_TIME_LIMIT_SECONDS = 3600;
export interface SuperviseOptions {
    /** Wall clock; default `DEFAULT_TIME_LIMIT_SECONDS`. */
    readonly timeLimitSeconds?: number | undefined;
    /** Resident and swapped memory of the worker; default `defaultMemoryLimit()`. */
    readonly memoryLimitBytes?: number | undefined;
    readonly onProgress: OnProgress;
    /** The door's environment; what the worker may see of it is decided here. */
    readonly env: NodeJS.ProcessEnv;
    /** The worker's script, where it is not the one that comes with this file. */
    readonly workerPath?: string | undefined;
    /** Aborting it ends the worker; so do SIGINT, SIGTERM and SIGHUP. */
    readonly signal?: AbortSignal | undefined;
}
/**
 * Runs the request and returns its report. `report.json` and `report.md` are in `request.outDir` by then, written by
 * the pipeline where it finished, else from here. Rejects only where the output folder cannot be written to.
 */
export declare function supervise(request: RunRequest, options: SuperviseOptions): Promise<Report>;
/** Writes an ERROR report for a run that could not start or finish, and returns it. Throws UserError `output-outside`: never through a link. */
export declare function reportFailure({ outDir, workspace }: Pick<RunRequest, 'outDir' | 'workspace'>, error: ReportError, startedAt: Date): Promise<Report>;
