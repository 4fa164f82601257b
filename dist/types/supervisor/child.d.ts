import type { Progress, RunRequest } from '../request.js';
import type { Report } from '../report/types.js';
import { type WorkerFailure } from './messages.js';
/** How a worker ended; only the first says that the work was done. */
export type Ending = {
    readonly kind: 'report';
    readonly report: Report;
} | {
    readonly kind: 'failure';
    readonly failure: WorkerFailure;
} | {
    readonly kind: 'time-limit';
} | {
    readonly kind: 'memory-limit';
    readonly bytes: number | undefined;
} | {
    readonly kind: 'interrupted';
    readonly by: string;
} | {
    readonly kind: 'exited';
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
} | {
    readonly kind: 'not-started';
    readonly message: string;
};
export interface Course {
    readonly ending: Ending;
    /** The last thing the worker said it was doing. */
    readonly progress: Progress | undefined;
    /** The end of what it printed. */
    readonly output: string;
}
export interface ChildOptions {
    readonly workerPath: string;
    readonly env: NodeJS.ProcessEnv;
    readonly timeLimitSeconds: number;
    readonly memoryLimitBytes: number;
    readonly onProgress: (progress: Progress) => void;
    readonly signal: AbortSignal | undefined;
}
/** Runs the request in a worker; resolves once the worker is gone. Never rejects. */
export declare function runChild(request: RunRequest, options: ChildOptions): Promise<Course>;
