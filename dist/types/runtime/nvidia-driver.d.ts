import type { LibraryPlaces } from './loader.js';
export interface NvidiaDriver {
    /** Names of the GPUs in the driver's order; empty where nobody tells. */
    readonly gpus: readonly string[];
    /** `580.159.04`; undefined where nobody tells. */
    readonly version: string | undefined;
    /** Who told the version. */
    readonly where: string;
    /** libcuda.so.1, through which CUDA talks to it; undefined where the loader does not find it. */
    readonly library: string | undefined;
    /** Version of that library: newer than the driver's where CUDA's compatibility package is used. */
    readonly libraryVersion: string | undefined;
    /** The highest CUDA version it runs, `[major, minor]`, by nvidia-smi. */
    readonly cuda: readonly [number, number] | undefined;
}
/** What the machine says, in its own words; empty where it does not. */
export interface DriverWords {
    /** /proc/driver/nvidia/version. */
    readonly kernel: string;
    /** `Model: ` lines of /proc/driver/nvidia/gpus. */
    readonly models: readonly string[];
    /** nvidia-smi's `name, driver_version` lines, and its usual table. */
    readonly list: string;
    readonly table: string;
}
export declare const DRIVER_LIBRARY = "libcuda.so.1";
/** Undefined where nothing shows one. */
export declare function nvidiaDriver(places: LibraryPlaces, words?: DriverWords): NvidiaDriver | undefined;
