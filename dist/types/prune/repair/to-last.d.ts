import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Decisions } from './decisions.js';
import type { Layer } from './layers.js';
import type { SequentialRequest } from './places.js';
/** Whether passes over the model take little of the time that all the rest does. */
export declare function isSmall({ prunable, samples }: Pick<SequentialRequest, 'prunable'> & {
    readonly samples: Pick<Samples, 'count'>;
}): boolean;
/** Layers that can be fitted in turn with the last one by what derivatives are known: whether there are any. */
export declare function reachesLast({ prunable, cut }: Pick<SequentialRequest, 'prunable' | 'cut'>, model: Model, layers: readonly Layer[]): boolean;
export interface Ended {
    readonly model: Model;
    readonly loss: number;
    /** What each pass decided. */
    readonly passes: readonly Decisions[];
    /** For a ladder; '' where no pass helped. */
    readonly text: string;
}
/** Passes as long as they help: several where the model is small, one where single weights went, none elsewhere. */
export declare function endInTurn(request: SequentialRequest & {
    readonly yardstick: Yardstick;
}, start: {
    readonly model: Model;
    readonly loss: number;
}): Promise<Ended>;
/** The same passes, as they were decided. */
export declare function endAsDecided(request: SequentialRequest, start: Model, passes: readonly Decisions[]): Promise<Model>;
export interface ToLast {
    readonly model: Model;
    /** How many layers have changed. */
    readonly changed: number;
    readonly decisions: Decisions;
}
/**
 * The layers in front of the last one once more, front to back, each in turn with it: towards what is lacking behind that, through
 * all that lies between. The walk brings back what each layer makes; what is left of the error there is not alike at the end.
 */
export declare function fitToLast(request: SequentialRequest, start: Model): Promise<ToLast>;
