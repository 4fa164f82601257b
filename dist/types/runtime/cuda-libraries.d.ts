/** Of NVIDIA's tool; undefined where it is not there or sees no GPU. */
export interface NvidiaDriver {
    readonly gpu: string;
    readonly driver: string;
    /** The highest CUDA version the driver runs, as `[major, minor]`; undefined where the tool does not say. */
    readonly cuda: readonly [number, number] | undefined;
}
export interface LibraryPlaces {
    /** Path of a library by its soname; undefined where the loader would not find it. */
    find(soname: string): string | undefined;
    /** Names of the same library with another version, `libcublas.so.12` for `libcublas.so.13`. */
    others(soname: string): readonly string[];
}
/** Why the device cannot work, in words; undefined where nothing is missing. `libraries`: what the provider asks for. */
export declare function explainCuda(libraries: readonly string[], driver: NvidiaDriver | undefined, places: LibraryPlaces): string | undefined;
/** The CUDA that a library was linked with. */
export declare function cudaOf(libraries: readonly string[]): number | undefined;
/** As the loader of this machine would look: LD_LIBRARY_PATH, then its cache, then the usual folders. */
export declare function loaderPlaces(env?: NodeJS.ProcessEnv): LibraryPlaces;
export declare function nvidiaDriver(): NvidiaDriver | undefined;
/** `neededLibraries`, or why the file cannot be read. */
export declare function askedFor(provider: string): readonly string[] | {
    readonly reason: string;
};
export interface HashedLibrary {
    readonly file: string;
    readonly sha256: string;
}
/** Of the provider libraries in a folder, by name. */
export declare function hashProviders(folder: string): Promise<HashedLibrary[]>;
