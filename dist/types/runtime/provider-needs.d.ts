export interface ProviderNeeds {
    /** Sonames, in the order of the files. */
    readonly libraries: readonly string[];
    /** Folders that the files name themselves. */
    readonly runpath: readonly string[];
    /** The onnxruntime that they were built with, and the file that tells; undefined where none does. */
    readonly built: Build | undefined;
}
export interface Build {
    readonly onnxruntime: string;
    readonly file: string;
}
/**
 * Of one device: TensorRT's library, say, and CUDA's, which does what TensorRT leaves.
 *
 * @param onnxruntime the version that they should be of
 * @throws Error for what is no ELF library
 */
export declare function needsOf(providers: readonly string[], onnxruntime: string): ProviderNeeds;
/** `1.30.0` of `1.30.0-dev.20260101`. */
export declare const releaseOf: (version: string) => string;
