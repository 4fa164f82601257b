/** What a device that is missing looks like. Where the machine has one, the same calls must succeed on it. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/runtime/runtime.js';
import { resolveDevice, surveyDevices } from '../../src/runtime/devices.js';
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';
import { withProviders } from '../../src/runtime/provider-folder.js';
import { ACCELERATOR_NAMES } from '../../src/runtime/accelerators.js';

const scratch = mkdtempSync(join(tmpdir(), 'prune-gate-devices-'));
afterAll(() => { rmSync(scratch, { recursive: true, force: true }); });

/** The real package, claiming other backends. */
function claiming(backends: { readonly name: string; readonly bundled: boolean }[]): LoadedRuntime {
  const loaded = loadOnnxruntime();
  return { ...loaded, ort: { ...loaded.ort, listSupportedBackends: () => backends } };
}

describe('devices', () => {
  it.each([
    ['cuda', /ONNXRUNTIME_NODE_INSTALL=cuda12/u],
    ['tensorrt', /TensorRT 10.*device: cuda/u],
    ['webgpu', /Vulkan/u],
    ['directml', /Windows/u],
    ['coreml', /macOS/u],
  ] as const)('%s works, or is an error with the fix; it never falls back', async (device, fix) => {
    const outcome = await createRuntime({ device }).then((runtime) => runtime.device, (thrown: unknown) => thrown);
    expect(outcome).toSatisfy((each: { used?: string; code?: string; fix?: string }) =>
      each.used === device || (each.code === 'device-unavailable' && fix.test(each.fix ?? '')));
  });

  it('auto takes the best that works, and gives a reason for each listed one that it did not take', async () => {
    const { device } = await createRuntime({ device: 'auto' });
    const listed = ACCELERATOR_NAMES.filter((name) => name !== 'tensorrt' && loadOnnxruntime().ort.listSupportedBackends().some((each) => each.name === name));
    const better = [...listed, 'cpu'].indexOf(device.used);
    expect(device.requested).toBe('auto');
    expect(device.notes.map((note) => note.split(':')[0])).toEqual(listed.slice(0, better));
  });

  it('the survey tries each, and says what to do about those that do not work', async () => {
    const lines = await surveyDevices(loadOnnxruntime());
    expect(lines.map(({ device }) => device)).toEqual(['cpu', ...ACCELERATOR_NAMES]);
    expect(lines.every(({ works, detail, fix }) => detail !== '' && works === (fix === null))).toBe(true);
  });

  it('does not believe a listing: what is listed must run a model', async () => {
    const liar = claiming([{ name: 'cpu', bundled: true }, { name: 'dml', bundled: true }]);
    if (process.platform === 'win32') return; // it may be true there
    await expect(resolveDevice(liar, 'directml')).rejects.toMatchObject({ code: 'device-unavailable', message: expect.stringMatching(/unsupported|not found/u) });
    const { info, providers } = await resolveDevice(liar, 'auto');
    expect(providers).toEqual(['cpu']);
    expect(info.notes[0]).toMatch(/^directml: /u);
    await expect(resolveDevice(liar, 'webgpu')).rejects.toMatchObject({ message: expect.stringContaining('has no webgpu backend') });
  });
});

describe.skipIf(process.platform !== 'linux')('a folder of CUDA libraries', () => {
  const loaded = loadOnnxruntime();

  it('without them is refused', () => {
    mkdirSync(join(scratch, 'empty'));
    expect(() => withProviders(loaded.folder, join(scratch, 'empty'), join(scratch, 'cache'))).toThrow(expect.objectContaining({ code: 'cuda-libraries-missing', where: join(scratch, 'empty') }));
  });

  it('goes with the package, whose own folder stays as it was; what does not load is told with what is missing, and its hash is known', async () => {
    const given = join(scratch, 'given');
    mkdirSync(given);
    // A real library, if not for CUDA: it loads on no machine as a provider.
    copyFileSync(join(loaded.folder, 'bin/napi-v6', process.platform, process.arch, 'onnxruntime_binding.node'), join(given, 'libonnxruntime_providers_cuda.so'));
    // By a link, as folders of versions have them.
    writeFileSync(join(scratch, 'shared.so.1'), 'shared');
    symlinkSync('../shared.so.1', join(given, 'libonnxruntime_providers_shared.so'));
    const folder = withProviders(loaded.folder, given, join(scratch, 'cache'));
    expect(withProviders(loaded.folder, given, join(scratch, 'cache'))).toBe(folder);
    const library = join('bin/napi-v6', process.platform, process.arch, 'libonnxruntime_providers_cuda.so');
    expect(loadOnnxruntime({ PRUNE_GATE_CUDA: given, PRUNE_GATE_CUDA_CACHE: join(scratch, 'of-the-job') }).folder).toContain(join(scratch, 'of-the-job'));
    expect(statSync(join(folder, library)).size).toBe(statSync(join(given, 'libonnxruntime_providers_cuda.so')).size);
    expect(readFileSync(join(folder, library, '../libonnxruntime_providers_shared.so'), 'utf8')).toBe('shared');
    expect(() => statSync(join(loaded.folder, library))).toThrow();
    await expect(resolveDevice({ ...loaded, folder }, 'cuda')).rejects.toMatchObject({ code: 'device-unavailable', message: expect.stringMatching(/NVIDIA driver|does not find|shared library/u) });
  });
});
