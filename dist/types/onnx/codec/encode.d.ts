import type { Graph, Model } from '../ir.js';
import { type GraphProto, type ModelProto } from '../proto/onnx_pb.gen.js';
import { type Placing } from './encode-tensor.js';
export declare function messageFromModel(model: Model, placing: Placing): ModelProto;
export declare function messageFromGraph(graph: Graph, placing: Placing): GraphProto;
