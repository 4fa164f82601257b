import type { Model, Node, Tensor } from '../onnx/ir.js';
export declare function needsTwin(model: Model): boolean;
export declare function floatTwin(model: Model): Model;
/** The numbers a stored tensor stands for, as float32: dequantised by the node that reads it where it is quantised. */
export declare function realValues(model: Model, tensor: Tensor, stored: ReadonlyMap<string, Tensor>): Float32Array;
/** (q - zero point) * scale, per tensor or along `axis`; named after what the node makes. */
export declare function dequantise(node: Node, weight: Tensor, stored: ReadonlyMap<string, Tensor>): Tensor;
