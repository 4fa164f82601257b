import type { LibraryPlaces } from './loader.js';
import { type NvidiaDriver } from './nvidia-driver.js';
import type { ProviderNeeds } from './provider-needs.js';
import type { FoundVersion } from './types.js';
export interface Mismatch {
    readonly problem: string;
    readonly fix: string;
}
export interface CudaCheck {
    readonly versions: readonly FoundVersion[];
    /** Empty where nothing is known to be wrong. */
    readonly mismatches: readonly Mismatch[];
    readonly unknown: readonly string[];
}
export interface Machine {
    readonly driver: NvidiaDriver | undefined;
    readonly places: LibraryPlaces;
    /** Of the runtime that is loaded. */
    readonly onnxruntime: string;
}
export declare function checkCuda(needs: ProviderNeeds, { driver, places, onnxruntime }: Machine): CudaCheck;
/** In one line: `driver 580.159.04, CUDA 13.0.96, cuDNN 9.13.0`. */
export declare function versionsText(versions: readonly FoundVersion[]): string;
