import type { Model } from '../onnx/ir.js';
/** How logits are centred: mean over one axis, or over all axes from `axis` on (Softmax before opset 13). */
export interface Centring {
    readonly axis: number;
    readonly flattened: boolean;
}
export interface YardstickOutput {
    /** The graph output it stands for. */
    readonly output: string;
    /** The value that is compared. */
    readonly value: string;
    readonly centring: Centring | undefined;
}
export interface YardstickChoice {
    readonly outputs: readonly YardstickOutput[];
    /** One sentence per skipped output, and per centred one. */
    readonly notes: readonly string[];
}
/** What a bare output holds: class scores (a common shift is meaningless) or values (it is not). */
export type OutputKind = 'classes' | 'values';
/** @param kinds what the named outputs hold, where the policy's metrics tell */
export declare function yardstickOutputs(model: Model, kinds?: ReadonlyMap<string, OutputKind>): YardstickChoice;
