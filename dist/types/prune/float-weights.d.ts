import type { Model, Node } from '../onnx/ir.js';
import type { Prunable } from './prunable.js';
/** The nodes that dequantise a stored tensor to float32, by what they make. */
export declare function weightDequantisers(model: Model): ReadonlyMap<string, Node>;
export declare function withFloatWeights(model: Model): Model;
/**
 * What a quantised model is looked at through, group for group the same; the model itself where nothing is quantised, or
 * where its groups would not be the same.
 */
export declare function floatPrunable(prunable: Prunable): Prunable;
