import type { Model } from './ir.js';
/**
 * The model, its main graph's nodes in topological order. ONNX demands that order and onnxruntime does not, so files
 * without it exist; every other module may rely on it. Throws `opset-unsupported`, `graph-duplicate`,
 * `graph-dangling`, `graph-cycle`.
 */
export declare function validated(model: Model): Model;
