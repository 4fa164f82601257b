/** One worker process, from its start to its end, whatever that end is. */
import { fork, type ChildProcess } from 'node:child_process';
import type { Progress, RunRequest } from '../request.js';
import type { Report } from '../report/types.js';
import { messageOf } from '../errors.js';
import { preferAsVictim, watchMemory } from './memory.js';
import { isCoherent, readMessage, type WorkerFailure } from './messages.js';
import { Tail } from './tail.js';

/** How a worker ended; only the first says that the work was done. */
export type Ending =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'failure'; readonly failure: WorkerFailure }
  | { readonly kind: 'time-limit' }
  | { readonly kind: 'memory-limit'; readonly bytes: number | undefined }
  | { readonly kind: 'interrupted'; readonly by: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'not-started'; readonly message: string };

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

const MIB = 2 ** 20;
/** The longest delay a timer takes (2^31 - 1 ms, 24 days); beyond it Node would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** How long to wait for a killed process to be gone: it may be stuck in the kernel. */
const GONE_WITHIN_MS = 5000;
const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What V8 prints before it aborts for want of memory. */
const HEAP_EXHAUSTED = /JavaScript heap out of memory|Reached heap limit/u;

/** Runs the request in a worker; resolves once the worker is gone. Never rejects. */
export async function runChild(request: RunRequest, options: ChildOptions): Promise<Course> {
  const child = start(options);
  const output = new Tail([child.stdout, child.stderr]);
  let progress: Progress | undefined;
  const gone = new Promise<void>((resolve) => { child.once('close', () => { resolve(); }); });
  const ending = await new Promise<Ending>((resolve) => {
    const stops = [
      onMessages(child, resolve, (said) => {
        progress = said;
        options.onProgress(said);
      }),
      onExit(child, output, resolve),
      onLimits(child, options, resolve),
      onInterrupts(options.signal, resolve),
    ];
    void gone.then(() => { for (const stop of stops) stop(); });
    // A worker that is already gone cannot take it; its exit says why.
    if (child.connected) child.send(request, () => undefined);
  });
  // Even after its report: tearing down a native library is where late crashes come from, and nothing is left to do.
  child.kill('SIGKILL');
  await settled(gone, child);
  return { ending, progress, output: output.text() };
}

function start(options: ChildOptions): ChildProcess {
  return fork(options.workerPath, [String(process.pid)], {
    env: options.env,
    // Not the door's own options (a debugger port, a loader): the worker is started the same way everywhere.
    execArgv: [`--max-old-space-size=${Math.max(1, Math.floor(options.memoryLimitBytes / MIB))}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  });
}

type Settle = (ending: Ending) => void;
type Stop = () => void;

function onMessages(child: ChildProcess, settle: Settle, onProgress: (progress: Progress) => void): Stop {
  const listener = (received: unknown): void => {
    const message = readMessage(received);
    if (message?.kind === 'progress') onProgress(message.progress);
    else if (message?.kind === 'failure') settle({ kind: 'failure', failure: message.failure });
    else if (message?.kind === 'report' && isCoherent(message.report)) settle({ kind: 'report', report: message.report });
  };
  child.on('message', listener);
  return () => child.off('message', listener);
}

function onExit(child: ChildProcess, output: Tail, settle: Settle): Stop {
  child.once('error', (error) => { settle({ kind: 'not-started', message: messageOf(error) }); });
  // 'close' comes after the last message and the last line were read, 'exit' may come before.
  child.once('close', (code: number | null, signal: NodeJS.Signals | null) => {
    if (HEAP_EXHAUSTED.test(output.text())) settle({ kind: 'memory-limit', bytes: undefined });
    else settle({ kind: 'exited', code, signal });
  });
  return () => undefined;
}

function onLimits(child: ChildProcess, options: ChildOptions, settle: Settle): Stop {
  const limit = Math.min(options.timeLimitSeconds * 1000, LONGEST_TIMER_MS);
  const timer = setTimeout(() => { settle({ kind: 'time-limit' }); }, limit);
  if (child.pid === undefined) return () => { clearTimeout(timer); };
  preferAsVictim(child.pid);
  const stopWatch = watchMemory(child.pid, options.memoryLimitBytes, (bytes) => { settle({ kind: 'memory-limit', bytes }); });
  return () => {
    clearTimeout(timer);
    stopWatch();
  };
}

/** While a worker runs, an interrupt ends the worker and is reported; it does not end the door before it reported. */
function onInterrupts(signal: AbortSignal | undefined, settle: Settle): Stop {
  const interrupted = (by: string): void => { settle({ kind: 'interrupted', by }); };
  const listeners = INTERRUPTS.map((name) => ({ name, listener: () => { interrupted(name); } }));
  const aborted = (): void => { interrupted('its caller'); };
  for (const { name, listener } of listeners) process.on(name, listener);
  signal?.addEventListener('abort', aborted);
  if (signal?.aborted === true) aborted();
  return () => {
    for (const { name, listener } of listeners) process.off(name, listener);
    signal?.removeEventListener('abort', aborted);
  };
}

async function settled(gone: Promise<void>, child: ChildProcess): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => { timer = setTimeout(resolve, GONE_WITHIN_MS); });
  await Promise.race([gone, patience]);
  clearTimeout(timer);
  child.unref();
}
