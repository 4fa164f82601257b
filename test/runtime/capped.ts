/** onnxruntime with too little memory: the cap throws what onnxruntime throws. */
import { loadOnnxruntime, type LoadedRuntime } from '../../src/runtime/load.js';

export const WORDS = {
  cuda: "Non-zero status code returned while running MatMul node. Name:'' Status Message: /onnxruntime_src/onnxruntime/core/framework/bfc_arena.cc:360 void* onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*) Failed to allocate memory for requested buffer of size 250000000000",
  webgpu: 'WebGPU validation failed. [Invalid Buffer (unlabeled)] is invalid due to a previous error.\n - While validating entries[2] against { binding: 2 }',
  webgpuBinding: "Non-zero status code returned while running MatMul node. Name:'' Status Message: shader_helper.cc:306 AddVariableImpl numbers_storage_buffers_ <= limits_.maxStorageBuffersPerShaderStage was false. Too many storage buffers in shader. Current: 77, Max is 16",
} as const;

type NativeFeeds = Readonly<Record<string, { readonly dims: readonly number[] }>>;

/** Samples that are fed: the first axis of the input `x`. */
const samplesOf = (feeds: NativeFeeds): number => feeds.x?.dims[0] ?? 0;

/** onnxruntime with memory for `most` samples (or whatever `sizeOf` counts) a run, and the sizes of the runs that it was asked for. */
export function capped(most: number, words: string = WORDS.cuda, sizeOf: (feeds: NativeFeeds) => number = samplesOf): { loaded: LoadedRuntime; asked: number[] } {
  const loaded = loadOnnxruntime();
  const asked: number[] = [];
  const create = async (...given: unknown[]): Promise<unknown> => {
    const native = await (loaded.ort.InferenceSession.create as unknown as (...args: unknown[]) => Promise<{ run(feeds: NativeFeeds, ...rest: unknown[]): Promise<unknown> }>)(...given);
    const run = native.run.bind(native);
    native.run = async (feeds, ...rest) => {
      const size = sizeOf(feeds);
      asked.push(size);
      if (size > most) throw new Error(words);
      return run(feeds, ...rest);
    };
    return native;
  };
  return { loaded: { ...loaded, ort: { ...loaded.ort, InferenceSession: { create } as never } }, asked };
}
