/**
 * The worker process: takes one request from the supervisor, runs the pipeline, sends progress and then a report or a
 * failure. It has no token, and it is killed by the supervisor when it is done or past a limit.
 */
import { Worker } from 'node:worker_threads';
import { stackOf, UserError } from './errors.js';
import { runPipeline } from './pipeline.js';
import { errorOfThrown } from './report/error.js';
import type { Progress, RunRequest } from './request.js';
import type { WorkerFailure, WorkerMessage } from './supervisor/messages.js';

let last: Progress | undefined;

function send(message: WorkerMessage): void {
  // Without a channel nobody listens; the thread below ends the process.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function failureOf(thrown: unknown): WorkerFailure {
  if (!(thrown instanceof UserError)) process.stderr.write(`${stackOf(thrown)}\n`);
  return { ...errorOfThrown(thrown, last?.stage ?? null), model: last === undefined || last.model === '' ? null : last.model };
}

async function work(request: RunRequest): Promise<void> {
  try {
    const report = await runPipeline(request, (progress) => {
      last = progress;
      send({ kind: 'progress', progress });
    });
    send({ kind: 'report', report });
  } catch (thrown) {
    send({ kind: 'failure', failure: failureOf(thrown) });
  }
}

/**
 * Ends this process when its supervisor, whose pid is the only argument, is gone. A thread, since onnxruntime may hold
 * the main one for good; its script is a string so that the bundle needs no further file.
 */
function endWithParent(): void {
  const script = `
    const { workerData: { parent, self } } = require('node:worker_threads');
    setInterval(() => {
      try { process.kill(parent, 0); if (process.ppid === parent || process.platform === 'win32') return; } catch {}
      process.kill(self, 'SIGKILL');
    }, 1000);
  `;
  new Worker(script, { eval: true, workerData: { parent: Number(process.argv[2]), self: process.pid } }).unref();
}

endWithParent();
// The supervisor decides what an interrupt means: it reports, then kills.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('uncaughtException', (thrown) => { send({ kind: 'failure', failure: failureOf(thrown) }); });
process.once('message', (request) => { void work(request as RunRequest); });
