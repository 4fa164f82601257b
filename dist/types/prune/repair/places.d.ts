import type { Model } from '../../onnx/ir.js';
import type { Samples } from '../../data/types.js';
import type { Facts } from '../../ops/facts.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Change, Decisions } from './decisions.js';
import type { Layer } from './layers.js';
import type { Lengths } from './rows.js';
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
/** `samples` are those of the walk. */
export type LayerRequest = SequentialRequest & {
    readonly rowsPerInput?: number;
};
/** The models whose values are to be brought back. */
export declare function towardsOf({ prunable, towards }: Pick<SequentialRequest, 'prunable' | 'towards'>): {
    dense: Model;
    facts: Facts;
};
/** Layers whose input lost channels or comes after a cut, or that have a support; in graph order. */
export declare function layersToRefit(request: SequentialRequest, model: Model): Layer[];
/** What the readers of cut activations make, and what was named besides. */
export declare function changedValues({ prunable, cut, changed }: Pick<SequentialRequest, 'prunable' | 'cut' | 'changed'>): readonly string[];
/** Where a layer stands in the model as it is by now, or why it stays; `open`: outputs of layers that come later. */
export declare function placeOf({ prunable, samples, cut, rowsPerInput, towards, support }: LayerRequest, model: Model, layer: Layer, open: ReadonlySet<string>): Place | string;
/** Sizes as the cut leaves them. */
export declare function lengthsOf({ facts }: Prunable, cut: Cut): Lengths;
export declare const namesOf: (layer: Layer) => {
    weight: string;
    node: string;
};
/** Adds delta to the weight, in its stored layout, and what is left of the means to the bias. */
export declare function applyDelta(prunable: Prunable, model: Model, { plan, target }: Place, { delta, constant }: Change): Model;
