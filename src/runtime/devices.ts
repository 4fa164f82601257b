/**
 * Which execution provider runs. A device counts as there only if a tiny model really ran on it: listing a provider proves
 * nothing. A requested device that is not there is an error; only `auto` may fall back, and says why.
 *
 * The probe forbids onnxruntime to place its node elsewhere. A whole model may still have nodes that the device has no
 * kernel for, which run on the processor: placement.ts tells how many.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import { ACCELERATOR_NAMES, ACCELERATORS } from './accelerators.js';
import { versionsText } from './cuda-check.js';
import { cudaState, hashProviders, type CudaState, type HashedLibrary } from './cuda-libraries.js';
import { adapters } from './gpus.js';
import type { LoadedRuntime } from './load.js';
import { probeDevice, type Probe } from './probe-device.js';
import type { Accelerator, DeviceInfo, DeviceName, FoundVersion } from './types.js';

export interface ResolvedDevice {
  readonly info: DeviceInfo;
  /** onnxruntime's `executionProviders`; what a provider has no kernel for goes to the CPU. */
  readonly providers: readonly string[];
}

/** Throws UserError `device-unavailable` for a device that was asked for by name and does not work. */
export async function resolveDevice(loaded: LoadedRuntime, requested: DeviceName): Promise<ResolvedDevice> {
  if (requested === 'cpu') return resolved(loaded, requested, 'cpu', []);
  if (requested === 'auto') return best(loaded);
  settle(requested);
  const failed = failureOf(requested, plainlyAbsent(loaded, requested) ?? await tried(loaded, requested, 'works'));
  if (failed === undefined) return resolved(loaded, requested, requested, []);
  throw new UserError({ code: 'device-unavailable', message: `device "${requested}" does not work here: ${failed.reason}`, where: 'device', fix: failed.fix });
}

async function best(loaded: LoadedRuntime): Promise<ResolvedDevice> {
  const notes: string[] = [];
  for (const device of ACCELERATOR_NAMES.filter((name) => ACCELERATORS[name].automatic && isListed(loaded, name))) {
    settle(device);
    const reason = plainlyAbsent(loaded, device)?.reason ?? notWorthProbing(device) ?? notBetter(await tried(loaded, device, 'race'));
    if (reason === undefined) return resolved(loaded, 'auto', device, notes);
    notes.push(`${device}: ${reason}`);
  }
  return resolved(loaded, 'auto', 'cpu', notes);
}

/** One line of `prune-gate devices`. */
export interface DeviceLine {
  readonly device: 'cpu' | Accelerator;
  readonly works: boolean;
  /** Why it does not; or how fast it is. */
  readonly detail: string;
  /** Null where it works. */
  readonly fix: string | null;
  /** Of driver, CUDA, cuDNN and TensorRT; absent where the device needs none of them, or has no provider library. */
  readonly versions?: readonly FoundVersion[];
}

/** Every device that prune-gate knows, tried for real. */
export async function surveyDevices(loaded: LoadedRuntime): Promise<DeviceLine[]> {
  const lines: DeviceLine[] = [{ device: 'cpu', works: true, detail: `onnxruntime ${loaded.version}`, fix: null }];
  for (const device of ACCELERATOR_NAMES) {
    settle(device);
    const { providers } = ACCELERATORS[device];
    const absent = plainlyAbsent(loaded, device);
    // Not the race's time limit: whoever asks wants to know whether it works at all.
    const failed = failureOf(device, absent ?? await tried(loaded, device, 'works'));
    const versions = absent === undefined ? stateOf(loaded, device)?.versions ?? [] : [];
    const line = failed === undefined
      ? { device, works: true, detail: speedOf(await probeDevice(loaded.folder, providers, 'race')), fix: null }
      : { device, works: false, detail: failed.reason, fix: failed.fix };
    lines.push({ ...line, ...(versions.length > 0 ? { versions } : {}) });
  }
  return lines;
}

function speedOf(probe: Probe): string {
  if ('reason' in probe) return `a large product of matrices fails on it: ${probe.reason}`;
  return `a product of 1024 x 1024 matrices takes ${probe.ms.toFixed(1)} ms, ${probe.cpuMs.toFixed(1)} ms on the processor`;
}

