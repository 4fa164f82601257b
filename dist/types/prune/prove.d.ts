import type { Model, Node } from '../onnx/ir.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Cut } from './cut.js';
import type { Prunable } from './prunable.js';
/** max|a-b| <= TOLERANCE * max|b| per value, or what the dense model's own rounding makes of it (rounding.ts). */
export declare const TOLERANCE = 0.0001;
export interface Proof {
    readonly holds: boolean;
    /** Values compared. */
    readonly values: number;
    /** Largest max|a-b| / max|b| seen. */
    readonly worst: number;
    /** First value, in graph order, that disagrees. */
    readonly mismatch: {
        readonly value: string;
        readonly node: Node;
        readonly detail: string;
    } | undefined;
    /** True where the channels of some value were all the same and random weights were tried as well. */
    readonly randomised: boolean;
    /** Values that the dense model itself computes less exactly than TOLERANCE. */
    readonly rounded: number;
}
export interface ProofRequest {
    readonly runtime: Runtime;
    /** Folder of the stored weights, where variants may be written. */
    readonly directory: string;
    readonly prunable: Prunable;
    readonly pruned: Model;
    readonly cut: Cut;
    readonly feeds: Feeds;
    readonly seed: string;
}
export declare function prove(given: ProofRequest): Promise<Proof>;
/**
 * The same for a change that leaves every axis whole: the pruned model equals the dense one as `silenced` makes it.
 *
 * @param silenced of the dense model in float32
 */
export declare function proveSilenced(given: Omit<ProofRequest, 'cut' | 'seed'>, silenced: (dense: Model) => Model): Promise<Proof>;
