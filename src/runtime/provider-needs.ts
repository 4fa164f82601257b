/** What onnxruntime's provider libraries need, read from the files themselves: nothing here knows a release of onnxruntime. */
import { closeSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readDynamic } from './elf.js';

export interface ProviderNeeds {
  /** Sonames, in the order of the files. */
  readonly libraries: readonly string[];
  /** Folders that the files name themselves. */
  readonly runpath: readonly string[];
  /** The onnxruntime that they were built with, and the file that tells; undefined where none does. */
  readonly built: Build | undefined;
}

export interface Build {
  readonly onnxruntime: string;
  readonly file: string;
}

/**
 * Of one device: TensorRT's library, say, and CUDA's, which does what TensorRT leaves.
 *
 * @param onnxruntime the version that they should be of
 * @throws Error for what is no ELF library
 */
export function needsOf(providers: readonly string[], onnxruntime: string): ProviderNeeds {
  const release = releaseOf(onnxruntime);
  const parts = providers.map((path) => ({ ...readDynamic(path), path, origin: dirname(path), texts: scan(path, release) }));
  // cuDNN is opened by name at the first convolution, and so is in no list of needed libraries since onnxruntime 1.29.
  const built = parts.flatMap(({ texts, path }) => (texts.onnxruntime === undefined ? [] : [{ onnxruntime: texts.onnxruntime, file: basename(path) }]));
  const opened = parts.flatMap(({ texts }) => (texts.cudnn === undefined ? [] : [`libcudnn.so.${texts.cudnn}`]));
  return {
    libraries: [...new Set([...parts.flatMap(({ needed }) => needed), ...opened])],
    runpath: parts.flatMap(({ runpath, origin }) => runpath.map((folder) => folder.replace(/\$ORIGIN|\$\{ORIGIN\}/gu, origin))),
    // One of another release is enough for them not to fit.
    built: built.find((one) => one.onnxruntime !== release) ?? built[0],
  };
}

/** `1.30.0` of `1.30.0-dev.20260101`. */
export const releaseOf = (version: string): string => version.split('-')[0] ?? version;

interface Texts {
  readonly cudnn: string | undefined;
  readonly onnxruntime: string | undefined;
}

const CHUNK = 1 << 20;
/** Longer than anything looked for. */
const OVERLAP = 64;

/**
 * `libcudnn.so.9` as a text, or as the code that makes it holds it: eight bytes at a time, the last of which are
 * "dnn.so.9". And the one release of onnxruntime that stands by itself among the texts; the expected one where there are several.
 */
function scan(path: string, expected: string): Texts {
  const file = openSync(path, 'r');
  const versions = new Set<string>();
  let cudnn: string | undefined;
  try {
    const buffer = Buffer.alloc(OVERLAP + CHUNK);
    for (let at = 0, kept = 0; ;) {
      const bytes = readSync(file, buffer, kept, CHUNK, at);
      if (bytes === 0) break;
      const text = buffer.toString('latin1', 0, kept + bytes);
      cudnn ??= /nn\.so\.(\d{1,2})(?!\d)/u.exec(text)?.[1];
      // Texts in a library end with a zero byte.
      for (const [, version = ''] of text.matchAll(/\0(\d{1,2}\.\d{1,3}\.\d{1,3})(?=\0)/gu)) if (isRelease(version, expected)) versions.add(version);
      if (cudnn !== undefined && versions.has(expected)) break;
      kept = Math.min(OVERLAP, kept + bytes);
      buffer.copy(buffer, 0, text.length - kept, text.length);
      at += bytes;
    }
  } finally {
    closeSync(file);
  }
  const [only] = versions;
  return { cudnn, onnxruntime: versions.has(expected) ? expected : versions.size === 1 ? only : undefined };
}

/**
 * Provider libraries hold versions of other things as well (zlib 1.3.2, CUTLASS 4.2.1). onnxruntime's since it has such libraries are
 * 1.10.0 and later: minor numbers of two digits, under the loaded one's major number.
 */
function isRelease(version: string, expected: string): boolean {
  const [major, minor = ''] = version.split('.');
  return version === expected || (major === expected.split('.')[0] && minor.length === 2);
}
