import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
export interface Splits {
    /** Calibration split A: fitted on. */
    readonly samples: Samples;
    /** Calibration split B: decided on. */
    readonly judge: Samples;
}
export declare const isFew: ({ samples, judge }: Splits) => boolean;
/**
 * @param loss of the model so far, on split B
 * @param fit makes the model again from these samples
 * @returns no model where it is worse
 */
export declare function fitAgain({ samples, judge, yardstick }: Splits & {
    readonly yardstick: Yardstick;
}, loss: number, fit: (all: Samples) => Promise<Model>): Promise<{
    model: Model | undefined;
    note: string;
}>;
