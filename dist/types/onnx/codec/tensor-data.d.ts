import type { ExternalResolver } from '../external.js';
import { type TensorData } from '../ir.js';
import { type StringStringEntryProto, type TensorProto } from '../proto/onnx_pb.gen.js';
/** Sizes as numbers. Throws `tensor-dims` where one is negative or the product is no exact integer. */
export declare function decodeDims(message: Pick<TensorProto, 'name' | 'dims'>): number[];
export declare function decodeData(message: TensorProto, count: number, external: ExternalResolver): TensorData;
export declare function entryText(entry: StringStringEntryProto): string;
/** The typed field that an element type uses; undefined for types unknown to us. */
export declare function typedField(message: TensorProto): readonly (number | bigint | Uint8Array)[] | undefined;
