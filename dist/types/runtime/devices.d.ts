import type { LoadedRuntime } from './load.js';
import type { Accelerator, DeviceInfo, DeviceName, FoundVersion } from './types.js';
export interface ResolvedDevice {
    readonly info: DeviceInfo;
    /** onnxruntime's `executionProviders`; what a provider has no kernel for goes to the CPU. */
    readonly providers: readonly string[];
}
/** Throws UserError `device-unavailable` for a device that was asked for by name and does not work. */
export declare function resolveDevice(loaded: LoadedRuntime, requested: DeviceName): Promise<ResolvedDevice>;
/** One line of `prune-gate devices`. */
export interface DeviceLine {
    readonly device: 'cpu' | Accelerator;
    readonly works: boolean;
    /** Why it does not; or how fast it is. */
    readonly detail: string;
    /** Null where it works. */
    readonly fix: string | null;
    /** Of driver, CUDA, cuDNN and TensorRT; absent where the device needs none of them, or has no provider library. */
    readonly versions?: readonly FoundVersion[];
}
/** Every device that prune-gate knows, tried for real. */
export declare function surveyDevices(loaded: LoadedRuntime): Promise<DeviceLine[]>;
