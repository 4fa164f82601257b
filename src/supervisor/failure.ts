/** What a run that did not finish says: an ERROR report naming stage and model, never a pass. */
import type { Progress } from '../request.js';
import type { Report, ReportError } from '../report/types.js';
import { VERSION } from '../version.js';
import type { Ending } from './child.js';

const GIB = 2 ** 30;

export interface Limits {
  readonly timeLimitSeconds: number;
  readonly memoryLimitBytes: number;
}

type Failed = Exclude<Ending, { kind: 'report' }>;

/** The error behind an ending that is no report; `progress` is the last thing the worker said. */
export function errorOf(ending: Failed, progress: Progress | undefined, limits: Limits): ReportError {
  if (ending.kind === 'failure') {
    const { code, message, where, fix, stage, model } = ending.failure;
    return { code, message, where: where ?? model, fix, stage: stage ?? progress?.stage ?? null };
  }
  return {
    ...explain(ending, limits, during(progress)),
    where: progress === undefined || progress.model === '' ? null : progress.model,
    stage: progress?.stage ?? null,
  };
}

export function failureReport(error: ReportError, startedAt: Date, endedAt: Date): Report {
  return {
    version: 1,
    tool: { name: 'prune-gate', version: VERSION },
    verdict: 'ERROR',
    exitCode: 2,
    policy: null,
    models: [],
    errors: [error],
    environment: null,
    startedAt: startedAt.toISOString(),
    seconds: (endedAt.getTime() - startedAt.getTime()) / 1000,
  };
}

function during(progress: Progress | undefined): string {
  if (progress === undefined) return 'before its first stage';
  return progress.model === '' ? `in stage "${progress.stage}"` : `in stage "${progress.stage}" of model "${progress.model}"`;
}

function explain(
  ending: Exclude<Failed, { kind: 'failure' }>, limits: Limits, stage: string,
): Pick<ReportError, 'code' | 'message' | 'fix'> {
  switch (ending.kind) {
    case 'time-limit':
      return {
        code: 'time-limit',
        message: `stopped after the time limit of ${limits.timeLimitSeconds} s, ${stage}`,
        fix: 'raise the time limit (input time-limit, option --time-limit) if the model is only slow; one that loops without end never finishes',
      };
    case 'memory-limit':
      return {
        code: 'memory-limit',
        message: `stopped at the memory limit of ${gib(limits.memoryLimitBytes)}${reached(ending.bytes)}, ${stage}`,
        fix: 'raise the memory limit (input memory-limit, option --memory-limit), use a larger machine, or lower max-samples in the policy',
      };
    case 'interrupted':
      return { code: 'interrupted', message: `interrupted by ${ending.by}, ${stage}`, fix: 'run it again' };
    case 'exited':
      return { code: 'worker-crashed', message: `the worker process ${died(ending)}, ${stage}`, fix: 'see worker.log in the output folder' };
    case 'not-started':
      return { code: 'worker-crashed', message: `the worker process could not be started: ${ending.message}`, fix: null };
  }
}

function gib(bytes: number): string {
  return `${(bytes / GIB).toFixed(2)} GiB`;
}

function reached(bytes: number | undefined): string {
  return bytes === undefined ? ' (JavaScript heap)' : ` (${gib(bytes)} in use)`;
}

function died({ code, signal }: { code: number | null; signal: NodeJS.Signals | null }): string {
  if (signal === 'SIGKILL') return 'was killed by SIGKILL from outside; an out-of-memory killer does that';
  if (signal !== null) return `was ended by ${signal}`;
  return code === 0 ? 'ended without a report' : `ended with exit code ${code ?? 'unknown'} without a report`;
}
