import type { Model } from './ir.js';
export interface ReadOptions {
    /** The workspace: model and external data must lie in it, symbolic links resolved. Default: the model's folder. */
    readonly root?: string;
}
export interface DecodeOptions extends ReadOptions {
    /** The folder external data is relative to; without it, external data is refused. */
    readonly directory?: string;
}
/**
 * Reads and checks a model. Its tensors are views on one buffer that holds the file. Throws UserError:
 * `model-not-found`, `model-outside`, `model-too-large`, and what `decodeModel` throws; `where` is the path.
 */
export declare function readModel(path: string, options?: ReadOptions): Promise<Model>;
/**
 * Decodes a model without copying tensors: the result keeps views on `file`. Throws UserError: `model-empty`,
 * `lfs-pointer`, `not-onnx`, `model-truncated`, `model-corrupt`, `no-graph`, `external-*`, `tensor-*`, `graph-*`,
 * `opset-unsupported`.
 */
export declare function decodeModel(file: Uint8Array, options?: DecodeOptions): Model;
