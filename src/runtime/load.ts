/**
 * Finds and loads onnxruntime-node, and nothing else does. Its native part is tens of megabytes per platform, so
 * the bundle leaves it out and loads it at run time from a folder.
 *
 * 1. `PRUNE_GATE_RUNTIME`, if set, is the only place looked at: the package's own folder, or a folder whose
 *    `node_modules` holds it (what the action's installer prepares, or an air-gapped runner brings).
 * 2. Otherwise Node's own resolution from this module.
 *
 * `PRUNE_GATE_CUDA` names a folder with provider libraries to go with it, `PRUNE_GATE_CUDA_CACHE` where the two are put together
 * (provider-folder.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type * as Onnxruntime from 'onnxruntime-node';
import { messageOf, UserError } from '../errors.js';
import { withProviders } from './provider-folder.js';

export type Ort = typeof Onnxruntime;

const PACKAGE = 'onnxruntime-node';

export interface LoadedRuntime {
  readonly ort: Ort;
  /** The package's folder. */
  readonly folder: string;
  readonly version: string;
}

let loaded: { readonly from: string; readonly runtime: LoadedRuntime } | undefined;

/**
 * Loads onnxruntime once per process. Throws UserError `runtime-missing` where it is not there, `runtime-broken`
 * where it does not load on this machine.
 */
export function loadOnnxruntime(env: NodeJS.ProcessEnv = process.env): LoadedRuntime {
  const from = env.PRUNE_GATE_RUNTIME ?? '';
  const libraries = env.PRUNE_GATE_CUDA ?? '';
  const cache = env.PRUNE_GATE_CUDA_CACHE;
  const key = JSON.stringify([from, libraries, cache]);
  if (loaded?.from !== key) loaded = { from: key, runtime: loadFrom(from, libraries, cache) };
  return loaded.runtime;
}

function loadFrom(from: string, libraries: string, cache: string | undefined): LoadedRuntime {
  const found = findPackage(from);
  const folder = libraries === '' ? found : withProviders(found, resolve(libraries), cache);
  const ort = requireNative(folder);
  // Failures reach callers as exceptions; printing them as well would flood the log while sizes are probed.
  ort.env.logLevel = 'fatal';
  holdHalvesAsBits(ort);
  return { ort, folder, version: ort.env.versions.node ?? 'unknown' };
}

/**
 * onnxruntime-common decides at its first tensor whether float16 is held in Float16Array, where there is one, and its
 * native part then refuses these on Node versions whose own native interface does not know them (seen with 24.9).
 * Bits in a Uint16Array work everywhere, so that first tensor is made while there is no Float16Array to be seen.
 */
function holdHalvesAsBits(ort: Ort): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Float16Array');
  if (own === undefined) return;
  Reflect.deleteProperty(globalThis, 'Float16Array');
  try {
    new ort.Tensor('float16', new Uint16Array(0), [0]);
  } finally {
    Object.defineProperty(globalThis, 'Float16Array', own);
  }
}

function findPackage(from: string): string {
  if (from === '') return resolvePackage(import.meta.url, 'node_modules');
  const folder = resolve(from);
  if (packageName(folder) === PACKAGE) return folder;
  return resolvePackage(join(folder, 'package.json'), folder);
}

function resolvePackage(origin: string, where: string): string {
  try {
    return packageRoot(createRequire(origin).resolve(PACKAGE));
  } catch (cause) {
    throw new UserError({
      code: 'runtime-missing',
      message: `${PACKAGE} was not found`,
      where,
      fix: `install it with "npm install ${PACKAGE}", or set PRUNE_GATE_RUNTIME to a folder that holds node_modules/${PACKAGE}`,
      cause,
    });
  }
}

/** The nearest folder at or above `file` whose package.json names the package. */
function packageRoot(file: string): string {
  let folder = dirname(file);
  while (packageName(folder) !== PACKAGE) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${file} lies in no ${PACKAGE} package`);
    folder = parent;
  }
  return folder;
}

function packageName(folder: string): unknown {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && 'name' in parsed ? parsed.name : undefined;
  } catch {
    return undefined; // not a package.json worth the name: keep looking
  }
}

function requireNative(folder: string): Ort {
  try {
    return createRequire(join(folder, 'package.json'))(folder) as Ort;
  } catch (cause) {
    throw new UserError({
      code: 'runtime-broken',
      message: `${PACKAGE} does not load on ${process.platform}/${process.arch}: ${messageOf(cause).split('\n', 1)[0] ?? ''}`,
      where: folder,
      fix: 'it has native builds for linux (glibc) x64 and arm64, win32 x64 and arm64, and darwin arm64; use one of these, and install it on the platform that runs it',
      cause,
    });
  }
}
