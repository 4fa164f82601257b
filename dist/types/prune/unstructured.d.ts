import type { Model } from '../onnx/ir.js';
import type { UnstructuredStep } from '../policy/types.js';
export interface Sparsified {
    readonly model: Model;
    readonly tensors: readonly {
        readonly name: string;
        readonly elements: number;
        readonly zeros: number;
    }[];
}
export declare function pruneUnstructured(model: Model, step: UnstructuredStep): Sparsified;
