export interface LibraryPlaces {
    /** Path of a library by its soname; undefined where the loader would not find it. */
    readonly find: (soname: string) => string | undefined;
    /** Paths of the same library, `libcublas.so.12` for `libcublas.so.13`: of other versions, or where the loader does not look. */
    readonly others: (soname: string) => readonly string[];
    /** Whether everything that the loader looks at is known: then what is not found is not there. */
    readonly complete: boolean;
}
export interface LoaderOptions {
    /** Folders that the library which asks names itself (`$ORIGIN` resolved). */
    readonly runpath?: readonly string[];
    /** Folders that the loader does not know, where people may have put libraries all the same. */
    readonly beside?: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
    /** What `ldconfig -p` prints. */
    readonly cache?: string;
    /** Folders that the loader looks in without any word from anyone. */
    readonly defaults?: readonly string[];
    /** Where people have CUDA otherwise. */
    readonly usual?: readonly string[];
}
/** LD_PRELOAD, LD_LIBRARY_PATH, the asking library's own folders, the loader's cache, its default folders. */
export declare function loaderPlaces({ runpath, beside, env, cache, defaults, usual }?: LoaderOptions): LibraryPlaces;
/** Where CUDA, cuDNN and TensorRT are put by NVIDIA's packages and by Python's. */
export declare function usualFolders(env: NodeJS.ProcessEnv): string[];
