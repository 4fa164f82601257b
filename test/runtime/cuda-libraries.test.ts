/** What is said where CUDA cannot start: by what the provider library asks for and what this machine has. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cudaOf, explainCuda, hashProviders, type LibraryPlaces, type NvidiaDriver } from '../../src/runtime/cuda-libraries.js';
import { neededLibraries } from '../../src/runtime/elf.js';
import { loadOnnxruntime } from '../../src/runtime/load.js';

/** What readelf shows of onnxruntime-gpu 1.30.0's. */
const PROVIDER = ['libcublasLt.so.13', 'libcublas.so.13', 'libcurand.so.10', 'libcudart.so.13', 'libcuda.so.1', 'libc.so.6'];
const H200: NvidiaDriver = { gpu: 'NVIDIA H200', driver: '580.159.04', cuda: [13, 0] };
const having = (...names: string[]): LibraryPlaces => ({
  find: (name) => (names.includes(name) ? `/lib/${name}` : undefined),
  others: (name) => names.filter((each) => each.split('.so')[0] === name.split('.so')[0] && each !== name),
});
const WHOLE = [...PROVIDER, 'libcudnn.so.9'];

describe('explainCuda', () => {
  it('finds nothing wrong where all is there', () => {
    expect(explainCuda(PROVIDER, H200, having(...WHOLE))).toBeUndefined();
  });

  it.each([
    ['no driver', undefined, WHOLE.filter((name) => name !== 'libcuda.so.1'), /^there is no NVIDIA driver/u],
    ['a driver that is too old', { ...H200, driver: '535.54', cuda: [12, 2] as const }, WHOLE, /wants CUDA 13, and the driver 535\.54 of NVIDIA H200 runs CUDA up to 12\.2/u],
    ['another CUDA', H200, ['libcuda.so.1', 'libcublas.so.12', 'libcublasLt.so.12', 'libcudart.so.12', 'libcurand.so.10', 'libcudnn.so.9'],
      /wants CUDA 13 and cuDNN 9, and the loader does not find libcublasLt\.so\.13, libcublas\.so\.13, libcudart\.so\.13; there are libcublasLt\.so\.12, libcublas\.so\.12, libcudart\.so\.12$/u],
    ['no cuDNN', H200, PROVIDER, /does not find libcudnn\.so\.9$/u],
    ['an older cuDNN', H200, [...PROVIDER, 'libcudnn.so.8'], /does not find libcudnn\.so\.9; there are libcudnn\.so\.8$/u],
  ] as const)('%s', (_, driver, names, words) => {
    expect(explainCuda(PROVIDER, driver, having(...names))).toMatch(words);
  });

  it('reads the version off the library', () => {
    expect([cudaOf(PROVIDER), cudaOf(['libc.so.6'])]).toEqual([13, undefined]);
  });
});

describe('neededLibraries', () => {
  it.skipIf(process.platform !== 'linux')('reads them from the ELF file', () => {
    const library = join(loadOnnxruntime().folder, 'bin/napi-v6', process.platform, process.arch, 'libonnxruntime.so.1');
    expect(neededLibraries(library)).toEqual(expect.arrayContaining(['libc.so.6', 'libm.so.6', 'libstdc++.so.6']));
  });

  it('refuses what is none, and hashes what lies there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prune-gate-elf-'));
    try {
      const file = join(folder, 'libonnxruntime_providers_cuda.so');
      writeFileSync(file, 'abc'.padEnd(100, '\0'));
      expect(() => neededLibraries(file)).toThrow('is no 64-bit ELF library');
      writeFileSync(file, 'abc');
      expect(() => neededLibraries(file)).toThrow('ends early');
      expect(await hashProviders(folder)).toEqual([{ file: 'libonnxruntime_providers_cuda.so', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
