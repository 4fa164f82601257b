/** What crosses the channel between supervisor and worker: the request one way, these the other way. Plain JSON. */
import type { Progress } from '../request.js';
import type { Report, ReportError } from '../report/types.js';
/** What a worker that could not finish says: a report's error and, for bugs of ours, the stack for the log. */
export interface WorkerFailure extends ReportError {
    /** Model that was being worked on; null before the first. */
    readonly model: string | null;
}
export type WorkerMessage = {
    readonly kind: 'progress';
    readonly progress: Progress;
} | {
    readonly kind: 'report';
    readonly report: Report;
} | {
    readonly kind: 'failure';
    readonly failure: WorkerFailure;
};
/** The message, or undefined for anything that is not one of ours. */
export declare function readMessage(received: unknown): WorkerMessage | undefined;
/** True where the verdict is one, and the exit code belongs to it: a mangled report is never taken for a pass. */
export declare function isCoherent(report: unknown): report is Report;
