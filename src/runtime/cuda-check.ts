/**
 * Whether CUDA and TensorRT can work here, before anything of theirs is started: what the provider libraries need against the
 * driver, CUDA, cuDNN and TensorRT that are there. Rules:
 *
 * 1. Needs are read from the provider libraries, what is there from files and from the driver. The soname's number is what must
 *    fit: NVIDIA keeps minor versions compatible in it.
 * 2. What is known not to fit is refused, with what was found where, what is needed, and what to do. What cannot be told is
 *    said, and is no reason to refuse: the device is tried.
 */
import { dirname } from 'node:path';
import type { LibraryPlaces } from './loader.js';
import { versionOfLibrary } from './library-version.js';
import { DRIVER_LIBRARY, type NvidiaDriver } from './nvidia-driver.js';
import { releaseOf } from './provider-needs.js';
import type { ProviderNeeds } from './provider-needs.js';
import type { FoundVersion } from './types.js';

export interface Mismatch {
  readonly problem: string;
  readonly fix: string;
}

export interface CudaCheck {
  readonly versions: readonly FoundVersion[];
  /** Empty where nothing is known to be wrong. */
  readonly mismatches: readonly Mismatch[];
  readonly unknown: readonly string[];
}

export interface Machine {
  readonly driver: NvidiaDriver | undefined;
  readonly places: LibraryPlaces;
  /** Of the runtime that is loaded. */
  readonly onnxruntime: string;
}

interface Component {
  readonly what: 'CUDA' | 'cuDNN' | 'TensorRT';
  readonly library: RegExp;
  /** The library whose version is the component's. */
  readonly leading: string;
  readonly install: (version: string) => string;
}

const COMPONENTS: readonly Component[] = [
  { what: 'CUDA', library: /^lib(?:cudart|cublas|cublasLt|curand|cufft|cusparse|cusolver|nvrtc|nvJitLink)\.so\./u, leading: 'libcudart', install: (version) => `install CUDA ${version}'s libraries (NVIDIA's packages cuda-libraries-${version}-*), or give a provider library that was built for the CUDA that is here` },
  { what: 'cuDNN', library: /^libcudnn\.so\./u, leading: 'libcudnn', install: (version) => `install cuDNN ${version} for that CUDA (NVIDIA's packages cudnn${version}-cuda-*)` },
  { what: 'TensorRT', library: /^libnv(?:infer|onnxparser)\.so\./u, leading: 'libnvinfer', install: (version) => `install TensorRT ${version} (NVIDIA's packages libnvinfer${version} and libnvonnxparsers${version}), or set "device: cuda"` },
];

/**
 * Oldest driver of each CUDA. Source: NVIDIA, "CUDA Compatibility", minor version compatibility, table 1. A CUDA that is not
 * here is judged by nvidia-smi alone.
 */
const OLDEST_DRIVER: ReadonlyMap<number, number> = new Map([[11, 450], [12, 525], [13, 580]]);

export function checkCuda(needs: ProviderNeeds, { driver, places, onnxruntime }: Machine): CudaCheck {
  const versions: FoundVersion[] = [];
  const mismatches: Mismatch[] = [];
  const unknown: string[] = [];
  const take = (part: CudaCheck): void => {
    versions.push(...part.versions);
    mismatches.push(...part.mismatches);
    unknown.push(...part.unknown);
  };
  const cuda = majorOf(needs.libraries.find((name) => name.startsWith('libcudart.so.')) ?? needs.libraries.find((name) => name.startsWith('libcublas.so.')));
  take(checkBuild(needs, onnxruntime));
  take(checkDriver(cuda, driver, places));
  for (const component of COMPONENTS) take(checkComponent(component, needs.libraries.filter((name) => component.library.test(name)), places));
  return { versions, mismatches, unknown: [...new Set(unknown)] };
}

