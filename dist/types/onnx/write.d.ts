import { type Placed } from './codec.js';
import { type Chunk } from './frame.js';
import type { Model, Tensor, TensorData } from './ir.js';
export interface WriteOptions {
    /**
     * `inline`: all weights inside the .onnx file. `file`: weights of 1 KiB and more in `<name>.data` beside it.
     * `keep` (default): what the model was read from. Above 1.9 GB `keep` and `inline` become `file`.
     */
    readonly external?: 'keep' | 'inline' | 'file';
}
export interface WrittenFiles {
    /** Absolute or relative as given; the model first, then its data file where there is one. */
    readonly files: readonly string[];
    readonly bytes: number;
}
/** One buffer with everything inside, external data too: for small models. */
export declare function encodeModel(model: Model): Uint8Array;
/** Writes a model to `path`, and its data file before it where there is one. */
export declare function writeModel(model: Model, path: string, options?: WriteOptions): Promise<WrittenFiles>;
/** Bytes that `writeModel` would write under this name, without writing. */
export declare function writtenBytes(model: Model, path: string, options?: WriteOptions): number;
/** Tensors that `toFile` picks go to `<name>.data`, the others into the proto. */
export declare function writeWithDataFile(model: Model, path: string, toFile: ToFile, keep?: Place): Promise<WrittenFiles>;
type ToFile = (tensor: Tensor, bytes: number) => boolean;
type RawData = Exclude<TensorData, {
    kind: 'typed';
}>;
export type Place = (tensor: Tensor, data: RawData) => Placed | undefined;
export declare function byteLength(data: RawData): number;
/** The layout of a data file: where each tensor's bytes go. */
export declare class DataFile {
    readonly name: string;
    private readonly parts;
    size: number;
    constructor(name: string);
    add(data: RawData): Placed;
    chunks(): Chunk[];
}
/** Writes a file atomically against crashes and cancelled jobs (not against power loss: no fsync). */
export declare function writeChunks(path: string, chunks: readonly Chunk[]): Promise<void>;
export {};
