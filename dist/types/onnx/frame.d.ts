import type { FileRange } from './codec.js';
import { type ModelProto, type TensorProto } from './proto/onnx_pb.gen.js';
/** Bytes as they are, or a range of a file. */
export type Chunk = Uint8Array | FileRange;
export declare class Chunks {
    readonly list: Chunk[];
    size: number;
    push(chunk: Chunk): void;
    /** A length-delimited field. Lengths past 4 GiB are written too: the caller sees the size and refuses. */
    pushField(number: number, content: Chunks): void;
}
/** `ranges`: raw data that is to come from a file. */
export declare function frameModel(message: ModelProto, ranges: ReadonlyMap<TensorProto, FileRange>): Chunks;
