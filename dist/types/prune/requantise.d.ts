import type { Model } from '../onnx/ir.js';
/**
 * @param model the quantised model with float weights, some of them changed, perhaps with nodes and biases added
 * @param quantised the same before the change, as it is stored
 */
export declare function requantised(model: Model, quantised: Model): Model;
