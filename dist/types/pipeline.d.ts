import type { Report } from './report/types.js';
import type { OnProgress, RunRequest } from './request.js';
/**
 * Runs a request to its report, which is also written to the output folder (as report.json and report.md) with every
 * file that it names. Never rejects for what is wrong with policy, model or data: that is an ERROR report.
 */
export declare function runPipeline(request: RunRequest, onProgress: OnProgress): Promise<Report>;
