import { describe, expect, it } from 'vitest';
import { renderDevices } from '../../src/cli/devices.js';

describe('devices view', () => {
  it('says of each whether it works, which versions were found where, and what to do', () => {
    expect(renderDevices([
      { device: 'cpu', works: true, detail: 'onnxruntime 1.30.0', fix: null },
      {
        device: 'cuda', works: false, detail: 'cuDNN: found none, needs 9, of which the loader does not find libcudnn.so.9', fix: 'install cuDNN 9', versions: [
          { what: 'driver', found: '580.159.04', where: '/proc/driver/nvidia/version', needs: '580 or newer, for CUDA 13' }, { what: 'CUDA', found: null, where: '/lib/libcudart.so', needs: null },
          { what: 'cuDNN', found: null, where: null, needs: '9' },
        ],
      },
      { device: 'webgpu', works: false, detail: 'no \u001b[2Jadapter', fix: 'install libvulkan1' },
    ], { color: false, width: 80 })).toBe(`cpu     works: onnxruntime 1.30.0
cuda    does not work: cuDNN: found none, needs 9, of which the loader does not find libcudnn.so.9
        Found: driver 580.159.04 (/proc/driver/nvidia/version), needs 580 or newer, for CUDA 13; CUDA of an unknown version (/lib/libcudart.so), needs a version that nothing tells; cuDNN none, needs 9
        What to do: install cuDNN 9
webgpu  does not work: no \ufffd[2Jadapter
        What to do: install libvulkan1
`);
  });
});
