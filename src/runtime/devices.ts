/**
 * Which execution provider runs. A device counts as there only if a tiny model really ran on it, every node of it:
 * listing a provider proves nothing. The probe is a child process with a time limit, because a driver may crash or
 * hang. A requested device that is not there is an error; only `auto` may fall back, and says why.
 *
 * The probe forbids onnxruntime to place its node elsewhere. A whole model may still have nodes that the device has no
 * kernel for, which run on the processor.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { shorten } from './explain.js';
import type { LoadedRuntime } from './load.js';
import type { DeviceInfo, DeviceName } from './types.js';

type Accelerator = 'cuda' | 'webgpu';

export interface ResolvedDevice {
  readonly info: DeviceInfo;
  /** onnxruntime's `executionProviders`; what a provider has no kernel for goes to the CPU. */
  readonly providers: readonly string[];
}

/** Best first. */
const ACCELERATORS: readonly Accelerator[] = ['cuda', 'webgpu'];

const FIXES: Readonly<Record<Accelerator, string>> = {
  cuda: 'on Linux x64 with an NVIDIA driver, CUDA 12 and cuDNN 9, run "ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false"; or set "device: cpu"',
  webgpu: 'install a GPU driver and its Vulkan loader (Debian, Ubuntu: "apt-get install libvulkan1"); or set "device: cpu"',
};

/** For a device asked for by name; the first use of a driver may compile for long. */
const PROBE_LIMIT_MS = 30_000;
/** For `auto`, which has a processor to fall back to. */
const RACE_LIMIT_MS = 10_000;

/** ONNX, opset 13: y = MatMul(x, x), x float32 [n, n]. */
const PROBE_MODEL = 'CAg6SAoRCgF4CgF4EgF5IgZNYXRNdWwSBXByb2JlWhUKAXgSEAoOCAESCgoDEgFuCgMSAW5iFQoBeRIQCg4IARIKCgMSAW4KAxIBbkICEA0=';

/** Size of the timed product: 2 GFLOP, large enough for a processor to be slower than any real accelerator. */
const RACE_SIZE = 1024;

/** Runs in the child: arguments are the package folder, the provider and the size of a race (0: none); prints a `Probe` as JSON. */
const PROBE_SCRIPT = `
const [folder, provider, size] = process.argv.slice(1);
const ort = require(folder);
ort.env.logLevel = 'fatal';
const model = Buffer.from('${PROBE_MODEL}', 'base64');
const ones = (n) => ({ x: new ort.Tensor('float32', new Float32Array(n * n).fill(1), [n, n]) });
async function race(name) {
  const options = { executionProviders: [name], logSeverityLevel: 4, extra: { 'session.disable_cpu_ep_fallback': name === 'cpu' ? '0' : '1' } };
  const session = await ort.InferenceSession.create(model, options);
  const { y } = await session.run(ones(4));
  if (!y.data.every((value) => value === 4)) throw new Error('it computes wrong results');
  if (size === '0') return 0;
  const feeds = ones(Number(size));
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await session.run(feeds);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
(async () => ({ ms: await race(provider), cpuMs: await race('cpu') }))()
  .catch((error) => ({ reason: error.message }))
  .then((probe) => process.stdout.write(JSON.stringify(probe), () => process.exit(0)));
`;

/** Why a device does not work; or how long it takes for a product of matrices, and the processor for the same. */
type Probe = { readonly reason: string } | { readonly ms: number; readonly cpuMs: number };

const probes = new Map<string, Promise<Probe>>();

/** Throws UserError `device-unavailable` for a device that was asked for by name and does not work. */
export async function resolveDevice(loaded: LoadedRuntime, requested: DeviceName): Promise<ResolvedDevice> {
  if (requested === 'cpu') return resolved(loaded, requested, 'cpu', []);
  if (requested === 'auto') return best(loaded);
  const reason = plainlyAbsent(loaded, requested) ?? failure(await probe(loaded, requested, 0));
  if (reason === undefined) return resolved(loaded, requested, requested, []);
  throw new UserError({
    code: 'device-unavailable',
    message: `device "${requested}" does not work here: ${reason}`,
    where: 'device',
    fix: FIXES[requested],
  });
}

