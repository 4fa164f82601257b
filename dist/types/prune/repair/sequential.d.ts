import type { Model } from '../../onnx/ir.js';
import type { Samples } from '../../data/types.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
export interface SequentialRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    /** The dense model and its analysis. */
    readonly prunable: Prunable;
    readonly cut: Cut;
    /** Calibration split A: fits. */
    readonly samples: Samples;
    /** Calibration split B: chooses lambda, and whether a layer is changed. */
    readonly judge: Samples;
    readonly batch: number;
    /** Calibration samples to use; default MOST_SAMPLES. */
    readonly mostSamples?: number;
    readonly onProgress?: (detail: string) => void;
}
export interface SequentialResult {
    readonly model: Model;
    readonly refit: number;
    /** Layers left as they were, and why. */
    readonly skipped: readonly string[];
}
/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export declare function sequentialRefit(request: SequentialRequest, start: Model): Promise<SequentialResult | undefined>;
