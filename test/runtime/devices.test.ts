/** What a device that is missing looks like. Where the machine has one, the same calls must succeed on it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createRuntime } from '../../src/runtime/runtime.js';
import { resolveDevice, surveyDevices } from '../../src/runtime/devices.js';
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';
import { withProviders } from '../../src/runtime/provider-folder.js';
import { ACCELERATOR_NAMES } from '../../src/runtime/accelerators.js';
import { nvidiaDriver } from '../../src/runtime/nvidia-driver.js';
import { loaderPlaces } from '../../src/runtime/loader.js';
import { CUDA_PROVIDER, elfFile } from './elf-file.js';

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

  it('CUDA\'s products of float32 are taken in float32, unless the user has set otherwise', async () => {
    vi.stubEnv('NVIDIA_TF32_OVERRIDE', undefined);
    await createRuntime({ device: 'cpu' });
    expect(process.env.NVIDIA_TF32_OVERRIDE).toBeUndefined();
    await createRuntime({ device: 'cuda' }).catch(() => undefined);
    expect(process.env.NVIDIA_TF32_OVERRIDE).toBe('0');
    vi.stubEnv('NVIDIA_TF32_OVERRIDE', '1');
    await createRuntime({ device: 'tensorrt' }).catch(() => undefined);
    expect(process.env.NVIDIA_TF32_OVERRIDE).toBe('1');
    vi.unstubAllEnvs();
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

  it('goes with the package, whose own folder stays as it was; versions are looked at first, and what does not fit is not started', async () => {
    const given = join(scratch, 'given');
    mkdirSync(given);
    // It asks for what onnxruntime's own does, and holds nothing: it loads on no machine.
    writeFileSync(join(given, 'libonnxruntime_providers_cuda.so'), elfFile(CUDA_PROVIDER));
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
    const error = await resolveDevice({ ...loaded, folder }, 'cuda').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'device-unavailable', fix: expect.stringContaining('device: cpu') });
    const cuda = (await surveyDevices({ ...loaded, folder })).find(({ device }) => device === 'cuda');
    expect(cuda?.versions?.map(({ what, needs }) => [what, needs])).toEqual([['driver', '580 or newer, for CUDA 13'], ['CUDA', '13'], ['cuDNN', '9']]);
    const { message } = error as Error;
    expect(`device "cuda" does not work here: ${cuda?.detail ?? ''}`).toBe(message);
    // Where the driver and its libraries are there, it is tried, and what onnxruntime says of this library comes first.
    if (nvidiaDriver(loaderPlaces()) === undefined) expect(message).toMatch(/: driver: found no NVIDIA driver .*, needs 580 or newer, for CUDA 13; CUDA: found .*, needs 13, of which .*libcudart\.so\.13; cuDNN: found .*, needs 9/u);
    const [auto] = (await resolveDevice({ ...loaded, folder }, 'auto')).info.notes;
    expect(auto).toMatch(/^cuda: /u);
  });
});
