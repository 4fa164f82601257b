/** The devices that are not the processor: what onnxruntime calls them, what they need, and what to do where that is missing. */
import type { Accelerator } from './types.js';
export interface AcceleratorRow {
    /** onnxruntime-node's name of the backend. */
    readonly backend: string;
    /** `executionProviders` of a session; what they have no kernel for goes to the CPU. */
    readonly providers: readonly string[];
    /** The provider as a profile names it; not that of a device that stands in for it. */
    readonly profiled: readonly string[];
    /** Whether the provider is in a library of its own, which is not in the npm package. */
    readonly library: boolean;
    /** Whether `auto` looks at it. */
    readonly automatic: boolean;
    readonly fix: string;
}
/** In the order in which `auto` tries them, best first. TensorRT builds an engine for minutes per model, so it is taken only by name. */
export declare const ACCELERATORS: Readonly<Record<Accelerator, AcceleratorRow>>;
export declare const ACCELERATOR_NAMES: readonly Accelerator[];
