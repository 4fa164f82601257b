import type { Feeds } from './types.js';
export interface Resident {
    /** Most bytes that the process had in memory, Node and onnxruntime included. */
    readonly peakBytes: number;
    /** Of these, before the model was opened. */
    readonly baseBytes: number;
    /** GPU memory that the process had at the end, by nvidia-smi; absent on the processor and where that tool does not tell. */
    readonly deviceBytes?: number;
}
export interface ResidentRequest {
    /** Of onnxruntime-node. */
    readonly packageFolder: string;
    readonly providers: readonly string[];
    readonly path: string;
    readonly feeds: Feeds;
    readonly threads: number;
    readonly runs: number;
}
/** Or in words why it could not be had. */
export declare function residentMemory(request: ResidentRequest): Promise<Resident | string>;
