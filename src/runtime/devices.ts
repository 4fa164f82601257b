/**
 * Which execution provider runs. A device counts as there only if a tiny model really ran on it, every node of it:
 * listing a provider proves nothing. The probe is a child process with a time limit, because a driver may crash or
 * hang. A requested device that is not there is an error; only `auto` may fall back, and says why.
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

const PROBE_LIMIT_MS = 30_000;

/** ONNX, opset 13: y = MatMul(x, x), x float32 [4, 4]. */
const PROBE_MODEL = 'CAg6RAoRCgF4CgF4EgF5IgZNYXRNdWwSBXByb2JlWhMKAXgSDgoMCAESCAoCCAQKAggEYhMKAXkSDgoMCAESCAoCCAQKAggEQgIQDQ==';

/** Runs in the child: arguments are the package folder and the provider; prints `ok` or the reason. */
const PROBE_SCRIPT = `
const [folder, provider] = process.argv.slice(1);
const ort = require(folder);
ort.env.logLevel = 'fatal';
const options = { executionProviders: [provider], logSeverityLevel: 4, extra: { 'session.disable_cpu_ep_fallback': '1' } };
const x = new ort.Tensor('float32', new Float32Array(16).fill(1), [4, 4]);
ort.InferenceSession.create(Buffer.from('${PROBE_MODEL}', 'base64'), options)
  .then((session) => session.run({ x }))
  .then(({ y }) => y.data.every((value) => value === 4) ? 'ok' : 'it computes wrong results')
  .catch((error) => error.message)
  .then((verdict) => process.stdout.write(verdict, () => process.exit(0)));
`;

const probes = new Map<string, Promise<string | undefined>>();

/** Throws UserError `device-unavailable` for a device that was asked for by name and does not work. */
export async function resolveDevice(loaded: LoadedRuntime, requested: DeviceName): Promise<ResolvedDevice> {
  if (requested === 'cpu') return resolved(loaded, requested, 'cpu', []);
  if (requested === 'auto') return best(loaded);
  const reason = plainlyAbsent(loaded, requested) ?? (await probe(loaded, requested));
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
    const reason = plainlyAbsent(loaded, device) ?? notWorthProbing(device) ?? (await probe(loaded, device));
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

/** Runs the probe model on the device; once per process and device. Undefined where it works, else why not. */
function probe(loaded: LoadedRuntime, device: Accelerator): Promise<string | undefined> {
  const key = `${device} ${loaded.folder}`;
  const running = probes.get(key) ?? runProbe(loaded.folder, device);
  probes.set(key, running);
  return running;
}

function runProbe(folder: string, device: Accelerator): Promise<string | undefined> {
  return new Promise((resolve) => {
    const args = ['-e', PROBE_SCRIPT, folder, device];
    const limits = { timeout: PROBE_LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 1 << 20 } as const;
    execFile(process.execPath, args, limits, (error, stdout) => {
      if (stdout === 'ok') resolve(undefined);
      else if (error?.killed === true) resolve(`a tiny model did not finish on it within ${PROBE_LIMIT_MS / 1000} s`);
      else if (stdout !== '') resolve(shorten(stdout));
      else resolve(`the process that tried it ended with ${error?.signal ?? `code ${error?.code ?? 0}`}`);
    });
  });
}
