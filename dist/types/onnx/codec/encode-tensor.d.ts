import type { Tensor, TensorData } from '../ir.js';
import { type TensorProto } from '../proto/onnx_pb.gen.js';
/** A range of a file that holds a tensor's raw bytes. */
export interface FileRange {
    readonly path: string;
    readonly offset: number;
    readonly length: number;
}
/** Where a tensor's bytes will be, as the written model names it. */
export interface Placed {
    /** Relative to the written model's folder. */
    readonly location: string;
    readonly offset: number;
    readonly length: number;
}
export interface Placing {
    /** Undefined: inside the proto. Asked once for every tensor that is raw or external, in file order. */
    place(tensor: Tensor, data: Exclude<TensorData, {
        kind: 'typed';
    }>): Placed | undefined;
    /** Filled here: messages whose raw_data is to be streamed from a file. Their `rawData` is empty. */
    readonly ranges: Map<TensorProto, FileRange>;
}
export declare function messageFromTensor(tensor: Tensor, placing: Placing): TensorProto;
