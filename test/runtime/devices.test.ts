/** What a device that is missing looks like. Where the machine has one, the same calls must succeed on it. */
import { describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/runtime/runtime.js';
import { resolveDevice } from '../../src/runtime/devices.js';
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';

/** The real package, claiming other backends. */
function claiming(backends: { readonly name: string; readonly bundled: boolean }[]): LoadedRuntime {
  const loaded = loadOnnxruntime();
  return { ...loaded, ort: { ...loaded.ort, listSupportedBackends: () => backends } };
}

describe('devices', () => {
  it.each([
    ['cuda', /ONNXRUNTIME_NODE_INSTALL=cuda12/u],
    ['webgpu', /Vulkan/u],
  ] as const)('%s works, or is an error with the fix; it never falls back', async (device, fix) => {
    const outcome = await createRuntime({ device }).then((runtime) => runtime.device, (thrown: unknown) => thrown);
    expect(outcome).toSatisfy((each: { used?: string; code?: string; fix?: string }) =>
      each.used === device || (each.code === 'device-unavailable' && fix.test(each.fix ?? '')));
  });

  it('auto takes the best that works, and gives a reason for each that it did not take', async () => {
    const { device } = await createRuntime({ device: 'auto' });
    const better = ['cuda', 'webgpu', 'cpu'].indexOf(device.used);
    expect(device.requested).toBe('auto');
    expect(device.notes.map((note) => note.split(':')[0])).toEqual(['cuda', 'webgpu'].slice(0, better));
  });

  it('does not believe a listing: what is listed must run a model', async () => {
    const liar = claiming([{ name: 'cpu', bundled: true }, { name: 'cuda', bundled: true }]);
    const honest = await resolveDevice(loadOnnxruntime(), 'auto');
    if (honest.info.used !== 'cpu') return; // a machine with a GPU: the listing may be true
    const { info, providers } = await resolveDevice(liar, 'auto');
    expect(providers).toEqual(['cpu']);
    expect(info.notes.find((note) => note.startsWith('cuda'))).toMatch(/Failed to load shared library|shared library/iu);
    await expect(resolveDevice(liar, 'webgpu')).rejects.toMatchObject({ message: expect.stringContaining('has no webgpu backend') });
  });
});
