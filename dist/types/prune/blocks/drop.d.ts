import type { Model } from '../../onnx/ir.js';
import type { Block } from './find.js';
/** An addition keeps its name and its result's as an Identity, so that whatever reads it, outputs included, is as it was. */
export declare function dropBlocks(model: Model, blocks: readonly Block[]): Model;
/** The dense model with the branches of these blocks silenced: what the model without them must equal. In float32. */
export declare function silenceBlocks(model: Model, blocks: readonly Block[]): Model;
