import type { Model } from '../../onnx/ir.js';
import type { Samples } from '../../data/types.js';
import type { Facts } from '../../ops/facts.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Change, Decisions } from './decisions.js';
import type { Place } from './walk.js';
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
    /** What to aim at instead of the dense model: the one that earlier steps made that of, its weights in `directory`. */
    readonly towards?: Towards;
    /** Values that are off though nothing was cut there: what comes after them is fitted too. */
    readonly changed?: readonly string[];
    /** For comparing plans: fewer samples, fewer rows per unknown, one fit a layer. */
    readonly quick?: boolean;
    /** By weight, [outputs x inputs], 1 where it may change: these layers are refit, whatever was cut. */
    readonly support?: ReadonlyMap<string, Uint8Array>;
    /** Decided by an earlier refit of the same model: nothing is judged, and `judge` is not read. */
    readonly decided?: Decisions;
    readonly onProgress?: (detail: string) => void;
}
export interface Towards {
    readonly model: Model;
    readonly facts: Facts;
    /** What earlier steps have cut off it. */
    readonly cuts: readonly Cut[];
}
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
/**
 * The layers once more, front to back, each in turn with the last one: towards what is lacking behind that, through all that
 * lies between. The walk brings back what each layer makes; what is left of the error there is not alike at the end.
 *
 * @returns the model, and how many layers it changed
 */
export declare function fitToLast(request: SequentialRequest, start: Model): Promise<{
    model: Model;
    changed: number;
}>;
/** What the readers of cut activations make, and what was named besides. */
export declare function changedValues({ prunable, cut, changed }: Pick<SequentialRequest, 'prunable' | 'cut' | 'changed'>): readonly string[];
/** Adds delta to the weight, in its stored layout, and what is left of the means to the bias. */
export declare function applyDelta(prunable: Prunable, model: Model, { plan, target }: Place, { delta, constant }: Change): Model;
