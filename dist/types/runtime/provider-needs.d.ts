export interface ProviderNeeds {
    /** Sonames, in the order of the files. */
    readonly libraries: readonly string[];
    /** Folders that the files name themselves. */
    readonly runpath: readonly string[];
    /** The onnxruntime that they were built with; undefined where they do not tell. */
    readonly onnxruntime: string | undefined;
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
