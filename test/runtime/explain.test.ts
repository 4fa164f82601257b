/** What onnxruntime's providers say, and what it is called: memory that is out is cut down to, a device that is lost is not. */
import { expect, it } from 'vitest';
import { openError, runError } from '../../src/runtime/explain.js';

/** As seen, or as their sources have them. */
const WORDS: readonly (readonly [string, string])[] = [
  ['out-of-memory', 'bad allocation'],
  ['out-of-memory', 'Non-zero status code returned while running Conv node. Failed to allocate memory for requested buffer of size 250000000000'],
  ['out-of-memory', 'CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=x ; file=cuda_call.cc ; line=1'],
  ['out-of-memory', 'CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc((void**)&p, size);'],
  ['out-of-memory', 'WebGPU validation failed. [Invalid Buffer (unlabeled)] is invalid due to a previous error.'],
  ['out-of-memory', 'Buffer size (5000000000) exceeds the max buffer size limit (2147483648).'],
  ['device-lost', 'WebGPU device lost (1): A valid external Instance reference no longer exists.'],
  ['device-lost', 'CUDA failure 700: an illegal memory access was encountered ; GPU=0'],
  ['device-lost', 'CUDA failure 719: unspecified launch failure ; GPU=0'],
  ['device-lost', 'CUDA error cudaErrorIllegalAddress:an illegal memory access was encountered'],
  ['device-lost', 'DmlExecutionProvider: 887A0005 DXGI_ERROR_DEVICE_REMOVED'],
];

it.each(WORDS)('%s is what it means: %s', (code, words) => {
  expect([runError(new Error(words), 'm.onnx'), openError(new Error(words), 'm.onnx')].map((error) => [error.code, error.where])).toEqual([[code, 'm.onnx'], [code, 'm.onnx']]);
});

it('a device without float16 is told, and what nobody knows keeps its words', () => {
  expect(runError(new Error('Program Cast requires f16 but the device does not support it.'), 'm.onnx')).toMatchObject({ code: 'type-unsupported', fix: expect.stringContaining('device: cpu') });
  expect(runError(new Error('CUDA failure 70: nothing that is known'), 'm.onnx')).toMatchObject({ code: 'run-failed', message: 'onnxruntime could not run the model: CUDA failure 70: nothing that is known' });
});
