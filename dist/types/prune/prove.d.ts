import type { Model, Node } from '../onnx/ir.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Cut } from './cut.js';
import type { Prunable } from './prunable.js';
/** max|a-b| <= TOLERANCE * max|b| per value. */
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
