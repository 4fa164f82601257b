/**
 * Where a model really ran, from onnxruntime's own profile of its last run.
 *
 * Nodes are counted by the provider that the profile names. Time is harder: on a device a node's duration is that of
 * handing it over, so the sum over nodes says nothing of it. A node on the processor is done when it ends, and a run is
 * done when its outputs are in host memory. So the share of time off the device is that of the processor's nodes in the
 * whole run, and the rest (kernels, hand-over, copies, waiting) is the device's. WebGPU also reports the time of each
 * kernel by the device's own clock; that sum is `kernelMs`.
 */
/** A profile's event, as far as it is read here. Sizes are decimal texts. */
export interface ProfileEvent {
    readonly cat?: string;
    /** Microseconds. */
    readonly ts?: number;
    readonly dur?: number;
    readonly name?: string;
    readonly args?: Readonly<Record<string, unknown>>;
}
export interface Placement {
    /** By execution provider, in onnxruntime's names, most nodes first; copies between providers are not counted. */
    readonly providers: readonly {
        readonly provider: string;
        readonly nodes: number;
    }[];
    /** Of all nodes, those that the device ran; 0 to 1. */
    readonly nodeShare: number;
    /** Of the time of one run, what the processor's nodes did not take; 0 to 1. */
    readonly timeShare: number;
    /** Copies between processor and device inside one run, those of inputs and outputs not counted. */
    readonly transfers: number;
    readonly transferBytes: number;
    /** Milliseconds of all kernels by the device's clock; null where the provider does not report them. */
    readonly kernelMs: number | null;
}
/** Null where the profile holds no whole run. */
export declare function placementOf(events: readonly ProfileEvent[]): Placement | null;
