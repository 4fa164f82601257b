/** How much memory a process takes that does nothing but run a model: another process, whose own memory is known. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shorten } from './explain.js';
import type { Feeds } from './types.js';

export interface Resident {
  /** Most bytes that the process had in memory, Node and onnxruntime included. */
  readonly peakBytes: number;
  /** Of these, before the model was opened. */
  readonly baseBytes: number;
  /** GPU memory that the process had at the end, by nvidia-smi; absent on the processor and where that tool does not tell. */
  readonly deviceBytes?: number;
}

export interface ResidentRequest {
  /** Of onnxruntime-node. */
  readonly packageFolder: string;
  readonly providers: readonly string[];
  readonly path: string;
  readonly feeds: Feeds;
  readonly threads: number;
  readonly runs: number;
}

const LIMIT_MS = 120_000;

/**
 * Argument: a JSON file. Feeds lie beside it. float16 is held as bits, as in load.ts.
 * `maxRSS` is in KiB on every platform.
 */
const SCRIPT = `
const { readFileSync } = require('node:fs');
delete globalThis.Float16Array;
const job = JSON.parse(readFileSync(process.argv[1], 'utf8'));
const ort = require(job.packageFolder);
ort.env.logLevel = 'fatal';
const arrays = { float32: Float32Array, float64: Float64Array, float16: Uint16Array, uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array,
  int16: Int16Array, int32: Int32Array, uint32: Uint32Array, int64: BigInt64Array, uint64: BigUint64Array, bool: Uint8Array };
const smi = (query) => require('node:child_process').execFileSync('nvidia-smi', [query, '--format=csv,noheader,nounits'], { encoding: 'utf8', timeout: 10000, stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\\n');
// Of this process where the driver lists it (CUDA), else what all of the GPU's memory grew by (WebGPU).
function onGpu(before) {
  try {
    const own = smi('--query-compute-apps=pid,used_memory').map((line) => line.split(',').map(Number)).find(([pid]) => pid === process.pid);
    const mib = own === undefined ? Number(smi('--query-gpu=memory.used')[0]) - before : own[1];
    return Number.isFinite(mib) && mib > 0 ? { deviceBytes: mib * 2 ** 20 } : {};
  } catch { return {}; }
}
function usedNow() { try { return Number(smi('--query-gpu=memory.used')[0]); } catch { return NaN; } }
const peak = () => process.resourceUsage().maxRSS * 1024;
(async () => {
  const feeds = Object.create(null);
  for (const { name, type, dims, file } of job.feeds) feeds[name] = new ort.Tensor(type, new arrays[type](new Uint8Array(readFileSync(file)).buffer), dims);
  const accelerated = job.providers[0] !== 'cpu';
  const usedBefore = accelerated ? usedNow() : NaN;
  const baseBytes = process.memoryUsage().rss;
  const session = await ort.InferenceSession.create(job.path, { executionProviders: job.providers, intraOpNumThreads: job.threads, interOpNumThreads: 1, enableMemPattern: job.providers[0] !== 'dml', logSeverityLevel: 4 });
  for (let run = 0; run < job.runs; run++) await session.run(feeds);
  const peakBytes = peak();
  return { baseBytes, peakBytes, ...(accelerated ? onGpu(usedBefore) : {}) };
})()
  .catch((error) => ({ reason: String(error.message) }))
  .then((result) => process.stdout.write(JSON.stringify(result), () => process.exit(0)));
`;

/** Or in words why it could not be had. */
export async function residentMemory(request: ResidentRequest): Promise<Resident | string> {
  const folder = await mkdtemp(join(tmpdir(), 'prune-gate-resident-'));
  try {
    const feeds = await Promise.all([...request.feeds].map(async ([name, { type, dims, data }], index) => {
      const file = join(folder, `${index}.bin`);
      await writeFile(file, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      return { name, type, dims, file };
    }));
    const job = join(folder, 'job.json');
    await writeFile(job, JSON.stringify({ ...request, feeds }));
    return await runScript(job);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runScript(job: string): Promise<Resident | string> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['-e', SCRIPT, job], { timeout: LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 1 << 20 }, (error, stdout) => {
      if (error?.killed === true) resolve(`it did not finish within ${LIMIT_MS / 1000} s`);
      else if (error !== null) resolve(`the process ended with ${error.signal ?? `code ${error.code ?? 0}`}`);
      else resolve(readResult(JSON.parse(stdout) as Partial<Resident> & { readonly reason?: string }));
    });
  });
}

function readResult({ peakBytes, baseBytes, deviceBytes, reason }: Partial<Resident> & { readonly reason?: string }): Resident | string {
  return peakBytes === undefined || baseBytes === undefined ? shorten(reason ?? 'it said nothing') : { peakBytes, baseBytes, ...(deviceBytes === undefined ? {} : { deviceBytes }) };
}
