import type { LoadedRuntime } from './load.js';
import type { DeviceInfo, DeviceName } from './types.js';
export interface ResolvedDevice {
    readonly info: DeviceInfo;
    /** onnxruntime's `executionProviders`; what a provider has no kernel for goes to the CPU. */
    readonly providers: readonly string[];
}
/** Throws UserError `device-unavailable` for a device that was asked for by name and does not work. */
export declare function resolveDevice(loaded: LoadedRuntime, requested: DeviceName): Promise<ResolvedDevice>;
