/** What the rest of prune-gate knows of onnxruntime: plain tensors, sessions, devices. */
import type { Profile } from './profile.js';
import type { Resident } from './resident.js';
export type { Placement } from './placement.js';
export type { OperatorTime, Profile } from './profile.js';
export type { Resident } from './resident.js';
export type TypedArray = Float32Array | Float64Array | Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;
/** Element types as onnxruntime names them; float16 travels as raw bits in a Uint16Array, bool as 0/1 in a Uint8Array. */
export type ElementType = 'float32' | 'float64' | 'float16' | 'uint8' | 'int8' | 'uint16' | 'int16' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'bool';
/** A dense tensor in host memory, row-major. */
export interface HostTensor {
    readonly type: ElementType;
    readonly dims: readonly number[];
    readonly data: TypedArray;
}
export type Feeds = ReadonlyMap<string, HostTensor>;
export interface Port {
    readonly name: string;
    /** `undefined` where the value is no tensor of a supported type. */
    readonly type: ElementType | undefined;
    /** Sizes; a string is a symbolic dimension, `null` an unknown one. */
    readonly dims: readonly (number | string | null)[];
}
/** `directml` is Windows, `coreml` is macOS. */
export type Accelerator = 'cuda' | 'tensorrt' | 'webgpu' | 'directml' | 'coreml';
export type DeviceName = 'auto' | 'cpu' | Accelerator;
/** A version that was looked for before a device was started. */
export interface FoundVersion {
    readonly what: 'driver' | 'CUDA' | 'cuDNN' | 'TensorRT';
    /** Null where none was found, or none tells. */
    readonly found: string | null;
    /** Path of the file that tells, or the tool. */
    readonly where: string | null;
    /** By the provider library itself; null where it does not tell. */
    readonly needs: string | null;
}
export interface DeviceInfo {
    readonly requested: DeviceName;
    /** The device that runs: what `auto` resolved to. */
    readonly used: Exclude<DeviceName, 'auto'>;
    /** Why `auto` did not take a faster one; empty otherwise. */
    readonly notes: readonly string[];
    readonly onnxruntime: string;
    /** Provider libraries that are not part of the npm package, with their hashes; empty for other devices. */
    readonly libraries: readonly {
        readonly file: string;
        readonly sha256: string;
    }[];
    /** Of driver, CUDA, cuDNN and TensorRT, for `cuda` and `tensorrt`; empty for other devices. */
    readonly versions: readonly FoundVersion[];
    /** Names of the GPUs, or what the machine tells of them; empty on the processor, and where nobody tells. */
    readonly gpus: readonly string[];
}
export interface SessionOptions {
    /** Intra-op threads; 0 lets onnxruntime choose. Inter-op is always 1. Default: the runtime's. */
    readonly threads?: number;
    /** Graph optimisation level; 'disabled' for probing single nodes exactly as written. Default 'all'. */
    readonly optimization?: 'disabled' | 'basic' | 'extended' | 'all';
    /** On the processor whatever the runtime's device is: for probes, where results are the same and opening is quick. */
    readonly device?: 'cpu';
}
export interface Session {
    readonly inputs: readonly Port[];
    readonly outputs: readonly Port[];
    /** Runs once; `outputs` limits what is computed and copied back. Throws UserError `run-failed`. */
    run(feeds: Feeds, outputs?: readonly string[]): Promise<ReadonlyMap<string, HostTensor>>;
    /**
     * The same for a batch of samples along every input's first axis. Where memory runs out, the batch is halved until it
     * fits, and stays halved: each piece's results come in the order of the samples, and none is lost. Where it cannot be
     * halved, or one sample is too much, throws UserError `out-of-memory`.
     */
    pieces(feeds: Feeds, outputs?: readonly string[]): AsyncIterable<ReadonlyMap<string, HostTensor>>;
    release(): Promise<void>;
}
export interface Runtime {
    readonly device: DeviceInfo;
    /** Samples of the smallest piece that a batch had to be cut to for want of memory; undefined where all fitted. */
    smallestPiece(): number | undefined;
    /** Opens a model by path (preferred: external data beside it is mapped) or from bytes. */
    open(model: string | Uint8Array, options?: SessionOptions): Promise<Session>;
    /** Runs a model `runs` times under the profiler of onnxruntime, after one run that warms up. */
    profile(path: string, feeds: Feeds, runs: number, options?: SessionOptions): Promise<Profile>;
    /** Runs a model in a process of its own and says what memory that took, or in words why it could not. */
    resident(path: string, feeds: Feeds, runs: number, options?: SessionOptions): Promise<Resident | string>;
}
