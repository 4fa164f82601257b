/** What crosses the channel between supervisor and worker: the request one way, these the other way. Plain JSON. */
import type { Progress } from '../request.js';
import type { Report, ReportError, Verdict } from '../report/types.js';

/** What a worker that could not finish says: a report's error and, for bugs of ours, the stack for the log. */
export interface WorkerFailure extends ReportError {
  /** Model that was being worked on; null before the first. */
  readonly model: string | null;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'failure'; readonly failure: WorkerFailure };

const KINDS: ReadonlySet<unknown> = new Set(['progress', 'report', 'failure'] satisfies WorkerMessage['kind'][]);

/** Exit codes that go with a verdict; `on-inconclusive` may turn a 3 into a 0. */
const EXIT_CODES: Readonly<Record<Verdict, readonly number[]>> = {
  PASS: [0], WARN: [0], FAIL: [1], ERROR: [2], INCONCLUSIVE: [0, 3],
};

/** The message, or undefined for anything that is not one of ours. */
export function readMessage(received: unknown): WorkerMessage | undefined {
  if (typeof received !== 'object' || received === null || !('kind' in received)) return undefined;
  return KINDS.has(received.kind) ? received as WorkerMessage : undefined;
}

/** True where the verdict is one, and the exit code belongs to it: a mangled report is never taken for a pass. */
export function isCoherent(report: unknown): report is Report {
  if (typeof report !== 'object' || report === null) return false;
  const { version, verdict, exitCode, models, errors } = report as Partial<Record<keyof Report, unknown>>;
  if (version !== 1 || typeof verdict !== 'string' || !Object.hasOwn(EXIT_CODES, verdict)) return false;
  return Array.isArray(models) && Array.isArray(errors) && EXIT_CODES[verdict as Verdict].includes(exitCode as number);
}
