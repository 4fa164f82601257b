import type { Model, Tensor } from '../../onnx/ir.js';
import type { UnstructuredStep } from '../../policy/types.js';
export interface Weight {
    /** Of the initializer or Constant output; the tensor in a Constant's attribute may have another, or none. */
    readonly name: string;
    readonly tensor: Tensor;
    /** Operator types of the nodes that read it, for people. */
    readonly kind: string;
    /** Names a pattern may match. */
    readonly names: readonly string[];
}
/** Floating-point weights of Conv, ConvTranspose, Gemm and MatMul that `keep` and `only` let go. */
export declare function chooseWeights(model: Model, step: Pick<UnstructuredStep, 'keep' | 'only'>): Weight[];
