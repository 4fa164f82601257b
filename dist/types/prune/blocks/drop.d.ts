import type { Model } from '../../onnx/ir.js';
import type { Block } from './find.js';
/** What stands for an addition keeps its name and its results', so that whatever reads it, outputs included, is as it was. */
export declare function dropBlocks(model: Model, blocks: readonly Block[]): Model;
/** The dense model with the branches of these blocks silenced: what the model without them must equal. In float32. */
export declare function silenceBlocks(model: Model, blocks: readonly Block[]): Model;
/**
 * The model without the Identity nodes that stand for additions: who read a sum reads its shortcut. A sum that is an output of the
 * model, or that a body of control flow reads, keeps its Identity. @param sums results of additions that were dropped
 */
export declare function withoutStandIns(model: Model, sums: ReadonlySet<string>): Model;
