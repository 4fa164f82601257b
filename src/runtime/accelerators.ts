/** The devices that are not the processor: what onnxruntime calls them, what they need, and what to do where that is missing. */
import type { Accelerator } from './types.js';

export interface AcceleratorRow {
  /** onnxruntime-node's name of the backend. */
  readonly backend: string;
  /** `executionProviders` of a session; what they have no kernel for goes to the CPU. */
  readonly providers: readonly string[];
  /** The provider as a profile names it; not that of a device that stands in for it. */
  readonly profiled: readonly string[];
  /** Whether the provider is in a library of its own, which is not in the npm package. */
  readonly library: boolean;
  /** Whether `auto` looks at it. */
  readonly automatic: boolean;
  readonly fix: string;
}

/** For cuda and tensorrt alike. */
const INSTALL = '"ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false" (in the action: input "device: cuda"), or set PRUNE_GATE_CUDA (in the action: input "cuda-path") to a folder that holds libonnxruntime_providers_cuda.so and libonnxruntime_providers_shared.so of the same version';
const ELSE = 'or set "device: cpu"';

/** In the order in which `auto` tries them, best first. TensorRT builds an engine for minutes per model, so it is taken only by name. */
export const ACCELERATORS: Readonly<Record<Accelerator, AcceleratorRow>> = {
  cuda: {
    backend: 'cuda', providers: ['cuda'], profiled: ['CUDAExecutionProvider'], library: true, automatic: true,
    fix: `on Linux x64 with an NVIDIA driver, CUDA and cuDNN 9, run ${INSTALL}; ${ELSE}`,
  },
  tensorrt: {
    backend: 'tensorrt', providers: ['tensorrt', 'cuda'], profiled: ['TensorrtExecutionProvider', 'NvTensorRTRTXExecutionProvider'],
    library: true, automatic: false,
    fix: `on Linux x64 with an NVIDIA driver, CUDA, cuDNN 9 and TensorRT 10, run ${INSTALL}, and libonnxruntime_providers_tensorrt.so; or set "device: cuda"`,
  },
  directml: {
    backend: 'dml', providers: ['dml'], profiled: ['DmlExecutionProvider'], library: false, automatic: true,
    fix: `use a Windows runner with a DirectX 12 GPU and its driver; ${ELSE}`,
  },
  coreml: {
    backend: 'coreml', providers: ['coreml'], profiled: ['CoreMLExecutionProvider'], library: false, automatic: true,
    fix: `use a macOS runner on Apple silicon; ${ELSE}`,
  },
  webgpu: {
    backend: 'webgpu', providers: ['webgpu'], profiled: ['WebGpuExecutionProvider'], library: false, automatic: true,
    fix: `install a GPU driver and its Vulkan loader (Debian, Ubuntu: "apt-get install libvulkan1"; NVIDIA: also libegl1, libgl1, libglx0), or name a driver with VK_DRIVER_FILES; ${ELSE}`,
  },
};

export const ACCELERATOR_NAMES = Object.keys(ACCELERATORS) as readonly Accelerator[];
