import type { Model, Tensor } from '../onnx/ir.js';
export interface Size {
    /** The .onnx file and its external data files. */
    readonly fileBytes: number;
    /** The same files through gzip, level 6. */
    readonly gzipBytes: number;
    readonly parameters: number;
    readonly nonZeros: number;
}
/** @param files the model file, then its external data files */
export declare function measureSize(files: readonly string[], model: Model): Promise<Size>;
/** Elements of the stored weights, bodies of control flow included: every floating-point tensor, and quantised ones of rank 2 and more. */
export declare function countParameters(model: Model): {
    parameters: number;
    nonZeros: number;
};
/** Shapes, axes and limits are integers of rank 0 or 1; they are no parameters. */
export declare function isParameter(tensor: Tensor): boolean;
