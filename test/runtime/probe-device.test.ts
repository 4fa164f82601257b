/**
 * Devices tried in a process of their own, with a driver that works, is slow, computes wrongly, crashes or hangs. A package stands for
 * onnxruntime-node: what its "devices" do is told by their names.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { resolveDevice, surveyDevices } from '../../src/runtime/devices.js';
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';
import { probeDevice } from '../../src/runtime/probe-device.js';
import { CUDA_PROVIDER, elfFile } from './elf-file.js';

/** Milliseconds of a run, by the provider's name; a machine under load adds to both alike. */
const PACKAGE = `
const MS = { cpu: 150, dml: 900, coreml: 1, cuda: 1, wrong: 1 };
exports.env = {};
exports.Tensor = class { constructor(type, data, dims) { Object.assign(this, { type, data, dims }); } };
exports.InferenceSession = { create: async (model, { executionProviders: [name], extra }) => {
  if (name === 'crashes') process.abort();
  if (name === 'hangs') for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  if (name === 'absent') throw new Error('/onnxruntime_src/onnxruntime/core/x.cc:12 int f(int) adapter != nullptr was false. no   adapter');
  if (name !== 'cpu' && extra.session === undefined && extra['session.disable_cpu_ep_fallback'] !== '1') throw new Error('it may run elsewhere');
  return { run: async ({ x }) => {
    await new Promise((resolve) => setTimeout(resolve, x.dims[0] > 4 ? MS[name] : 0));
    return { y: { data: new Float32Array(16).fill(name === 'wrong' ? 5 : 4) } };
  } };
} };
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-probe-'));
  writeFileSync(join(folder, 'index.js'), PACKAGE);
  writeFileSync(join(folder, 'package.json'), '{"name":"onnxruntime-node","main":"index.js"}');
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const listing = (...names: readonly string[]): LoadedRuntime => {
  const loaded = loadOnnxruntime();
  return { ...loaded, folder, ort: { ...loaded.ort, listSupportedBackends: () => names.map((name) => ({ name, bundled: true })) } };
};

it('one that crashes, hangs, computes wrongly or is not there does not work, and says why', async () => {
  const found = await Promise.all((['crashes', 'hangs', 'wrong', 'absent'] as const).map((name) => probeDevice(folder, [name], 'race')));
  expect(found).toEqual([
    { reason: expect.stringMatching(/^the process that tried it ended with (?:SIGABRT|code \d+)$/u) },
    { reason: 'a matrix product did not finish on it within 10 s' }, { reason: 'it computes wrong results' }, { reason: 'no adapter' },
  ]);
}, 60_000);

it('`auto` takes the first that is faster than the processor, and says of those before it how fast they are', async () => {
  const { info, providers } = await resolveDevice(listing('dml', 'coreml'), 'auto');
  expect([info.requested, info.used, providers]).toEqual(['auto', 'coreml', ['coreml']]);
  expect(info.notes).toEqual([expect.stringMatching(/^directml: slower than the processor \(\d+\.\d ms against \d+\.\d ms for a product of matrices\)$/u)]);
  const slow = await resolveDevice(listing('dml'), 'auto');
  expect([slow.info.used, slow.info.notes]).toEqual(['cpu', info.notes]);
  // Whoever names it gets it.
  expect((await resolveDevice(listing('dml'), 'directml')).info).toMatchObject({ requested: 'directml', used: 'directml', notes: [] });
});

it('the survey has how fast those are that work', async () => {
  const lines = await surveyDevices(listing('dml', 'coreml'));
  expect(lines.filter(({ works }) => works).map(({ device }) => device)).toEqual(['cpu', 'directml', 'coreml']);
  expect(lines.find(({ device }) => device === 'coreml')?.detail).toMatch(/^a product of 1024 x 1024 matrices takes \d+\.\d ms, \d+\.\d ms on the processor$/u);
  expect(lines.find(({ device }) => device === 'webgpu')).toMatchObject({ works: false, detail: expect.stringContaining('has no webgpu backend'), fix: expect.stringContaining('Vulkan') });
});

it.skipIf(process.platform !== 'linux')('cuda runs where its libraries and the driver fit, with their versions, places and hashes', async () => {
  const [binaries, machine] = [join(folder, 'bin/napi-v6', process.platform, process.arch), join(folder, 'machine')];
  for (const each of [binaries, machine]) mkdirSync(each, { recursive: true });
  const library = elfFile(CUDA_PROVIDER);
  writeFileSync(join(binaries, 'libonnxruntime_providers_cuda.so'), library);
  for (const name of ['libcuda.so.580.159.04', 'libcudart.so.13.0.96', 'libcublas.so.13.1.0.3', 'libcublasLt.so.13.1.0.3', 'libcurand.so.10.4.0.35', 'libcudnn.so.9.13.0']) {
    writeFileSync(join(machine, name), '');
    symlinkSync(name, join(machine, name.startsWith('libcuda.') ? 'libcuda.so.1' : /^.*?\.so\.\d+/u.exec(name)?.[0] ?? name));
  }
  vi.stubEnv('LD_LIBRARY_PATH', machine);
  const { info, providers } = await resolveDevice({ ...listing('cuda', 'dml'), version: '1.30.0' }, 'auto');
  vi.unstubAllEnvs();
  expect([info.used, providers, info.notes]).toEqual(['cuda', ['cuda'], []]);
  expect(info.libraries).toEqual([{ file: 'libonnxruntime_providers_cuda.so', sha256: createHash('sha256').update(library).digest('hex') }]);
  // A machine that has a driver tells its own version.
  expect(info.versions.map(({ what, where }) => [what, where]).slice(1)).toEqual([['CUDA', join(machine, 'libcudart.so.13')], ['cuDNN', join(machine, 'libcudnn.so.9')]]);
  expect(info.versions.map(({ what, needs }) => [what, needs])).toEqual([['driver', '580 or newer, for CUDA 13'], ['CUDA', '13'], ['cuDNN', '9']]);
});
