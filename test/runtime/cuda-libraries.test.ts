/** A folder of provider libraries: hashed, and looked at before anything of it is started. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cudaState, hashProviders } from '../../src/runtime/cuda-libraries.js';

const folder = mkdtempSync(join(tmpdir(), 'prune-gate-cuda-libraries-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

it('hashes what lies there', async () => {
  writeFileSync(join(folder, 'libonnxruntime_providers_cuda.so'), 'abc');
  expect(await hashProviders(folder)).toEqual([{ file: 'libonnxruntime_providers_cuda.so', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }]);
});

it('a library that is none is a mismatch, and not an error of ours', () => {
  expect(cudaState([join(folder, 'libonnxruntime_providers_cuda.so')], '1.30.0')).toEqual({
    versions: [], unknown: [], gpus: [], mismatches: [{ problem: expect.stringMatching(/^its provider library is broken: .* ends early/u), fix: expect.stringContaining('install it again') }],
  });
});
