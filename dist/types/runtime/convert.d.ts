/** Between prune-gate's host tensors and onnxruntime's: same bytes, no copies. */
import type { OnnxValue, Tensor } from 'onnxruntime-node';
import { DataType } from '../onnx/ir.js';
import type { Ort } from './load.js';
import type { ElementType, HostTensor, TypedArray } from './types.js';
type TypedArrayConstructor = {
    readonly name: string;
    new (length: number): TypedArray;
};
/** How each element type is held in host memory. */
export declare const HOST_ARRAYS: Readonly<Record<ElementType, TypedArrayConstructor>>;
/** Undefined where the type is. */
export declare function bytesOfElement(type: ElementType | undefined): number | undefined;
/** ONNX's number of an element type. */
export declare function dataTypeOf(type: ElementType): DataType;
/** Undefined for strings, bfloat16, float8, sub-byte and complex types: host memory has no array for them here. */
export declare function elementTypeOf(dataType: DataType): ElementType | undefined;
export declare function isElementType(type: string): type is ElementType;
/**
 * Made once for each host tensor, whatever sessions it is fed to and however often: dense and pruned model take the same
 * object, and a timed run makes none. It is a view of the host's bytes, so what is written there is seen.
 *
 * @throws Error where the tensor is malformed
 */
export declare function toOrt(ort: Ort, tensor: HostTensor): Tensor;
/** Throws where the value is no tensor of a supported type. */
export declare function fromOrt(value: OnnxValue): HostTensor;
export {};
