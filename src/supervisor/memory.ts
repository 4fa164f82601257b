/** How much memory a process holds, polled from outside it: onnxruntime allocates where no JavaScript limit reaches. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { promisify } from 'node:util';

const KIB = 1024;
/** Share of the machine's (or the container's) memory that a worker may take by default. */
const DEFAULT_SHARE = 0.8;

type Reader = (pid: number) => number | undefined | Promise<number | undefined>;

interface Method {
  readonly read: Reader;
  /** Milliseconds between two readings: a file is cheap to read, a process is not cheap to start. */
  readonly every: number;
}

const run = promisify(execFile);

/** Bytes a worker may hold where nobody says otherwise. */
export function defaultMemoryLimit(): number {
  // 0: no limit known; a container without one reports a number beyond any machine.
  const container = process.constrainedMemory();
  return Math.floor(DEFAULT_SHARE * Math.min(totalmem(), container === 0 ? Infinity : container));
}

/**
 * Calls `onExceeded(bytes)` once when the process holds more than `limit` bytes, resident or swapped out. Returns a
 * function that ends the watch. A reading that fails is no reading: the process may just have ended.
 */
export function watchMemory(pid: number, limit: number, onExceeded: (bytes: number) => void): () => void {
  const { read, every } = methodFor(process.platform);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    const bytes = await read(pid);
    if (stopped) return;
    if (bytes !== undefined && bytes > limit) onExceeded(bytes);
    else timer = setTimeout(() => void look(), every);
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Lets the kernel's out-of-memory killer take the worker first, before the supervisor or the runner. Linux only. */
export function preferAsVictim(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
  } catch {
    // Not Linux, or not permitted: the limit above still holds.
  }
}

function methodFor(platform: NodeJS.Platform): Method {
  if (platform === 'linux') return { read: readProc, every: 100 };
  if (platform === 'win32') return { read: readTasklist, every: 1000 };
  return { read: readPs, every: 500 };
}

/** VmRSS and VmSwap of /proc/PID/status, which are in kB whatever the page size. */
function readProc(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const fields = [...status.matchAll(/^Vm(?:RSS|Swap):\s+(\d+) kB$/gmu)];
    return fields.length === 0 ? undefined : fields.reduce((sum, field) => sum + Number(field[1]) * KIB, 0);
  } catch {
    return undefined;
  }
}

async function readPs(pid: number): Promise<number | undefined> {
  return kilobytes(run('ps', ['-o', 'rss=', '-p', String(pid)]), /^\s*(\d+)\s*$/u);
}

/** The last column, `"123,456 K"`; the thousands separator depends on the language. */
async function readTasklist(pid: number): Promise<number | undefined> {
  return kilobytes(run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']), /"([^"]*)"\s*$/u);
}

async function kilobytes(started: Promise<{ stdout: string }>, pattern: RegExp): Promise<number | undefined> {
  try {
    const digits = pattern.exec((await started).stdout)?.[1]?.replace(/\D/gu, '') ?? '';
    return digits === '' ? undefined : Number(digits) * KIB;
  } catch {
    return undefined;
  }
}
