import type { ModelReport, SliceResult } from './types.js';
/** As a reader would name it: `class 3`, `speaker = 7`. */
export declare const sliceName: ({ by, value }: Pick<SliceResult, "by" | "value">) => string;
export interface LostSlice {
    readonly metric: string;
    readonly name: string;
    readonly samples: string;
    /** Enough samples for the loss to be more than one answer or two. */
    readonly sizable: boolean;
    /** `93.0 → 88.0 %`. */
    readonly figures: string;
    /** `−5.0 pp (90 % CI −9.1 to −1.2)`. */
    readonly change: string;
    /** Of the limit on the worst slice; empty where there is none. */
    readonly outcome: string;
}
/** Of each metric the slices that lost most, the worst first, and with them those that a check judged. */
export declare function lostMost(model: ModelReport): readonly LostSlice[];
