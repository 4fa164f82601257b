import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
export interface ActivationMemory {
    readonly liveBytes: number;
    readonly arenaBytes: number;
}
/** The arena of one run at the shapes of the facts, or in words why it cannot be told. */
export declare function activationMemory(model: Model, facts: Facts): ActivationMemory | string;
/** Bytes of all stored tensors, those in bodies of If and Loop too: what goes to flash beside the code. */
export declare function weightBytes({ graph }: Model): number;
