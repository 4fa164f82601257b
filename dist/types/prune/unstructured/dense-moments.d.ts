/** Moments of the dense model's layers, a pass over the samples for as many layers as fit in memory. */
import type { Model } from '../../onnx/ir.js';
import type { SparseLayer } from './layer.js';
import type { InputMoments, MomentsRequest } from '../repair/input-moments.js';
export declare class DenseMoments {
    #private;
    private readonly request;
    private readonly model;
    private readonly layers;
    constructor(request: MomentsRequest, model: Model, layers: readonly SparseLayer[]);
    /** Of a layer by its index; cheap where indices are asked for in ascending order. Undefined where not finite. */
    of(index: number): Promise<InputMoments | undefined>;
}
