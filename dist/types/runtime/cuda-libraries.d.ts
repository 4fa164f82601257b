import { type CudaCheck } from './cuda-check.js';
export interface CudaState extends CudaCheck {
    /** Names of the GPUs; empty where nobody tells. */
    readonly gpus: readonly string[];
}
/**
 * Once per process and set of libraries, without starting any of them.
 *
 * @param providers paths of the provider libraries of one device
 * @param onnxruntime version of the runtime that would load them
 */
export declare function cudaState(providers: readonly string[], onnxruntime: string): CudaState;
export interface HashedLibrary {
    readonly file: string;
    readonly sha256: string;
}
/** Of the provider libraries in a folder, by name. */
export declare function hashProviders(folder: string): Promise<HashedLibrary[]>;
