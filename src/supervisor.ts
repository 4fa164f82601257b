/**
 * Runs the pipeline in a process of its own. onnxruntime computes synchronously, so a model with an endless loop blocks
 * its process for good, and a native crash ends it; the model comes from a pull request. Whatever happens to that
 * process, the door gets a report: the pipeline's own, or an ERROR that names stage and model.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from './errors.js';
import { renderMarkdown } from './report/markdown.js';
import type { Report, ReportError } from './report/types.js';
import type { OnProgress, RunRequest } from './request.js';
import { runChild } from './supervisor/child.js';
import { scrubEnvironment } from './supervisor/environment.js';
import { errorOf, failureReport } from './supervisor/failure.js';
import { prepareOutput, refuseLinkAway, writeAtomically, writeReport } from './supervisor/files.js';
import { defaultMemoryLimit } from './supervisor/memory.js';

export { defaultMemoryLimit } from './supervisor/memory.js';

/** An hour: well inside the six that a hosted job has, so that the report is written before the job is cut off. */
export const DEFAULT_TIME_LIMIT_SECONDS = 3600;

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
export async function supervise(request: RunRequest, options: SuperviseOptions): Promise<Report> {
  const startedAt = new Date();
  const limits = {
    timeLimitSeconds: options.timeLimitSeconds ?? DEFAULT_TIME_LIMIT_SECONDS,
    memoryLimitBytes: options.memoryLimitBytes ?? defaultMemoryLimit(),
  };
  await prepareOutput(request.outDir, request.workspace);
  const course = await withScratch((scratch) => runChild(request, {
    ...limits,
    workerPath: options.workerPath ?? workerScript(),
    env: { ...scrubEnvironment(options.env), ...temporaryFolder(scratch) },
    onProgress: options.onProgress,
    signal: options.signal,
  }));
  const { ending, progress, output } = course;
  if (ending.kind === 'report') return ending.report;
  if (output !== '') await writeAtomically(join(request.outDir, 'worker.log'), output);
  return reportFailure(request, errorOf(ending, progress, limits), startedAt);
}

/** A killed worker removes nothing: its temporary files, gigabytes of weights among them, lie in a folder that goes with it. */
async function withScratch<T>(use: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'prune-gate-run-'));
  try {
    return await use(scratch);
  } finally {
    // What cannot be removed (by a process that is stuck in the kernel) is no reason to lose the report.
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Node asks these for its temporary folder: the first elsewhere than on Windows, the others there. */
function temporaryFolder(path: string): NodeJS.ProcessEnv {
  return { TMPDIR: path, TMP: path, TEMP: path };
}

/** Writes an ERROR report for a run that could not start or finish, and returns it. Throws UserError `output-outside`: never through a link. */
export async function reportFailure({ outDir, workspace }: Pick<RunRequest, 'outDir' | 'workspace'>, error: ReportError, startedAt: Date): Promise<Report> {
  await refuseLinkAway(outDir, workspace);
  const report = failureReport(error, startedAt, new Date());
  await writeReport(outDir, report, renderMarkdown(report));
  return report;
}

/** dist/worker.js: beside this file in the bundle, in dist/ where this runs from src/. */
function workerScript(): string {
  const candidates = ['./worker.js', '../dist/worker.js'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new UserError({ code: 'worker-missing', message: 'dist/worker.js is not there', where: candidates[0] ?? '', fix: 'npm run build' });
}
