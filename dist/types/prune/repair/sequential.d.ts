import type { Model } from '../../onnx/ir.js';
import type { Decisions } from './decisions.js';
import type { SequentialRequest } from './places.js';
/** What became of one layer. */
export interface LayerOutcome {
    readonly weight: string;
    readonly node: string;
    /** Whether the layer has changed. */
    readonly fitted: boolean;
    /** On how many rows it was fitted, or why it stayed. */
    readonly reason: string;
}
export interface SequentialResult {
    readonly model: Model;
    /** Per layer behind a cut, in graph order. */
    readonly outcomes: readonly LayerOutcome[];
    readonly decisions: Decisions;
}
/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export declare function sequentialRefit(request: SequentialRequest, start: Model): Promise<SequentialResult | undefined>;
