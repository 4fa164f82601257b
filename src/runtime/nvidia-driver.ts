/** The NVIDIA driver of this machine and its GPUs, from whatever tells of them: the kernel, the driver's library, nvidia-smi. */
import { join } from 'node:path';
import { versionOfLibrary } from './library-version.js';
import type { LibraryPlaces } from './loader.js';
import { entriesOf, fileText, printed } from './tools.js';

export interface NvidiaDriver {
  /** Names of the GPUs in the driver's order; empty where nobody tells. */
  readonly gpus: readonly string[];
  /** `580.159.04`; undefined where nobody tells. */
  readonly version: string | undefined;
  /** Who told the version. */
  readonly where: string;
  /** libcuda.so.1, through which CUDA talks to it; undefined where the loader does not find it. */
  readonly library: string | undefined;
  /** Version of that library: newer than the driver's where CUDA's compatibility package is used. */
  readonly libraryVersion: string | undefined;
  /** The highest CUDA version it runs, `[major, minor]`, by nvidia-smi. */
  readonly cuda: readonly [number, number] | undefined;
}

/** What the machine says, in its own words; empty where it does not. */
export interface DriverWords {
  /** /proc/driver/nvidia/version. */
  readonly kernel: string;
  /** `Model: ` lines of /proc/driver/nvidia/gpus. */
  readonly models: readonly string[];
  /** nvidia-smi's `name, driver_version` lines, and its usual table. */
  readonly list: string;
  readonly table: string;
}

export const DRIVER_LIBRARY = 'libcuda.so.1';
const KERNEL = '/proc/driver/nvidia';

/** Undefined where nothing shows one. */
export function nvidiaDriver(places: LibraryPlaces, words: DriverWords = driverWords()): NvidiaDriver | undefined {
  const library = places.find(DRIVER_LIBRARY);
  const rows = words.list.split('\n').map((line) => line.split(',').map((part) => part.trim())).filter(([, version]) => version !== undefined && version !== '');
  const kernel = /^NVRM version:.*?\s(\d+\.\d+(?:\.\d+)?)\s/mu.exec(words.kernel)?.[1];
  if (library === undefined && kernel === undefined && rows.length === 0) return undefined;
  const own = library === undefined ? undefined : versionOfLibrary(library);
  const libraryVersion = own?.includes('.') === true ? own : undefined;
  const [version, where] = ([[kernel, join(KERNEL, 'version')], [rows[0]?.[1], 'nvidia-smi'], [libraryVersion, library ?? '']] as const).find(([found]) => found !== undefined) ?? [undefined, library ?? ''];
  const [, major, minor] = /CUDA Version: (\d+)\.(\d+)/u.exec(words.table) ?? [];
  return {
    gpus: rows.length > 0 ? rows.map(([name = '']) => name) : words.models, version, where, library, libraryVersion,
    cuda: major === undefined ? undefined : [Number(major), Number(minor)],
  };
}

function driverWords(): DriverWords {
  return {
    kernel: fileText(join(KERNEL, 'version')), models: models(join(KERNEL, 'gpus')),
    list: printed('nvidia-smi', ['--query-gpu=name,driver_version', '--format=csv,noheader']), table: printed('nvidia-smi', []),
  };
}

function models(folder: string): string[] {
  return entriesOf(folder).sort().flatMap((name) => /^Model:\s*(.+)$/mu.exec(fileText(join(folder, name, 'information')))?.[1]?.trim() ?? []);
}
