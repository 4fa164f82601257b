import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Feeds, Runtime } from './types.js';
export interface FactsOptions {
    /** A folder to write variants to; that of the weights, where `model` came from `storeWeights`. */
    readonly directory: string;
    /** A batch of real data: its sizes are tried first, and its values make the runs realistic. */
    readonly feeds?: Feeds;
}
/**
 * Throws UserError: what opening throws where onnxruntime does not load the model, `facts-failed` where no inputs
 * could be made up that it runs on.
 */
export declare function gatherFacts(runtime: Runtime, model: Model, options: FactsOptions): Promise<Facts>;