async function resolved(loaded: LoadedRuntime, requested: DeviceName, used: DeviceInfo['used'], notes: readonly string[]): Promise<ResolvedDevice> {
  const row = used === 'cpu' ? undefined : ACCELERATORS[used];
  const libraries: readonly HashedLibrary[] = row?.library === true ? await hashProviders(dirname(providerLibrary(loaded.folder, row.backend))) : [];
  const { versions, gpus } = used === 'cpu' ? { versions: [], gpus: [] } : stateOf(loaded, used) ?? { versions: [], gpus: [] };
  return { info: { requested, used, notes, onnxruntime: loaded.version, libraries, versions, gpus: used === 'cpu' || gpus.length > 0 ? gpus : adapters() }, providers: row?.providers ?? ['cpu'] };
}

/**
 * Before CUDA's libraries are loaded, which read it once: float32 products are taken in float32. As they come, cuBLAS and
 * cuDNN round their inputs to TF32 on recent GPUs (measured on an H200: errors of 1e-3 in place of 3e-6), too coarse for a
 * Gram matrix and for the proof. A value that the user set stays.
 */
function settle(device: Accelerator): void {
  if (ACCELERATORS[device].providers.includes('cuda')) process.env.NVIDIA_TF32_OVERRIDE ??= '0';
}

function isListed(loaded: LoadedRuntime, device: Accelerator): boolean {
  return loaded.ort.listSupportedBackends().some(({ name }) => name === ACCELERATORS[device].backend);
}

interface Failure {
  readonly reason: string;
  /** Where more exact than what the device's row says. */
  readonly fix?: string;
}

/** What can be told without looking any further. */
function plainlyAbsent(loaded: LoadedRuntime, device: Accelerator): Failure | undefined {
  const { backend, providers, library } = ACCELERATORS[device];
  if (!isListed(loaded, device)) return { reason: `this onnxruntime has no ${device} backend on ${process.platform}/${process.arch}` };
  const absent = library ? providers.find((one) => !existsSync(providerLibrary(loaded.folder, one))) : undefined;
  if (absent === undefined) return undefined;
  return { reason: absent === backend ? 'its provider library is not installed' : `the provider library of ${absent}, which it needs, is not installed` };
}

/** What its provider libraries need and what is there; undefined for devices without, and where nothing can be told. */
function stateOf(loaded: LoadedRuntime, device: Accelerator): CudaState | undefined {
  const { providers, library } = ACCELERATORS[device];
  if (!library || process.platform !== 'linux') return undefined;
  return cudaState(providers.map((backend) => providerLibrary(loaded.folder, backend)), loaded.version);
}

/** Versions first: what is known not to fit is not started. */
async function tried(loaded: LoadedRuntime, device: Accelerator, kind: 'works' | 'race'): Promise<Probe | Failure> {
  const state = stateOf(loaded, device);
  if (state !== undefined && state.mismatches.length > 0) {
    return { reason: state.mismatches.map(({ problem }) => problem).join('; '), fix: `${state.mismatches.map(({ fix }) => fix).join('; ')}; or set "device: cpu"` };
  }
  const probe = await probeDevice(loaded.folder, ACCELERATORS[device].providers, kind);
  if (!('reason' in probe) || state === undefined) return probe;
  const unknown = state.unknown.length === 0 ? '' : `; it could not be told ${state.unknown.join(', ')}`;
  return { reason: `${probe.reason} (${versionsText(state.versions)}${unknown})` };
}

function providerLibrary(folder: string, backend: string): string {
  const file = process.platform === 'win32' ? `onnxruntime_providers_${backend}.dll` : `libonnxruntime_providers_${backend}.so`;
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

function failureOf(device: Accelerator, outcome: Probe | Failure): Required<Failure> | undefined {
  return 'reason' in outcome ? { fix: ACCELERATORS[device].fix, ...outcome } : undefined;
}

/** A graphics driver in software works, and loses to the processor it runs on. */
function notBetter(probe: Probe | Failure): string | undefined {
  if ('reason' in probe) return probe.reason;
  const [ms, cpuMs] = [probe.ms.toFixed(1), probe.cpuMs.toFixed(1)];
  return probe.ms < probe.cpuMs ? undefined : `slower than the processor (${ms} ms against ${cpuMs} ms for a product of matrices)`;
}
