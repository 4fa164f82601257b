import type { ExternalResolver } from '../external.js';
import type { Attribute, Model, Node } from '../ir.js';
import { type AttributeProto, type FunctionProto, type ModelProto, type NodeProto, type TypeProto } from '../proto/onnx_pb.gen.js';
/** Throws `no-graph`, `tensor-*`, `external-*`, `duplicate-*`. */
export declare function modelFromMessage(message: ModelProto, external: ExternalResolver): Model;
export declare function functionKey(message: FunctionProto): string;
export declare function plainDomain(domain: string): string;
export declare function nodeFromMessage(message: NodeProto, external: ExternalResolver): Node;
export declare function attributeFromMessage(message: AttributeProto, external: ExternalResolver): Attribute;
export declare function tensorTypeOf(type: TypeProto | undefined): import("../proto/onnx_pb.gen.js").TypeProto_Tensor | undefined;
/** Whether the file this model came from kept weights of its graph in external files. */
export declare function hadExternalData(model: Model): boolean;
