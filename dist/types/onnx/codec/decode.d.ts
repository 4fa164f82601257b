import type { ExternalResolver } from '../external.js';
import type { Model } from '../ir.js';
import { type FunctionProto, type ModelProto, type TypeProto } from '../proto/onnx_pb.gen.js';
/** Throws `no-graph`, `tensor-*`, `external-*`, `duplicate-*`. */
export declare function modelFromMessage(message: ModelProto, external: ExternalResolver): Model;
export declare function functionKey(message: FunctionProto): string;
export declare function tensorTypeOf(type: TypeProto | undefined): import("../proto/onnx_pb.gen.js").TypeProto_Tensor | undefined;
/** Whether the file this model came from kept weights of its graph in external files. */
export declare function hadExternalData(model: Model): boolean;