/** `13` of `libcudart.so.13`. */
function majorOf(soname: string | undefined): number | undefined {
  const [, major] = /\.so\.(\d+)$/u.exec(soname ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}

function checkBuild({ built }: ProviderNeeds, loaded: string): CudaCheck {
  const version = releaseOf(loaded);
  if (built === undefined) return { versions: [], mismatches: [], unknown: ['which onnxruntime the provider library was built with'] };
  if (built.onnxruntime === version) return NOTHING;
  return {
    ...NOTHING, mismatches: [{
      problem: `provider library: found ${built.file} of onnxruntime ${built.onnxruntime}, needs ${version}, as onnxruntime-node is`,
      fix: `give provider libraries of onnxruntime ${version}, such as those of the Python package onnxruntime-gpu==${version}`,
    }],
  };
}

const NOTHING: CudaCheck = { versions: [], mismatches: [], unknown: [] };

function checkDriver(cuda: number | undefined, driver: NvidiaDriver | undefined, places: LibraryPlaces): CudaCheck {
  const oldest = cuda === undefined ? undefined : OLDEST_DRIVER.get(cuda);
  const needed = cuda === undefined ? null : `${oldest === undefined ? 'one' : `${oldest} or newer,`} for CUDA ${cuda}`;
  const version = (found: string | null, where: string | null): FoundVersion => ({ what: 'driver', found, where, needs: needed });
  if (driver === undefined) return noDriver(version(null, null), places);
  const versions = [version(driver.version ?? null, driver.where === '' ? null : driver.where)];
  const told = `${driver.version ?? 'one of an unknown version'} (${driver.where})`;
  if (driver.library === undefined) {
    const problem = `driver: found ${told}, and the loader does not find its ${DRIVER_LIBRARY}`;
    return places.complete
      ? { versions, unknown: [], mismatches: [{ problem, fix: 'start the container with its GPUs ("docker run --gpus all", the capabilities "compute,utility"), or install the driver\'s CUDA library (libcuda1)' }] }
      : { versions, mismatches: [], unknown: [`whether ${DRIVER_LIBRARY} is there (ldconfig does not answer)`] };
  }
  const most = mostCuda(driver);
  if (cuda === undefined) return { versions, mismatches: [], unknown: ['which CUDA the provider library was built for'] };
  if (most === undefined) return { versions, mismatches: [], unknown: [`whether the driver ${told} runs CUDA ${cuda}`] };
  if (most.major >= cuda) return { versions, mismatches: [], unknown: [] };
  return {
    versions, unknown: [], mismatches: [{
      problem: `driver: found ${told}, which runs CUDA up to ${most.text}, needs ${needed}`,
      fix: `install ${oldest === undefined ? 'a newer driver' : `driver ${oldest} or newer`}, or give a provider library that was built for CUDA ${most.major}`,
    }],
  };
}

function noDriver(version: FoundVersion, places: LibraryPlaces): CudaCheck {
  if (!places.complete) return { versions: [version], mismatches: [], unknown: ['whether there is an NVIDIA driver (ldconfig and nvidia-smi do not answer)'] };
  return {
    versions: [version], unknown: [], mismatches: [{
      problem: `driver: found no NVIDIA driver (the loader does not find ${DRIVER_LIBRARY}, the kernel and nvidia-smi tell of none), needs ${version.needs ?? 'one'}`,
      fix: 'use a machine with an NVIDIA GPU and its driver; a container needs "docker run --gpus all"',
    }],
  };
}

/** The highest CUDA that runs: the most of what nvidia-smi says and what the library's version stands for. */
function mostCuda({ cuda, version, libraryVersion }: NvidiaDriver): { readonly major: number; readonly text: string } | undefined {
  const own = Number.parseInt(libraryVersion ?? version ?? '', 10);
  const byTable = Math.max(...[...OLDEST_DRIVER].map(([major, oldest]) => (own >= oldest ? major : -Infinity)));
  if (cuda !== undefined && cuda[0] >= byTable) return { major: cuda[0], text: cuda.join('.') };
  return Number.isFinite(byTable) ? { major: byTable, text: String(byTable) } : undefined;
}

function checkComponent({ what, leading, install }: Component, wanted: readonly string[], places: LibraryPlaces): CudaCheck {
  const [first] = wanted;
  // TensorRT's provider alone needs it; the others need both.
  if (first === undefined) return what === 'TensorRT' ? NOTHING : { ...NOTHING, unknown: [`which ${what} the provider library needs`] };
  const lead = wanted.find((name) => name.startsWith(`${leading}.so.`)) ?? first;
  const major = String(majorOf(lead) ?? '');
  const missing = wanted.filter((name) => places.find(name) === undefined);
  const path = places.find(lead);
  const others = missing.flatMap((name) => places.others(name));
  const shown = path ?? others.find((other) => other.includes(`/${leading}.so.`)) ?? others[0];
  const version: FoundVersion = { what, found: shown === undefined ? null : versionOfLibrary(shown) ?? null, where: shown ?? null, needs: major };
  if (missing.length === 0) return { versions: [version], mismatches: [], unknown: [] };
  if (!places.complete) return { versions: [version], mismatches: [], unknown: [`whether ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} there (ldconfig does not answer)`] };
  const found = shown === undefined ? 'none' : `${version.found ?? 'an unknown version'} (${shown})`;
  // The very library, where the loader does not look.
  const folders = [...new Set(others.filter((other) => missing.some((name) => other.endsWith(`/${name}`))).map((other) => dirname(other)))];
  return {
    versions: [version], unknown: [], mismatches: [{
      problem: `${what}: found ${found}, needs ${major}, of which the loader does not find ${missing.join(', ')}`,
      fix: folders.length > 0 ? `add ${folders.join(':')} to LD_LIBRARY_PATH` : install(major),
    }],
  };
}

/** In one line: `driver 580.159.04, CUDA 13.0.96, cuDNN 9.13.0`. */
export function versionsText(versions: readonly FoundVersion[]): string {
  return versions.map(({ what, found, where }) => `${what} ${found ?? (where === null ? 'not found' : 'of an unknown version')}`).join(', ');
}
