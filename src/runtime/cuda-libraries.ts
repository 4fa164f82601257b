/**
 * What CUDA and TensorRT need before anything is started: onnxruntime's own provider library, the CUDA libraries that it
 * was linked with, cuDNN, and a driver that is new enough for them. The versions come from the provider library itself,
 * so a build for another CUDA is told apart from a CUDA that is not there.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../errors.js';
import { neededLibraries } from './elf.js';

/** Of NVIDIA's tool; undefined where it is not there or sees no GPU. */
export interface NvidiaDriver {
  readonly gpu: string;
  readonly driver: string;
  /** The highest CUDA version the driver runs, as `[major, minor]`; undefined where the tool does not say. */
  readonly cuda: readonly [number, number] | undefined;
}

export interface LibraryPlaces {
  /** Path of a library by its soname; undefined where the loader would not find it. */
  find(soname: string): string | undefined;
  /** Names of the same library with another version, `libcublas.so.12` for `libcublas.so.13`. */
  others(soname: string): readonly string[];
}

const NVIDIA = /^lib(?:cu|nv)/u;
/** The provider opens cuDNN at its first convolution, not when it is loaded. */
const CUDNN = 'libcudnn.so.9';
const TIMEOUT_MS = 10_000;

/** Why the device cannot work, in words; undefined where nothing is missing. `libraries`: what the provider asks for. */
export function explainCuda(libraries: readonly string[], driver: NvidiaDriver | undefined, places: LibraryPlaces): string | undefined {
  if (driver === undefined && places.find('libcuda.so.1') === undefined) return 'there is no NVIDIA driver (libcuda.so.1 is not found, and nvidia-smi does not answer)';
  const wanted = libraries.filter((name) => NVIDIA.test(name) && name !== 'libcuda.so.1');
  const version = cudaOf(wanted);
  if (driver?.cuda !== undefined && version !== undefined && driver.cuda[0] < version) {
    return `onnxruntime's library wants CUDA ${version}, and the driver ${driver.driver} of ${driver.gpu} runs CUDA up to ${driver.cuda.join('.')}: it needs a newer driver, or a library built for CUDA ${driver.cuda[0]}`;
  }
  const missing = [...wanted, ...(wanted.includes(CUDNN) ? [] : [CUDNN])].filter((name) => places.find(name) === undefined);
  if (missing.length === 0) return undefined;
  const others = [...new Set(missing.flatMap((name) => places.others(name)))];
  const there = others.length === 0 ? '' : `; there are ${others.join(', ')}`;
  return `onnxruntime's library wants CUDA ${version ?? 'of an unknown version'} and cuDNN 9, and the loader does not find ${missing.join(', ')}${there}`;
}

/** The CUDA that a library was linked with. */
export function cudaOf(libraries: readonly string[]): number | undefined {
  const runtime = libraries.map((name) => /^lib(?:cudart|cublas)\.so\.(\d+)$/u.exec(name)?.[1]).find((each) => each !== undefined);
  return runtime === undefined ? undefined : Number(runtime);
}

/** As the loader of this machine would look: LD_LIBRARY_PATH, then its cache, then the usual folders. */
export function loaderPlaces(env: NodeJS.ProcessEnv = process.env): LibraryPlaces {
  const folders = [...(env.LD_LIBRARY_PATH ?? '').split(':'), '/lib', '/usr/lib', '/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib64', '/usr/lib64'].filter((folder) => folder !== '');
  const cached = new Map([...printed('ldconfig', ['-p']).matchAll(/^\s*(\S+) \(.*\) => (\S+)$/gmu)].map(([, name = '', path = '']) => [name, path]));
  const inFolders = (name: string): string | undefined => folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return {
    find: (name) => inFolders(name) ?? cached.get(name),
    others: (name) => {
      const stem = `${name.split('.so')[0] ?? name}.so.`;
      const near = [...cached.keys(), ...folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder))];
      return [...new Set(near.filter((each) => each.startsWith(stem) && /\.so\.\d+$/u.test(each) && each !== name))].sort();
    },
  };
}

export function nvidiaDriver(): NvidiaDriver | undefined {
  const [first = ''] = printed('nvidia-smi', ['--query-gpu=name,driver_version', '--format=csv,noheader']).split('\n');
  const [gpu, driver] = first.split(',').map((part) => part.trim());
  if (gpu === undefined || driver === undefined) return undefined;
  const [, major, minor] = /CUDA Version: (\d+)\.(\d+)/u.exec(printed('nvidia-smi', [])) ?? [];
  return { gpu, driver, cuda: major === undefined ? undefined : [Number(major), Number(minor)] };
}

/** What a tool prints; empty where it is not there or fails. */
function printed(tool: string, args: readonly string[]): string {
  const path = `${process.env.PATH ?? ''}:/sbin:/usr/sbin`;
  try {
    return execFileSync(tool, args, { encoding: 'utf8', timeout: TIMEOUT_MS, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, PATH: path } });
  } catch {
    return '';
  }
}

/** `neededLibraries`, or why the file cannot be read. */
export function askedFor(provider: string): readonly string[] | { readonly reason: string } {
  try {
    return neededLibraries(provider);
  } catch (thrown) {
    return { reason: `its provider library is broken: ${messageOf(thrown)}` };
  }
}

export interface HashedLibrary {
  readonly file: string;
  readonly sha256: string;
}

/** Of the provider libraries in a folder, by name. */
export async function hashProviders(folder: string): Promise<HashedLibrary[]> {
  const names = readdirSync(folder).filter((name) => /onnxruntime_providers_\w+\.(?:so|dll)$/u.test(name)).sort();
  const hashed: HashedLibrary[] = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    hashed.push({ file: basename(name), sha256: hash.digest('hex') });
  }
  return hashed;
}
