/** Why a device does not work; or how long it takes for a product of matrices, and the processor for the same. */
export type Probe = {
    readonly reason: string;
} | {
    readonly ms: number;
    readonly cpuMs: number;
};
/** Once per process, device and kind. A race is timed against the processor; without one both times are 0. */
export declare function probeDevice(folder: string, providers: readonly string[], kind: 'works' | 'race'): Promise<Probe>;
