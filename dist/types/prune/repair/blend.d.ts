import type { Model } from '../../onnx/ir.js';
/**
 * @param end `start` with other float32 weights, and biases where there were none (edit.ts)
 * @param share 0 gives what `start` computes, 1 `end`
 */
export declare function blend(start: Model, end: Model, share: number): Model;