async function best(loaded: LoadedRuntime): Promise<ResolvedDevice> {
  const notes: string[] = [];
  for (const device of ACCELERATORS) {
    const reason = plainlyAbsent(loaded, device) ?? notWorthProbing(device) ?? notBetter(await probe(loaded, device, RACE_SIZE));
    if (reason === undefined) return resolved(loaded, 'auto', device, notes);
    notes.push(`${device}: ${reason}`);
  }
  return resolved(loaded, 'auto', 'cpu', notes);
}

function resolved(loaded: LoadedRuntime, requested: DeviceName, used: DeviceInfo['used'], notes: readonly string[]): ResolvedDevice {
  return { info: { requested, used, notes, onnxruntime: loaded.version }, providers: [used] };
}

/** What can be told without starting anything. */
function plainlyAbsent(loaded: LoadedRuntime, device: Accelerator): string | undefined {
  const backend = loaded.ort.listSupportedBackends().find(({ name }) => name === device);
  if (backend === undefined) return `this onnxruntime has no ${device} backend on ${process.platform}/${process.arch}`;
  if (!backend.bundled && !existsSync(providerLibrary(loaded.folder, device))) return 'its provider library is not installed';
  return undefined;
}

function providerLibrary(folder: string, device: Accelerator): string {
  const file = process.platform === 'win32' ? `onnxruntime_providers_${device}.dll` : `libonnxruntime_providers_${device}.so`;
  return join(folder, 'bin', 'napi-v6', process.platform, process.arch, file);
}

/** `auto` on a plain Linux runner should cost nothing: without a GPU node or a named driver there is no adapter. */
function notWorthProbing(device: Accelerator): string | undefined {
  if (device !== 'webgpu' || process.platform !== 'linux') return undefined;
  const named = ['VK_ICD_FILENAMES', 'VK_DRIVER_FILES', 'VK_ADD_DRIVER_FILES'].some((name) => process.env[name] !== undefined);
  return named || hasGpuNode() ? undefined : 'no GPU device on this machine';
}

function hasGpuNode(): boolean {
  if (existsSync('/dev/nvidia0') || existsSync('/dev/dxg')) return true;
  return existsSync('/dev/dri') && readdirSync('/dev/dri').some((name) => name.startsWith('renderD'));
}

function failure(probe: Probe): string | undefined {
  return 'reason' in probe ? probe.reason : undefined;
}

/** A graphics driver in software works, and loses to the processor it runs on. */
function notBetter(probe: Probe): string | undefined {
  if ('reason' in probe) return probe.reason;
  const [ms, cpuMs] = [probe.ms.toFixed(1), probe.cpuMs.toFixed(1)];
  return probe.ms < probe.cpuMs ? undefined : `slower than the processor (${ms} ms against ${cpuMs} ms for a product of matrices)`;
}

/** Once per process, device and race. */
function probe(loaded: LoadedRuntime, device: Accelerator, race: number): Promise<Probe> {
  const key = `${device} ${race} ${loaded.folder}`;
  const running = probes.get(key) ?? runProbe(loaded.folder, device, race);
  probes.set(key, running);
  return running;
}

function runProbe(folder: string, device: Accelerator, race: number): Promise<Probe> {
  return new Promise((resolve) => {
    const args = ['-e', PROBE_SCRIPT, folder, device, String(race)];
    const timeout = race === 0 ? PROBE_LIMIT_MS : RACE_LIMIT_MS;
    const limits = { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 20 } as const;
    execFile(process.execPath, args, limits, (error, stdout) => {
      if (error === null) resolve(shortened(JSON.parse(stdout) as Probe));
      else if (error.killed === true) resolve({ reason: `a matrix product did not finish on it within ${timeout / 1000} s` });
      else resolve({ reason: `the process that tried it ended with ${error.signal ?? `code ${error.code ?? 0}`}` });
    });
  });
}

function shortened(probe: Probe): Probe {
  return 'reason' in probe ? { reason: shorten(probe.reason) } : probe;
}
